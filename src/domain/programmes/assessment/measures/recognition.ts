import { choiceOf, type Interview } from '../../../interview/Interview'

const ITEMS = ['recognise_policy', 'recognise_help', 'recognise_exit', 'recognise_cadres'] as const
const SATISFACTION_ITEMS = ['recognise_help', 'recognise_cadres'] as const
const CONTENT: readonly string[] = ['satisfied', 'basically']

/**
 * Whether the household recognises: no item is `dissatisfied` and at least one `satisfied` or `basically`. Null where
 * no item was answered; `no_opinion` is an answer. (The official item rule was not found: see the parameter's source.)
 */
export function recognises(interview: Interview): boolean | null {
  return isContent(interview, ITEMS)
}

/** The same of help and cadres alone: the satisfaction of the performance review, as this project reads it. */
export function isSatisfied(interview: Interview): boolean | null {
  return isContent(interview, SATISFACTION_ITEMS)
}

function isContent(interview: Interview, items: readonly string[]): boolean | null {
  // Another programme's form asks nothing of the kind.
  const asked = items.filter((item) => interview.instrument.questions.has(item))
  const answers = asked.flatMap((item) => choiceOf(interview, interview.household, item) ?? [])
  if (answers.length === 0) return null
  return !answers.includes('dissatisfied') && answers.some((answer) => CONTENT.includes(answer))
}
