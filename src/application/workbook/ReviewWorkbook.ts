import { outcomeIn } from '../../domain/interview/Interview'
import type { Instrument } from '../../domain/instrument/loadInstrument'
import { isMadeKey } from '../../domain/roster/isMadeKey'
import { describeHousehold } from '../texts/describeHousehold'
import { measureSheet } from './sheets/measureSheet'
import { townshipSheet } from './sheets/townshipSheet'
import { villageSheet } from './sheets/villageSheet'
import { determinationList } from './sheets/determinationSheet'
import { householdList } from './sheets/householdSheet'
import { drawSheets } from './sheets/drawSheets'
import { ledgerList } from './sheets/ledgerSheet'
import { memberList } from './sheets/memberSheet'
import { monitoringLists } from './sheets/monitoringSheet'
import { codeSheet } from './sheets/codeSheet'
import { decisionWordSheet } from './sheets/decisionWords'
import { coverSheet } from './sheets/coverSheet'
import { standardsSheet } from './sheets/standardsSheet'
import { correctionList } from './sheets/correctionSheet'
import { noteList } from './sheets/noteSheet'
import { problemSheet } from './sheets/problemSheet'
import { tallyHouseholds } from '../../domain/programmes/assessment/measures/tallyHouseholds'
import { measuredHousehold } from '../measures/measuredHousehold'
import { orderFigures, type FigureRow } from './review/FigureRow'
import { figureSheet } from './review/figureSheet'
import { incidenceSheet } from './review/incidenceSheet'
import { intervalSheet } from './review/intervalSheet'
import { groupForReview, reviewSheet } from './review/reviewSheet'
import { unitSheet } from './review/unitSheet'
import { varianceSheet } from './review/varianceSheet'
import type { Cell } from '../tables/TableSpec'
import type { HouseholdList } from './HouseholdList'
import type { ReviewedHousehold, ReviewTerms, WorkbookFrame } from './WorkbookInput'
import { splitSheet, type WorkbookSheet } from './WorkbookSheet'

/**
 * The review workbook, first edition, made household by household: of each only its rows are kept, so that a province's
 * assessments need not be in memory together.
 */
export class ReviewWorkbook {
  readonly #terms: ReviewTerms
  readonly #lists: readonly { readonly list: HouseholdList; readonly rows: (readonly Cell[])[] }[]
  #instrument: Instrument | undefined
  #households = 0
  readonly #completed = new Set<string>()
  readonly #figures: FigureRow[] = []
  /** What households without a number are called. */
  readonly #names = new Map<string, string>()

  constructor(terms: ReviewTerms) {
    this.#terms = terms
    this.#lists = [
      householdList(terms),
      determinationList(terms),
      ...monitoringLists(terms),
      memberList(terms),
      ledgerList(terms),
      correctionList(terms),
      noteList(terms),
    ].map((list) => ({ list, rows: [] }))
  }

  /** Households come in the order in which the workbook lists them. */
  add(household: ReviewedHousehold): void {
    for (const { list, rows } of this.#lists) rows.push(...list.rowsOf(household))
    const { interview, household: listed } = household.assessment
    const { id } = listed
    if (isMadeKey(id)) this.#names.set(id, describeHousehold(listed, this.#terms.texts))
    this.#instrument ??= interview.instrument
    this.#figures.push({
      measured: measuredHousehold(household.assessment, household.determinations, household.sampling),
      household: { id, headName: listed.headName, township: listed.township, village: listed.village },
      shown: describeHousehold(listed, this.#terms.texts),
      determinations: household.determinations,
    })
    this.#households += 1
    if (outcomeIn(interview) === interview.instrument.roles.outcome.completed) this.#completed.add(id)
  }

  /**
   * What it is, households, draws of a sample, determinations, measures, villages, townships, monitoring, members, ledger, problems,
   * corrections, notes, standards, codes, words of decisions.
   */
  sheets(frame: WorkbookFrame): readonly WorkbookSheet[] {
    const { texts } = this.#terms
    const { report } = frame
    const figures = orderFigures(this.#figures)
    const groups = groupForReview(this.#figures)
    const tally = tallyHouseholds(this.#figures.map(({ measured }) => measured))
    const starts = { wrongExits: 0, omissions: groups.wrongExits.length }
    const counts = { households: this.#households, interviewed: this.#completed.size }
    return [
      coverSheet(frame, counts, this.#terms),
      reviewSheet(groups, texts),
      this.#sheetOf('households'),
      ...drawSheets(frame.draws, this.#completed, texts),
      this.#sheetOf('determinations'),
      measureSheet(frame, starts, (id) => this.#names.get(id) ?? id, texts),
      villageSheet(frame, this.#instrument, texts),
      townshipSheet(frame, texts),
      this.#sheetOf('monitoring'),
      this.#sheetOf('members'),
      this.#sheetOf('ledger'),
      problemSheet(frame.rosterProblems, this.#terms),
      this.#sheetOf('corrections'),
      this.#sheetOf('notes'),
      standardsSheet(frame, texts),
      intervalSheet(tally, report.totals, texts),
      incidenceSheet(report.measures, texts),
      varianceSheet(figures, tally, report.totals, texts),
      ...(figures.areRowsUnits ? [] : [unitSheet(figures, texts)]),
      figureSheet(
        figures,
        report.villages.map(({ village }) => village),
        texts,
      ),
      codeSheet(this.#instrument, texts),
      decisionWordSheet(texts),
    ].flatMap((sheet) => splitSheet(sheet))
  }

  #sheetOf(key: HouseholdList['key']): WorkbookSheet {
    const own = this.#lists.filter(({ list }) => list.key === key)
    return {
      key,
      name: this.#terms.texts.term('sheets', key),
      isList: true,
      columns: own[0]?.list.columns ?? [],
      rows: own.flatMap(({ rows }) => rows),
    }
  }
}
