import type { Text } from '../instrument/Instrument'
import type { Question } from '../instrument/loadInstrument'
import { frameOf } from './evaluateInterview'
import type { Instance, Interview } from './Interview'

export interface Choice {
  readonly name: string
  readonly label: Text
  /** How it is said, where that is not the label. */
  readonly plain?: Text
}

const OTHER: Choice = { name: 'other', label: { 'zh-CN': '其他人', en: 'Somebody else' } }

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
  return members.flatMap(({ id, label, facts }, index) => {
    if (!facts.isPresent) return []
    return [{ name: id, label: facts.name === null ? nameless(label, index + 1) : same(facts.name) }]
  })
}

/** Distinguished by a number: that of its key, or for somebody on the list that of the row. */
function nameless(label: string | null, row: number): Text {
  const nth = /^new-(\d+)$/.exec(label ?? '')?.[1]
  return nth === undefined
    ? { 'zh-CN': `成员 ${row}`, en: `Member ${row}` }
    : { 'zh-CN': `新增的人 ${nth}`, en: `Added member ${nth}` }
}

function same(name: string): Text {
  return { 'zh-CN': name, en: name }
}
