import type { Text } from '../instrument/Instrument'
import { choicesFor, type Choice } from './choicesFor'
import type { Instance, Interview } from './Interview'
import type { InterviewStep } from './interviewSteps'
import { instancesOf } from './runChecks'

/** What a ledger line's state is chosen from: one key answers the state and, for transfers, whether it is for once. */
export interface LineState {
  readonly state: string
  readonly oneOff: 'yes' | 'no' | null
}

const STATES = ['received', 'own_consumption', 'unsold', 'expected'].map((state): LineState => ({
  state,
  oneOff: null,
}))

const TRANSFER_STATES: readonly LineState[] = [
  { state: 'received', oneOff: 'no' },
  { state: 'received', oneOff: 'yes' },
  { state: 'expected', oneOff: 'no' },
  { state: 'expected', oneOff: 'yes' },
]

/** What the digits stand for at a stop; at a ledger item the kinds first, then, with a `kind`, its items. */
export function stepChoices(
  interview: Interview,
  step: InterviewStep,
  kind: string | null,
): readonly Choice[] {
  switch (step.kind) {
    case 'add_line':
    case 'line_item':
      return kind === null ? listOf(interview, 'income_kind') : itemsOf(interview, kind)
    case 'line_state':
      return statesOf(interview, step).map(({ state, oneOff }) => stateChoice(interview, state, oneOff))
    case 'line_amount':
      return []
    case 'question': {
      const question = interview.instrument.questions.get(step.ref.question)
      const instance = instanceOfStep(interview, step)
      return question === undefined || instance === undefined ? [] : choicesFor(interview, instance, question)
    }
  }
}

/** The states of the line at a stop, in the order of their digits. */
export function statesOf(interview: Interview, step: InterviewStep): readonly LineState[] {
  const kind = instanceOfStep(interview, step)?.values[interview.instrument.names.slotOf('income_kind')]
  return kind === 'transfer' ? TRANSFER_STATES : STATES
}

/** The household, member or line that a stop is about. */
export function instanceOfStep(interview: Interview, step: InterviewStep): Instance | undefined {
  if (step.kind === 'add_line') return undefined
  const { question, member, line } = step.ref
  const scope = interview.instrument.questions.get(question)?.scope ?? 'household'
  return instancesOf(interview, scope).find(({ id }) => id === (member ?? line ?? ''))
}

function listOf(interview: Interview, list: string): readonly Choice[] {
  return interview.instrument.data.choices[list] ?? []
}

function itemsOf({ instrument, household, members, lines }: Interview, kind: string): readonly Choice[] {
  const item = instrument.questions.get('income_item')
  const own: string[] = []
  own[instrument.names.slotOf('income_kind')] = kind
  const frame = { household: household.values, own, member: members, line: lines, self: undefined }
  const items = instrument.data.choices['income_item'] ?? []
  return items.filter(({ name }) => item?.choiceRelevant.get(name)?.(frame) !== false)
}

const ONE_OFF: Readonly<Record<'yes' | 'no', Text>> = {
  yes: { 'zh-CN': '，只这一次', en: ', once only' },
  no: { 'zh-CN': '，年年有', en: ', every year' },
}

function stateChoice(interview: Interview, state: string, oneOff: LineState['oneOff']): Choice {
  const label = listOf(interview, 'income_state').find(({ name }) => name === state)?.label ?? {
    'zh-CN': state,
    en: state,
  }
  if (oneOff === null) return { name: state, label }
  const more = ONE_OFF[oneOff]
  return {
    name: `${state} ${oneOff}`,
    label: { 'zh-CN': label['zh-CN'] + more['zh-CN'], en: label.en + more.en },
  }
}
