import type { Text } from '../instrument/Instrument'
import type { Question } from '../instrument/loadInstrument'
import { frameOf } from './evaluateInterview'
import type { Instance, Interview } from './Interview'

export interface Choice {
  readonly name: string
  readonly label: Text
}

const OTHER: Choice = { name: 'other', label: { 'zh-CN': '其他人', en: 'Somebody else' } }

const NAMELESS: Text = { 'zh-CN': '新增的人', en: 'The added member' }

/** The choices of a question in its place, in the order of their digits: its list's, or the members of the household. */
export function choicesFor(interview: Interview, instance: Instance, question: Question): readonly Choice[] {
  const { type, choices } = question.data
  switch (type) {
    case 'select_one':
    case 'select_multiple': {
      const list = interview.instrument.data.choices[choices ?? ''] ?? []
      if (question.choiceRelevant.size === 0) return list
      const frame = frameOf(interview, instance)
      return list.filter(({ name }) => question.choiceRelevant.get(name)?.(frame) !== false)
    }
    case 'select_one_member':
      return [...membersOf(interview), OTHER]
    case 'select_multiple_members':
      return membersOf(interview)
    default:
      return []
  }
}

function membersOf({ members }: Interview): readonly Choice[] {
  return members
    .filter(({ facts }) => facts.isPresent)
    .map(({ id, facts }) => ({
      name: id,
      label: facts.name === null ? NAMELESS : { 'zh-CN': facts.name, en: facts.name },
    }))
}
