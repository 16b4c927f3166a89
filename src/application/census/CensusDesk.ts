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
import { CensusTally, type CensusCounting, type GivenAreas } from './CensusTally'
import { CheckTally, type CheckedHouseholds, type Checking } from './checks/CheckTally'

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
  /** What checks find in households, and what they count in each village. */
  readonly checked: Pick<CheckedHouseholds, 'counts' | 'findings'>
  /** The counts of the checks as tables, whose cases can be opened too. */
  readonly countHeads: readonly TableHead[]
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
  readonly #checks: CheckTally
  #counted: { readonly books: readonly CaseBook[]; readonly tables: readonly AreaTable[] } | null = null

  constructor(counting: CensusCounting & Checking) {
    this.#tally = new CensusTally(counting)
    this.#checks = new CheckTally(counting)
  }

  take(village: VillageWork): void {
    for (const { household, changes, isFound = false } of village) {
      const interview = this.#tally.take({ household, changes, isFound })
      if (interview !== null) this.#checks.take(household, changes, interview)
    }
  }

  /** When all villages were taken in; again with `areas` once their forms say something else. */
  count(areas?: GivenAreas): CountedCensus {
    const { book, coverage, samplings } = this.#tally.done(areas)
    const { counts, findings, book: checkBook } = this.#checks.done()
    this.#counted = {
      books: [book, checkBook],
      tables: tabulate(book, { isByArea: true, samplings }),
    }
    return {
      coverage,
      heads: book.tables.map(headOf),
      checked: { counts, findings },
      countHeads: checkBook.tables.map(headOf),
    }
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
    const book = this.#counted?.books.find(({ tables }) => tables.some(({ id }) => id === table))
    return book === undefined ? [] : casesBehind(book, table, part, area)
  }
}

/** Without its coding, which no worker can hand over. */
function headOf({ id, population, label, rows, columns }: TableHead): TableHead {
  return { id, population, label, rows, columns }
}
