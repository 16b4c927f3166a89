import { byAge } from '../changes/foldChanges'
import type { Change } from '../changes/Change'
import { elementOfPath } from '../changes/elements'
import { isBookkeeping } from './bookkeeping'
import type { InterviewStep } from './interviewSteps'
import { nextStop } from './nextStop'

/** Which stop of a ledger line asks a question. */
const LINE_STOPS: Readonly<Record<string, InterviewStep['kind']>> = {
  income_kind: 'line_item',
  income_item: 'line_item',
  quantity: 'line_amount',
  unit_price: 'line_amount',
  amount_yuan: 'line_amount',
  income_state: 'line_state',
  one_off: 'line_state',
}

/**
 * Where an interview goes on: the stop behind the answer given last, told from the changes themselves, so that it
 * survives whatever ended the app. 0 before the first answer.
 */
export function lastPlace(changes: readonly Change[], steps: readonly InterviewStep[]): number {
  const answers = changes.filter(({ path }) => !isBookkeeping(path) && elementOfPath(path)?.rest !== '')
  const last =
    answers.length === 0
      ? undefined
      : answers.reduce((latest, each) => (byAge(latest, each) < 0 ? each : latest))
  if (last === undefined) return 0
  const index = steps.findIndex((step) => isStopOf(step, last.path))
  return index < 0 ? 0 : (nextStop(steps, index, 1) ?? index)
}

function isStopOf(step: InterviewStep, path: string): boolean {
  if (step.kind === 'add_line') return false
  const element = elementOfPath(path)
  if (element?.list === 'lines') return step.ref.line === element.id && step.kind === LINE_STOPS[element.rest]
  return step.ref.question === (element?.rest ?? path) && step.ref.member === element?.id
}
