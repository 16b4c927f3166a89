import { describe, expect, it } from 'vitest'
import { toggleChoice } from '../../../src/domain/interview/toggleChoice'
import { INSTRUMENT } from '../../builders/anInterview'

const MULTIPLE = ['health', 'support_received', 'exclusion_facts', 'shocks'].map((question) => {
  const list = INSTRUMENT.questions.get(question)?.data.choices ?? ''
  return [question, INSTRUMENT.data.choices[list] ?? []] as const
})

describe.each(MULTIPLE)('a press at one of the choices of %s', (_, choices) => {
  const exclusive = choices.filter((each) => each.exclusive === true).map(({ name }) => name)
  const [first = '', second = ''] = choices
    .map(({ name }) => name)
    .filter((name) => !exclusive.includes(name))
  const [none = ''] = exclusive

  it('adds it to others, and takes it away again', () => {
    expect(toggleChoice(choices, [first], second)).toEqual([first, second])
    expect(toggleChoice(choices, [first, second], first)).toEqual([second])
  })
  it('leaves nothing beside what excludes all others, nor that beside others', () => {
    expect(exclusive).toHaveLength(1)
    expect(toggleChoice(choices, [first, second], none)).toEqual([none])
    expect(toggleChoice(choices, [none], first)).toEqual([first])
    expect(toggleChoice(choices, [none], none)).toEqual([])
  })
})
