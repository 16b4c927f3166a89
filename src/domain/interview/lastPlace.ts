import { byAge } from '../changes/foldChanges'
import type { Change } from '../changes/Change'
import { elementOfPath } from '../changes/elements'
import type { LedgerRole, Roles } from '../instrument/Roles'
import { isBookkeeping } from './bookkeeping'
import type { InterviewStep } from './interviewSteps'
import { nextStop } from './nextStop'

/** Which stop of a ledger line asks a question. */
const STOPS: readonly (readonly [keyof LedgerRole, InterviewStep['kind']])[] = [
  ['kind', 'line_item'],
  ['item', 'line_item'],
  ['quantity', 'line_amount'],
  ['unitPrice', 'line_amount'],
  ['amount', 'line_amount'],
  ['state', 'line_state'],
  ['oneOff', 'line_state'],
]

/**
 * Where an interview goes on: the stop after the answer given last, read from the changes themselves, so that it
 * survives whatever ended the app. 0 before the first answer.
 */
export function lastPlace(changes: readonly Change[], steps: readonly InterviewStep[], roles: Roles): number {
  const answers = changes.filter(({ path }) => !isBookkeeping(path) && elementOfPath(path)?.rest !== '')
  const last =
    answers.length === 0
      ? undefined
      : answers.reduce((latest, each) => (byAge(latest, each) < 0 ? each : latest))
  if (last === undefined) return 0
  const index = steps.findIndex((step) => isStopOf(step, last.path, roles))
  return index < 0 ? 0 : (nextStop(steps, index, 1) ?? index)
}

function isStopOf(step: InterviewStep, path: string, { ledger }: Roles): boolean {
  if (step.kind === 'add_line') return false
  const element = elementOfPath(path)
  if (element?.list === 'lines') {
    const stop = STOPS.find(([role]) => ledger?.[role] === element.rest)?.[1]
    return step.ref.line === element.id && step.kind === stop
  }
  return step.ref.question === (element?.rest ?? path) && step.ref.member === element?.id
}
