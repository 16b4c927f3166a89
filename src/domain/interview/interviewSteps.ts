import type { GroupData, QuestionData } from '../instrument/Instrument'
import type { QuestionRef } from './Answers'
import { frameOf } from './evaluateInterview'
import type { Interview, MemberInstance } from './Interview'
import { choiceOf, instancesOf } from './Interview'
import { hasRosterFact, refTo } from './unansweredQuestions'

/**
 * One stop of the interview's way. A ledger line is asked in three: what it is, how much, whether it came; `add_line`
 * stands behind the last one.
 */
export type InterviewStep =
  | { readonly kind: 'question'; readonly group: string; readonly ref: QuestionRef }
  | {
      readonly kind: 'line_item' | 'line_amount' | 'line_state'
      readonly group: string
      readonly ref: QuestionRef
    }
  | { readonly kind: 'add_line'; readonly group: string }

/** The groups in the order of this household: some stand elsewhere for some (`after`). */
export function groupsInOrder(interview: Interview): readonly GroupData[] {
  const { groups } = interview.instrument.data
  const moved = groups.filter((group) => isMoved(interview, group))
  return groups.flatMap((group) => {
    if (moved.includes(group)) return []
    return [group, ...moved.filter(({ after }) => after?.group === group.name)]
  })
}

/** Every stop that applies now, in order; groups by member go question by question, each from member to member. */
export function interviewSteps(interview: Interview): readonly InterviewStep[] {
  return groupsInOrder(interview).flatMap((group) => stepsOfGroup(interview, group))
}

function stepsOfGroup(interview: Interview, group: GroupData): readonly InterviewStep[] {
  const { repeats, roles } = interview.instrument
  if (group.scope === repeats.hand) return ledgerSteps(interview, group.name)
  const { outcome } = roles
  return group.questions.flatMap((question) => {
    // Asked when the interview is closed, not on the way.
    if (question.name === outcome.question || question.name === outcome.reason) return []
    const slot = interview.instrument.names.slotOf(question.name)
    return instancesOf(interview, group.scope).flatMap((instance): readonly InterviewStep[] => {
      const state = instance.states[slot]?.state
      if (state === undefined || state === 'not_applicable') return []
      if (group.scope === repeats.roster && isSettled(interview, instance as MemberInstance, question))
        return []
      return [{ kind: 'question', group: group.name, ref: refTo(question.name, instance) }]
    })
  })
}

/** Values of the roster and defaults hold until the member is marked as changed or new. */
function isSettled(interview: Interview, member: MemberInstance, question: QuestionData): boolean {
  const status = choiceOf(interview, member, interview.instrument.roles.memberStatus)
  if (status === 'changed' || status === 'new') return false
  return question.default !== undefined || hasRosterFact(interview, member, question)
}

function ledgerSteps(interview: Interview, group: string): readonly InterviewStep[] {
  const { names, roles, openings } = interview.instrument
  const opening = openings.get(group)
  const isAsked = opening === undefined || opening(frameOf(interview, interview.household)) === true
  if (roles.ledger === undefined || !isAsked) return []
  const { item, amount, state } = roles.ledger
  const slot = names.slotOf(state)
  const steps = interview.lines.flatMap((line): readonly InterviewStep[] => [
    { kind: 'line_item', group, ref: refTo(item, line) },
    { kind: 'line_amount', group, ref: refTo(amount, line) },
    ...(line.states[slot]?.state === 'not_applicable'
      ? []
      : ([{ kind: 'line_state', group, ref: refTo(state, line) }] as const)),
  ])
  return [...steps, { kind: 'add_line', group }]
}

function isMoved(interview: Interview, { name }: GroupData): boolean {
  const condition = interview.instrument.placements.get(name)
  return condition?.(frameOf(interview, interview.household)) === true
}
