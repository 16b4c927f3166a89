import { outcomeIn } from '../../domain/interview/Interview'
import type { Instrument } from '../../domain/instrument/loadInstrument'
import { isMadeKey } from '../../domain/roster/isMadeKey'
import { describeHousehold } from '../texts/describeHousehold'
import { determinationList } from './sheets/determinationSheet'
import { householdList } from './sheets/householdSheet'
import { drawSheets } from './sheets/drawSheets'
import { additionalList } from './sheets/additionalSheet'
import { ledgerList } from './sheets/ledgerSheet'
import { memberList } from './sheets/memberSheet'
import { monitoringLists } from './sheets/monitoringSheet'
import { codeSheet } from './sheets/codeSheet'
import { dictionarySheet } from './sheets/dictionarySheet'
import { decisionWordSheet } from './sheets/decisionWords'
import { coverSheet } from './sheets/coverSheet'
import { standardsSheet } from './sheets/standardsSheet'
import { correctionList } from './sheets/correctionSheet'
import { noteList } from './sheets/noteSheet'
import { questionList, questionSheet, questionsLeftOut } from './sheets/questionSheet'
import { problemSheet } from './sheets/problemSheet'
import { CRITERIA } from '../../domain/programmes/assessment/criteria/Criterion'
import type { Texts } from '../texts/Texts'
import { computedSheets } from './review/computedSheets'
import type { FigureRow } from './review/FigureRow'
import { fingerprintOf } from './review/reviewFormat'
import { reviewMark, type ReviewMark } from './review/reviewMark'
import type { HouseholdList } from './HouseholdList'
import { joinedRows, PackedRows } from './SheetRows'
import { measuredOf, type ReviewedHousehold, type ReviewTerms, type WorkbookFrame } from './WorkbookInput'
import { splitSheet, type WorkbookSheet } from './WorkbookSheet'

/** Above so many households no program opens one workbook with everything in reasonable time: the lists are apart. */
export const LISTS_APART_ABOVE = 50_000

/** Lists of what was found out, on which nothing else in the workbook rests. */
const LISTS = [
  'households',
  'determinations',
  'monitoring',
  'members',
  'ledger',
  'additional',
  'corrections',
  'notes',
] as const

/**
 * The review workbook, first edition, made household by household: of each only its rows are kept, so that a province's
 * assessments need not be in memory together.
 */
export class ReviewWorkbook {
  readonly #terms: ReviewTerms
  readonly #listsApartAbove: number
  readonly #lists: readonly { readonly list: HouseholdList; readonly rows: PackedRows }[]
  #instrument: Instrument | undefined
  #households = 0
  #hidden = 0
  readonly #completed = new Set<string>()
  readonly #figures: FigureRow[] = []
  /** What households without a number are called. */
  readonly #names = new Map<string, string>()

  constructor(terms: ReviewTerms, listsApartAbove: number = LISTS_APART_ABOVE) {
    this.#terms = terms
    this.#listsApartAbove = listsApartAbove
    this.#lists = [
      householdList(terms),
      determinationList(terms),
      questionList(terms),
      ...monitoringLists(terms),
      memberList(terms),
      ledgerList(terms),
      additionalList(terms),
      correctionList(terms),
      noteList(terms),
    ].map((list) => ({ list, rows: new PackedRows() }))
  }

  /** Households come in the order in which the workbook lists them. */
  add(household: ReviewedHousehold): void {
    for (const { list, rows } of this.#lists) rows.add(list.rowsOf(household))
    const { interview, household: listed } = household.assessment
    const { id } = listed
    if (isMadeKey(id)) this.#names.set(id, describeHousehold(listed, this.#terms.texts))
    // Households whose interview began before there were additional groups have the form without them.
    if (interview.instrument.questions.size > (this.#instrument?.questions.size ?? 0))
      this.#instrument = interview.instrument
    const { determinations } = household
    const measured = measuredOf(household)
    this.#figures.push({
      measured,
      household: { id, headName: listed.headName, township: listed.township, village: listed.village },
      shown: describeHousehold(listed, this.#terms.texts),
      row: this.#figures.length,
      unmet: unmetIn(household, this.#terms.texts),
      determinations,
      fingerprint: fingerprintOf({ household: listed, measured, determinations }),
    })
    this.#households += 1
    if (household.isHidden === true) this.#hidden += 1
    if (outcomeIn(interview) === interview.instrument.roles.outcome.completed) this.#completed.add(id)
  }

  /**
   * What it is, review, open questions, households, draws of a sample, determinations, measures, villages, townships, monitoring,
   * members, ledger, problems, corrections, notes, standards, steps of intervals, figures, codes, words of decisions,
   * meanings of columns.
   */
  sheets(frame: WorkbookFrame): readonly WorkbookSheet[] {
    const { texts } = this.#terms
    const nameOf = (id: string): string => this.#names.get(id) ?? id
    const { review, results, steps } = computedSheets(this.#figures, frame, this.#instrument, nameOf, texts)
    const questions = this.#sheetOf('questions')
    const list = (key: (typeof LISTS)[number]): readonly WorkbookSheet[] =>
      this.areListsApart ? [] : [this.#sheetOf(key)]
    const told = [
      review,
      questionSheet(questions, texts),
      ...list('households'),
      ...drawSheets(frame.draws, this.#completed, texts),
      ...list('determinations'),
      ...results,
      ...list('monitoring'),
      ...list('members'),
      ...list('ledger'),
      ...list('additional').filter(isTold),
      problemSheet(frame.rosterProblems, this.#terms),
      ...list('corrections'),
      ...list('notes'),
      standardsSheet(frame, texts),
      ...steps,
      codeSheet(this.#instrument, texts),
      decisionWordSheet(texts),
    ]
    const contents = {
      households: this.#households,
      interviewed: this.#completed.size,
      hidden: this.#hidden,
      questionsLeftOut: questionsLeftOut(questions.rows.length),
      areListsApart: this.areListsApart,
      state: this.mark(frame).state,
      sheets: [...told, { key: 'dictionary', name: texts.term('sheets', 'dictionary') } as const],
    }
    const cover = coverSheet(frame, contents, this.#terms)
    return [cover, ...told, dictionarySheet([cover, ...told], texts)].flatMap((sheet) => splitSheet(sheet))
  }

  /** Whether `lists` are a workbook of their own; `sheets` has them otherwise. */
  get areListsApart(): boolean {
    return this.#households > this.#listsApartAbove
  }

  /** The lists for a second, plain workbook. */
  lists(): readonly WorkbookSheet[] {
    return LISTS.map((key) => this.#sheetOf(key))
      .filter(isTold)
      .flatMap((sheet) => splitSheet(sheet))
  }

  /** What the workbook says of itself. */
  mark(frame: WorkbookFrame): ReviewMark {
    return reviewMark(this.#figures, this.#terms.project, frame)
  }

  #sheetOf(key: HouseholdList['key']): WorkbookSheet {
    const own = this.#lists.filter(({ list }) => list.key === key)
    return {
      key,
      name: this.#terms.texts.term('sheets', key),
      isList: true,
      columns: own[0]?.list.columns ?? [],
      rows: joinedRows(own.map(({ rows }) => rows)),
    }
  }
}

/** Additional questions have a sheet only where there are any. */
function isTold({ key, rows }: WorkbookSheet): boolean {
  return key !== 'additional' || rows.length > 0
}

function unmetIn({ assessment }: ReviewedHousehold, texts: Texts): string | null {
  const { criteria } = assessment.judgement
  const unmet = CRITERIA.filter((criterion) => {
    const found = criteria?.[criterion]
    return found?.applicable === true && found.result === 'unmet'
  })
  return unmet.map((criterion) => texts.term('criteria', criterion)).join('、') || null
}
