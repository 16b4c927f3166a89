import type { ElementList } from '../../domain/changes/elements'
import { isWordless, type QuestionData } from '../../domain/instrument/Instrument'
import type { Instrument } from '../../domain/instrument/loadInstrument'
import type { AnswerValue } from '../../domain/interview/Answers'
import { stateOf, type Instance } from '../../domain/interview/Interview'
import { keyOf } from '../datasets/answerVariables'
import { writingOf } from '../workbook/writings'
import type { LakeHousehold } from './LakeHousehold'
import type { LakeKeys } from './lakeKeys'
import type { LakeRow } from './lakeSchema'

type AnswerRow = LakeRow<'answers'>

/**
 * One row a code that was chosen, a number, a day, or the reason why there is none. Texts are left out, and so is the day of
 * birth: ages are in `members`. Of an interview in which nothing was answered there is no row.
 */
export function answerRows(
  { assessment, isHidden = false }: LakeHousehold,
  keys: LakeKeys,
): readonly AnswerRow[] {
  const { household: listed, interview } = assessment
  const { instrument, household, members, lines } = interview
  const instances = [household, ...members, ...lines]
  if (!isHidden && !instances.some(isAnswered)) return []
  const keyOfHousehold = keys.household(listed.id)
  const memberKey = (id: string): string => keys.member(listed.id, keyOf(assessment, id))
  return instances.flatMap((instance) => {
    const place = {
      household: keyOfHousehold,
      scope: instance.scope,
      instance:
        instance.list === null
          ? null
          : instance.list === 'members'
            ? memberKey(instance.id)
            : keyOf(assessment, instance.id),
    }
    return askedOf(instrument, instance.list).flatMap((question): readonly AnswerRow[] => {
      const row = { ...place, question: question.name, code: null, number: null, day: null, missing: null }
      if (isHidden) return [{ ...row, missing: 'hidden' }]
      const missing = writingOf(assessment, instance, question.name)
      if (missing !== null) return [{ ...row, missing }]
      const state = stateOf(interview, instance, question.name)
      if (state.state !== 'answered') return []
      return saidBy(question, state.answer.value, memberKey).map((said) => ({ ...row, ...said }))
    })
  })
}

function isAnswered({ states }: Instance): boolean {
  return states.some((state) => state?.state === 'answered' && state.answer.evidence !== 'registry')
}

/** What an answer says, each code by itself. */
function saidBy(
  { type }: QuestionData,
  value: AnswerValue,
  memberKey: (id: string) => string,
): readonly Partial<Pick<AnswerRow, 'code' | 'number' | 'day'>>[] {
  if (type === 'signature') return [{ number: 1 }]
  if (isWordless(type)) return [{ number: [value].flat().length }]
  if (typeof value === 'number') return [{ number: value }]
  if (type === 'date') return [{ day: String(value) }]
  const isMember = type === 'select_one_member' || type === 'select_multiple_members'
  return [value].flat().map((code) => ({ code: isMember ? memberKey(String(code)) : String(code) }))
}

const ASKED = new WeakMap<Instrument, Map<ElementList | null, readonly QuestionData[]>>()

/** Questions of the household, or of a list's elements, whose answers a lake has; found once for each form. */
function askedOf(instrument: Instrument, list: ElementList | null): readonly QuestionData[] {
  const known = ASKED.get(instrument) ?? new Map<ElementList | null, readonly QuestionData[]>()
  ASKED.set(instrument, known)
  const found = known.get(list)
  if (found !== undefined) return found
  const birthDate = instrument.prefilled.get('birthDate')
  const asked = [...instrument.questions.values()]
    .filter(({ scope, data: { name, type } }) => {
      return instrument.repeats.listOf(scope) === list && type !== 'text' && name !== birthDate
    })
    .map(({ data }) => data)
  known.set(list, asked)
  return asked
}
