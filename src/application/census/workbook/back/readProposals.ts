import { pathOfAnswer } from '../../../../domain/interview/answerPath'
import type { QuestionData } from '../../../../domain/instrument/Instrument'
import { groupBy } from '../../../../domain/shared/groupBy'
import type { Problem } from '../../../../domain/shared/Problem'
import type { ProblemCode } from '../../../../domain/shared/ProblemCode'
import { isSameHousehold } from '../../../workbook/review/foreignReview'
import {
  textIn,
  type ChangedCell,
  type ReturnedCell,
  type ReturnedCensus,
  type ReturnedProposal,
} from '../../../workbook/review/ReturnedWorkbook'
import { reviewProblem } from '../../../workbook/review/reviewProblem'
import { readFingerprint, type RowMark } from '../../../workbook/review/rowFingerprint'
import type { OutdatedQuestion, ReviewQuestion } from '../../../workbook/review/TakenReview'
import { householdNames, type NamesHousehold } from './householdNames'
import type { ProposedState } from './ProposedState'
import { questionNames } from './questionNames'
import type { CurrentCensus } from './takeProposals'

/** What the rows of the sheet of proposals say. */
interface ReadProposals {
  /** Each once, however often it was written. */
  readonly questions: readonly ReviewQuestion[]
  readonly outdated: readonly OutdatedQuestion[]
  readonly problems: readonly Problem[]
  /** People named beside questions that are asked of nobody in particular. */
  readonly ignored: readonly ChangedCell[]
}

/** Reads the proposals; `marks`: how each household of the workbook stood. */
export function readProposals(
  returned: ReturnedCensus,
  marks: ReadonlyMap<string, RowMark>,
  current: CurrentCensus,
): ReadProposals {
  const named = { householdOf: householdNames(returned), questionOf: questionNames(current.instrument) }
  const rows = returned.proposals.map((cells) => readRow(cells, { ...named, returned, marks, current }))
  return {
    questions: onceEach(rows.flatMap(({ questions = [] }) => questions)),
    outdated: rows.flatMap(({ outdated = [] }) => outdated),
    problems: [
      ...rows.flatMap(({ problems = [] }) => problems),
      ...returned.below
        .filter((cells) => emptyCells(cells, returned).length === 0)
        .map(({ household }) => reviewProblem('proposal_below_rows', returned, household)),
    ],
    ignored: rows.flatMap(({ ignored = [] }) => ignored),
  }
}

interface Reading {
  readonly returned: ReturnedCensus
  readonly marks: ReadonlyMap<string, RowMark>
  readonly current: CurrentCensus
  readonly householdOf: NamesHousehold
  readonly questionOf: (text: string) => QuestionData | undefined
}

function readRow(cells: ReturnedProposal, reading: Reading): Partial<ReadProposals> {
  const { returned, marks, current, householdOf, questionOf } = reading
  const household = householdOf(cells.household)
  const question = questionOf(textIn(cells.question) ?? '')
  const problems = [
    ...emptyCells(cells, returned),
    ...(household === null ? unknown('proposal_household_unknown', cells.household) : []),
    ...(question === undefined ? unknown('proposal_question_unknown', cells.question) : []),
  ].map(([code, cell]) => reviewProblem(code, returned, cell))
  const mark = household === null ? undefined : marks.get(household)
  // Of a household whose row is damaged that is told at the row.
  if (problems.length > 0 || household === null || question === undefined || mark === undefined)
    return { problems }

  const { questions, repeats } = current.instrument
  const isOfMember = questions.get(question.name)?.scope === repeats.roster
  const name = textIn(cells.member)
  const said = {
    ...saidIn(cells, returned),
    household,
    path: question.name,
    ...(isOfMember && name !== null && { member: name }),
  }
  const state = current.states.get(household)
  if (state === undefined || !isSameHousehold(mark, state.household))
    return { outdated: [{ said, isGone: true }] }
  if (!isAsWritten(mark, state)) return { outdated: [{ said, isGone: false }] }
  if (isOfMember) return ofMember(said, cells.member, state, returned)
  return {
    questions: [said],
    ignored: name === null ? [] : [{ ...placeOf(cells.member), was: null, now: name }],
  }
}

/** The proposal about the person who is named; without exactly one, what is wrong. */
function ofMember(
  said: ReviewQuestion,
  cell: ReturnedCell,
  state: ProposedState,
  returned: ReturnedCensus,
): Partial<ReadProposals> {
  const { household, path: question } = said
  const name = textIn(cell)
  const wrong = (code: ProblemCode) => ({ problems: [reviewProblem(code, returned, cell, { household })] })
  if (name === null) return wrong('proposal_member_missing')
  const [member, ...others] = state.membersCalled(name)
  if (member === undefined || others.length > 0) return wrong('proposal_member_unknown')
  return { questions: [{ ...said, path: pathOfAnswer({ question, member }) }] }
}

function onceEach(questions: readonly ReviewQuestion[]): readonly ReviewQuestion[] {
  const keyOf = ({ household, path, value, reason, by }: ReviewQuestion): string =>
    JSON.stringify([household, path, value, reason, by])
  return [...groupBy(questions, keyOf).values()].flatMap(([first]) => first ?? [])
}

/** What is wrong with a cell in which something is written that is not known; nothing of an empty one. */
function unknown(code: ProblemCode, cell: ReturnedCell): readonly Trouble[] {
  return textIn(cell) === null ? [] : [[code, cell]]
}

/** What is wrong with which cell. */
type Trouble = readonly [ProblemCode, ReturnedCell]

/** The cells of a row that must be filled in and are not, each with what is wrong. */
function emptyCells(
  { household, question, value, reason, by }: ReturnedProposal,
  { reviewer }: ReturnedCensus,
): readonly Trouble[] {
  const isEmpty = (cell: ReturnedCell): boolean => textIn(cell) === null
  return [
    ...[household, question, value].filter(isEmpty).map((cell) => ['proposal_incomplete', cell] as const),
    ...(isEmpty(reason) ? [['review_question_reason_missing', reason] as const] : []),
    ...(isEmpty(by) && isEmpty(reviewer) ? [['review_reviewer_missing', by] as const] : []),
  ]
}

function saidIn({ value, reason, by }: ReturnedProposal, { reviewer }: ReturnedCensus) {
  const text = (cell: ReturnedCell): string => textIn(cell) ?? ''
  return { ...placeOf(value), value: text(value), reason: text(reason), by: text(by) || text(reviewer) }
}

function placeOf({ sheet, cell }: ReturnedCell) {
  return { sheet, cell }
}

function isAsWritten({ state }: RowMark, { household, fingerprint }: ProposedState): boolean {
  return readFingerprint(household.id, fingerprint)?.state === state
}
