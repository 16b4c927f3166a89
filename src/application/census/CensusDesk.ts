import type { AreaAnswers } from '../../domain/programmes/census/AreaForm'
import type { CoverageReport } from '../../domain/programmes/census/coverage/coverageOf'
import {
  casesBehind,
  type TableCase,
  type TablePart,
} from '../../domain/programmes/census/tables/casesBehind'
import type { CaseBook } from '../../domain/programmes/census/tables/CaseBook'
import type { TableHead } from '../../domain/programmes/census/tables/CompiledTable'
import type { AreaTable, TableArea } from '../../domain/programmes/census/tables/TableCounts'
import { tabulate } from '../../domain/programmes/census/tables/tabulate'
import type { Sampling } from '../../domain/sampling/Sampling'
import type { ProjectSettings } from '../project/ProjectSettings'
import type { VillageWork } from '../workbook/villageWork'
import { figuresText } from './figures'
import { CensusTally, type CensusCounting } from './CensusTally'

/** What is counted besides the households, as plain data that a worker can be handed. */
export interface CensusRequest {
  readonly settings: ProjectSettings
  readonly villages: ReadonlyMap<string, AreaAnswers>
  readonly county: AreaAnswers | null
  readonly samplings: ReadonlyMap<string, Sampling> | null
}

/** What the desk tells once everybody is counted. */
export interface CountedCensus {
  readonly coverage: CoverageReport
  readonly heads: readonly TableHead[]
}

/** A number of a table. */
export interface CasesWanted {
  readonly table: string
  readonly part: TablePart
  readonly area: TableArea
}

/** Counts a census, and keeps the cases so that each number can be opened. */
export class CensusDesk {
  readonly #tally: CensusTally
  #counted: { readonly book: CaseBook; readonly tables: readonly AreaTable[] } | null = null

  constructor(counting: CensusCounting) {
    this.#tally = new CensusTally(counting)
  }

  take(village: VillageWork): void {
    for (const { household, changes, isFound = false } of village)
      this.#tally.take({ household, changes, isFound })
  }

  /** Once, when all villages were taken in. */
  count(): CountedCensus {
    const { book, coverage, samplings } = this.#tally.done()
    this.#counted = { book, tables: tabulate(book, { isByArea: true, samplings }) }
    const heads = book.tables.map(({ id, population, label, rows, columns }) => {
      return { id, population, label, rows, columns }
    })
    return { coverage, heads }
  }

  /** The tables of an area; none before everybody is counted. */
  tablesOf({ kind, key }: TableArea): readonly AreaTable[] {
    const tables = this.#counted?.tables ?? []
    return tables.filter(({ area }) => area.kind === kind && area.key === key)
  }

  /** All figures as a file; see `figuresText`. Without a table before everybody is counted. */
  figures(): string {
    return figuresText(this.#counted?.tables ?? [])
  }

  /** The cases that a number counts; none before everybody is counted. */
  cases({ table, part, area }: CasesWanted): readonly TableCase[] {
    return this.#counted === null ? [] : casesBehind(this.#counted.book, table, part, area)
  }
}
