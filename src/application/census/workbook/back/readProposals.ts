import { pathOfAnswer } from '../../../../domain/interview/answerPath'
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
import { householdNames } from './proposedHousehold'
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
  { instrument, households, states }: CurrentCensus,
): ReadProposals {
  const questions = new Map<string, ReviewQuestion>()
  const outdated: OutdatedQuestion[] = []
  const problems: Problem[] = []
  const ignored: ChangedCell[] = []
  const householdOf = householdNames(returned)
  const questionOf = questionNames(instrument)
  for (const cells of returned.proposals) {
    const empty = emptyCells(cells, returned)
    const wrong = (code: ProblemCode, cell: ReturnedCell, household?: string): void => {
      problems.push(reviewProblem(code, returned, cell, household === undefined ? {} : { household }))
    }
    for (const [code, cell] of empty) wrong(code, cell)
    const household = householdOf(cells.household)
    const question = questionOf(textIn(cells.question) ?? '')
    if (household === null && textIn(cells.household) !== null)
      wrong('proposal_household_unknown', cells.household)
    if (question === undefined && textIn(cells.question) !== null)
      wrong('proposal_question_unknown', cells.question)
    const mark = household === null ? undefined : marks.get(household)
    // Of a household whose row is damaged that is told at the row.
    if (empty.length > 0 || household === null || question === undefined || mark === undefined) continue

    const state = states.get(household)
    const said = { ...saidIn(cells, returned), household }
    const isGone = state === undefined || !isSameHousehold(mark, households.get(household))
    const name = textIn(cells.member)
    if (isGone || !isAsWritten(mark, state)) {
      outdated.push({ said: { ...said, path: question.name }, isGone })
      continue
    }
    const isOfMember = instrument.questions.get(question.name)?.scope === instrument.repeats.roster
    if (!isOfMember) {
      if (name !== null) ignored.push({ ...placeOf(cells.member), was: null, now: name })
      keep({ ...said, path: question.name })
      continue
    }
    const [member, ...others] = name === null ? [] : state.membersCalled(name)
    if (name === null) wrong('proposal_member_missing', cells.member, household)
    else if (member === undefined || others.length > 0)
      wrong('proposal_member_unknown', cells.member, household)
    else keep({ ...said, path: pathOfAnswer({ question: question.name, member }) })
  }
  return { questions: [...questions.values()], outdated, problems, ignored }

  function keep(asked: ReviewQuestion): void {
    const { household, path, value, reason, by } = asked
    const key = JSON.stringify([household, path, value, reason, by])
    if (!questions.has(key)) questions.set(key, asked)
  }
}

/** The cells of a row that must be filled in and are not, each with what is wrong. */
function emptyCells(
  { household, question, value, reason, by }: ReturnedProposal,
  { reviewer }: ReturnedCensus,
): readonly (readonly [ProblemCode, ReturnedCell])[] {
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
