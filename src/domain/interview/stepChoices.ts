import type { Text } from '../instrument/Instrument'
import { choicesFor, type Choice } from './choicesFor'
import { instancesOf, stateOf, type Instance, type Interview } from './Interview'
import type { InterviewStep } from './interviewSteps'

/** What a ledger line's state is chosen from: one key answers the state and, for transfers, whether it is for once. */
export interface LineState {
  readonly state: string
  readonly oneOff: 'yes' | 'no' | null
}

/** Where it is asked whether a line is for this once. */
const ONE_OFF_STATES: readonly LineState[] = [
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
      return kind === null
        ? listOf(interview, interview.instrument.roles.ledger?.kind)
        : itemsOf(interview, kind)
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
  const { ledger } = interview.instrument.roles
  const line = instanceOfStep(interview, step)
  const isOneOffAsked =
    ledger !== undefined &&
    line !== undefined &&
    stateOf(interview, line, ledger.oneOff).state !== 'not_applicable'
  if (isOneOffAsked) return ONE_OFF_STATES
  return listOf(interview, ledger?.state).map(({ name }) => ({ state: name, oneOff: null }))
}

/** The household, member or line that a stop is about. */
function instanceOfStep(interview: Interview, step: InterviewStep): Instance | undefined {
  if (step.kind === 'add_line') return undefined
  const { question, member, line } = step.ref
  const scope = interview.instrument.questions.get(question)?.scope ?? 'household'
  return instancesOf(interview, scope).find(({ id }) => id === (member ?? line ?? ''))
}

/** The choices of a question, whatever its place. */
function listOf({ instrument }: Interview, question: string | undefined): readonly Choice[] {
  return instrument.data.choices[instrument.questions.get(question ?? '')?.data.choices ?? ''] ?? []
}

function itemsOf(interview: Interview, kind: string): readonly Choice[] {
  const { instrument, household, repeats } = interview
  const { ledger } = instrument.roles
  if (ledger === undefined) return []
  const item = instrument.questions.get(ledger.item)
  const own: string[] = []
  own[instrument.names.slotOf(ledger.kind)] = kind
  const frame = { household: household.values, own, repeats, self: undefined }
  return listOf(interview, ledger.item).filter(
    ({ name }) => item?.choiceRelevant.get(name)?.(frame) !== false,
  )
}

const ONE_OFF: Readonly<Record<'yes' | 'no', Text>> = {
  yes: { 'zh-CN': '，只这一次', en: ', once only' },
  no: { 'zh-CN': '，年年有', en: ', every year' },
}

function stateChoice(interview: Interview, state: string, oneOff: LineState['oneOff']): Choice {
  const label = listOf(interview, interview.instrument.roles.ledger?.state).find(({ name }) => name === state)
    ?.label ?? {
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
