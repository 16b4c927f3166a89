import { describe, expect, it } from 'vitest'
import type { ChoiceData } from '../../src/domain/instrument/Instrument'
import { INSTRUMENT } from '../builders/anInterview'

const questions = INSTRUMENT.data.groups.flatMap((group) => group.questions)
const YES_NO = ['是', '否', 'Yes', 'No']

function choicesOf(list: string | undefined): readonly ChoiceData[] {
  return INSTRUMENT.data.choices[list ?? ''] ?? []
}

describe('a question', () => {
  it.each(questions)('$name asks one thing', ({ plain }) => {
    expect((plain['zh-CN'].match(/[？?]/g) ?? []).length, plain['zh-CN']).toBeLessThanOrEqual(1)
    expect((plain.en.match(/\?/g) ?? []).length, plain.en).toBeLessThanOrEqual(1)
  })
  it.each(questions)('$name is answered by its choices: 是 and 否 only where it asks …吗, and for nothing negative', ({ plain, choices }) => {
    const said = choicesOf(choices).flatMap((each) => Object.values(each.plain ?? each.label) as string[])
    if (!said.some((word) => YES_NO.includes(word))) return
    expect(plain['zh-CN']).toMatch(/吗？$/)
    expect(plain['zh-CN']).not.toMatch(/不|没/)
  })
  it.each(questions)('$name is said in other words than its official term', ({ plain, label }) => {
    expect(plain['zh-CN']).not.toBe(label['zh-CN'])
    expect(plain.en).not.toBe(label.en)
  })
})

describe('a list of choices', () => {
  it('has no two that are said alike', () => {
    for (const [list, choices] of Object.entries(INSTRUMENT.data.choices)) {
      for (const language of ['zh-CN', 'en'] as const) {
        // Items of different kinds are never offered together.
        const said = choices.map((each) => `${(each.plain ?? each.label)[language]} ${each.relevant ?? ''}`)
        expect(new Set(said).size, `${list} ${language}`).toBe(said.length)
      }
    }
  })
})
