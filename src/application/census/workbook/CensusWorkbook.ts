import type { AreaForm, AreaKind } from '../../../domain/programmes/census/AreaForm'
import { tabulate } from '../../../domain/programmes/census/tables/tabulate'
import type { Instrument } from '../../../domain/instrument/loadInstrument'
import type { Interview } from '../../../domain/interview/Interview'
import { assessHousehold, type AssessmentRules } from '../../assess/assessHousehold'
import type { HouseholdList } from '../../workbook/HouseholdList'
import { PackedRows } from '../../workbook/SheetRows'
import { additionalList } from '../../workbook/sheets/additionalSheet'
import { codeSheet } from '../../workbook/sheets/codeSheet'
import { correctionList } from '../../workbook/sheets/correctionSheet'
import { dictionarySheet } from '../../workbook/sheets/dictionarySheet'
import { noteList } from '../../workbook/sheets/noteSheet'
import { standardsSheet } from '../../workbook/sheets/standardsSheet'
import type { ReviewMark } from '../../workbook/review/reviewMark'
import type { ReviewTerms } from '../../workbook/WorkbookInput'
import { splitSheet, type WorkbookSheet } from '../../workbook/WorkbookSheet'
import type { CensusCount, CensusHousehold } from '../CensusTally'
import { areaFormSheet } from './areaFormSheet'
import { areaTableSheet } from './areaTableSheet'
import { censusFingerprint } from './censusFingerprint'
import { censusCover } from './censusCover'
import type { CensusFrame } from './CensusFrame'
import { censusHouseholdList } from './censusHouseholdSheet'
import { censusMark } from './censusMark'
import { censusMemberList } from './censusMemberSheet'
import { countyTableSheet } from './countyTableSheet'
import { coverageSheet } from './coverageSheet'
import { fingerprintSheet, proposableList, proposalSheet, type FingerprintRow } from './proposalSheet'
import { tableRows } from './tableRows'
import { unitSheet } from './unitSheet'

/** Above so many households a workbook with formulas over each of them opens in no reasonable time. */
const FORMULAS_UP_TO = 20_000

/** How a census workbook is made. */
export interface CensusWorkbookTerms extends ReviewTerms {
  readonly rules: AssessmentRules
  readonly areaForms: Readonly<Record<AreaKind, AreaForm>>
  readonly formulasUpTo?: number
}

/** The census workbook, made household by household: of each only its rows are kept. */
export class CensusWorkbook {
  readonly #terms: CensusWorkbookTerms
  readonly #lists: readonly { readonly list: HouseholdList; readonly rows: PackedRows }[]
  readonly #fingerprints: FingerprintRow[] = []
  #households = 0
  #hidden = 0

  constructor(terms: CensusWorkbookTerms) {
    this.#terms = terms
    this.#lists = [
      censusHouseholdList(this.#instrument, terms),
      censusMemberList(this.#instrument, terms),
      additionalList(terms),
      correctionList(terms),
      noteList(terms),
    ].map((list) => ({ list, rows: new PackedRows() }))
  }

  /** Households come in the order in which the workbook lists them; `interview`: as the census counts it. */
  add({ household, changes, isHidden = false }: Listed, interview: Interview): void {
    const assessment = { ...assessHousehold(household, changes, this.#terms.rules), interview }
    for (const { list, rows } of this.#lists) rows.add(list.rowsOf({ assessment, isHidden }))
    this.#fingerprints.push([household.id, censusFingerprint(household, interview)])
    this.#households += 1
    if (isHidden) this.#hidden += 1
  }

  /** Whether `lists` are a workbook of their own, and the tables have values alone. */
  get areListsApart(): boolean {
    return this.#households > (this.#terms.formulasUpTo ?? FORMULAS_UP_TO)
  }

  /**
   * What it is, proposed corrections, coverage, tables of the county and by area, villages, households, members, additional questions, corrections, notes,
   * standards, sheets of codes, codes, fingerprints, meanings of columns.
   */
  sheets(count: CensusCount, frame: CensusFrame): readonly WorkbookSheet[] {
    const { texts, areaForms, formulasUpTo = FORMULAS_UP_TO } = this.#terms
    const { book, coverage, samplings } = count
    const tables = tableRows(tabulate(book, { isByArea: true, samplings }), book.tables)
    const isOfCounty = (row: (typeof tables)[number]): boolean => row.counted.area.kind === 'county'
    const areFormulas = !this.areListsApart
    const isSampled = samplings !== null
    const told = [
      proposalSheet(this.#households, texts),
      coverageSheet(coverage, this.#instrument, texts),
      countyTableSheet({ rows: tables.filter(isOfCounty), areFormulas, isSampled }, texts),
      areaTableSheet(
        tables.filter((row) => !isOfCounty(row)),
        isSampled,
        texts,
      ),
      areaFormSheet(book.villages, frame.areas.villages, areaForms.village, texts),
      ...(areFormulas ? this.lists() : []),
      standardsSheet(frame, texts),
      ...(areFormulas
        ? (['householdCodes', 'personCodes', 'villageCodes'] as const).map((key) =>
            unitSheet(key, count, texts),
          )
        : []),
      codeSheet(this.#instrument, texts, [proposableList(this.#instrument, texts)]),
      fingerprintSheet(this.#fingerprints, texts),
    ]
    const contents = {
      ...{ count, areFormulas, formulasUpTo, hidden: this.#hidden },
      state: this.mark(count, frame).state,
      sheets: [...told, { key: 'dictionary', name: texts.term('sheets', 'dictionary') } as const],
    }
    const cover = censusCover(frame, contents, this.#terms, areaForms.county)
    return [cover, ...told, dictionarySheet([cover, ...told], texts)].flatMap((sheet) => splitSheet(sheet))
  }

  /** Households, members, and what was asked, corrected and noted besides. */
  lists(): readonly WorkbookSheet[] {
    return this.#lists
      .map(({ list: { key, columns }, rows }) => {
        return { key, name: this.#terms.texts.term('sheets', key), isList: true, columns, rows }
      })
      .filter(({ key, rows }) => key !== 'additional' || rows.length > 0)
  }

  /** What the workbook says of itself. */
  mark(count: CensusCount, { standards }: CensusFrame): ReviewMark {
    return censusMark(count, standards, this.#terms.project)
  }

  get #instrument(): Instrument {
    return this.#terms.rules.currentInstrument
  }
}

/** A household that may be hidden from whoever writes the workbook. */
type Listed = Pick<CensusHousehold, 'household' | 'changes'> & { readonly isHidden?: boolean }
