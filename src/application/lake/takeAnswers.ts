import type { ElementList } from '../../domain/changes/elements'
import { isWordless } from '../../domain/instrument/Instrument'
import type { Instrument, Question } from '../../domain/instrument/loadInstrument'
import type { Instance, QuestionState } from '../../domain/interview/Interview'
import { keyOf } from '../datasets/answerVariables'
import { writingOf } from '../workbook/writings'
import type { LakeHousehold } from './LakeHousehold'
import type { LakeKeys } from './lakeKeys'
import type { LakeRow } from './lakeSchema'

type AnswerRow = LakeRow<'answers'>

/**
 * One row a code that was chosen, a number, a day, or the reason why there is none. Texts are left out, and so is the day of
 * birth: ages are in `members`. Of an interview in which nothing was answered there is no row. They are handed over one by one: of a
 * county there are millions.
 */
export function takeAnswers(
  { assessment, isHidden = false }: LakeHousehold,
  keys: LakeKeys,
  take: (row: AnswerRow) => void,
): void {
  const { household: listed, interview } = assessment
  const { instrument } = interview
  const instances = [interview.household, ...interview.members, ...interview.lines]
  if (!isHidden && !instances.some(isAnswered)) return
  const household = keys.household(listed.id)
  const memberKey = (id: string): string => keys.member(listed.id, keyOf(assessment, id))
  for (const own of instances) {
    const { scope } = own
    const instance = own.list === 'members' ? memberKey(own.id) : own.list && keyOf(assessment, own.id)
    for (const { slot, data } of askedOf(instrument, own.list)) {
      const question = data.name
      const give = (code: string | null, number: number | null, day: string | null, missing: string | null) =>
        take({ household, scope, instance, question, code, number, day, missing })
      const state = own.states[slot]
      if (isHidden) give(null, null, null, 'hidden')
      else if (isGiven(state)) giveAnswer(state, data, memberKey, give)
      else give(null, null, null, writingOf(assessment, own, question))
    }
  }
}

type Given = Extract<QuestionState, { readonly state: 'answered' }>

/** Whether there is an answer that counts: one that is only prefilled does not. */
function isGiven(state: QuestionState | undefined): state is Given {
  return state?.state === 'answered' && state.answer.evidence !== 'registry'
}

function isAnswered({ states }: Instance): boolean {
  return states.some(isGiven)
}

function giveAnswer(
  { answer: { value } }: Given,
  { type }: Question['data'],
  memberKey: (id: string) => string,
  give: (code: string | null, number: number | null, day: string | null, missing: null) => void,
): void {
  if (type === 'signature') give(null, 1, null, null)
  else if (isWordless(type)) give(null, [value].flat().length, null, null)
  else if (typeof value === 'number') give(null, value, null, null)
  else if (type === 'date') give(null, null, String(value), null)
  else {
    const isMember = type === 'select_one_member' || type === 'select_multiple_members'
    for (const code of typeof value === 'string' ? [value] : value)
      give(isMember ? memberKey(String(code)) : String(code), null, null, null)
  }
}

const ASKED = new WeakMap<Instrument, Map<ElementList | null, readonly Question[]>>()

/** Questions of the household, or of a list's elements, whose answers a lake has; found once for each form. */
function askedOf(instrument: Instrument, list: ElementList | null): readonly Question[] {
  const known = ASKED.get(instrument) ?? new Map<ElementList | null, readonly Question[]>()
  ASKED.set(instrument, known)
  const found = known.get(list)
  if (found !== undefined) return found
  const birthDate = instrument.prefilled.get('birthDate')
  const asked = [...instrument.questions.values()].filter(({ scope, data: { name, type } }) => {
    return instrument.repeats.listOf(scope) === list && type !== 'text' && name !== birthDate
  })
  known.set(list, asked)
  return asked
}
