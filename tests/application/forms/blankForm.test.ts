import { describe, expect, it } from 'vitest'
import { textsOf } from '../../../src/adapters/resources/texts'
import { conditionWords } from '../../../src/application/forms/blank/conditionWords'
import { LANGUAGES, type Language } from '../../../src/application/texts/Texts'
import { aHousehold, aMember } from '../../builders/aHousehold'
import { anInterview, INSTRUMENT, type InterviewCase } from '../../builders/anInterview'
import { aFormsBook, anAssessment, textsIn } from '../../builders/aFormsBook'

function blank(language: Language = 'zh-CN', given: InterviewCase = {}): readonly string[] {
  const [make] = aFormsBook(['blank'], { texts: textsOf(language) }).add({ assessment: anAssessment(given) })
  return make === undefined ? [] : textsIn(make())
}

describe('the blank form', () => {
  it.each(LANGUAGES)('has every question of the instrument, in its order (%s)', (language) => {
    const all = blank(language).join('\n')
    const groups = INSTRUMENT.data.groups.filter(({ after }) => after === undefined)
    const places = groups.flatMap(({ questions }) =>
      questions.map(({ label }) => all.indexOf(label[language])),
    )
    expect(places).not.toContain(-1)
    for (const { questions } of INSTRUMENT.data.groups)
      for (const { label, plain } of questions)
        expect(all).toContain(`${label[language]}  ${plain[language]}`)
  })
  it('asks for the outcome at the end, as the interview does', () => {
    const all = blank().join('\n')
    const last = INSTRUMENT.data.groups.flatMap(({ questions }) => questions).at(-1)
    expect(all.indexOf('入户结果  ')).toBeGreaterThan(all.indexOf(`${last?.label['zh-CN'] ?? '?'}  `))
    expect(all.match(/入户结果 {2}/g)).toHaveLength(1)
  })
  it('has every choice with its number and code', () => {
    const all = blank().join('\n')
    for (const { data } of INSTRUMENT.questions.values())
      for (const { name, label } of INSTRUMENT.data.choices[data.choices ?? ''] ?? [])
        expect(all).toMatch(new RegExp(`\\d+ ${label['zh-CN'].replace(/[()]/g, '\\$&')} \\[${name}\\]`))
  })
  it('numbers the items of each kind of income from 1, as their keys are', () => {
    const all = blank().join('\n')
    expect(all).toContain('“收入类别”是“财产性收入”：1 土地流转 [land_rent]')
    expect(all).toContain('“收入类别”是“转移性收入”：1 低保金 [allowance]')
  })
  it('says when a question is asked', () => {
    const all = blank().join('\n')
    expect(all).toContain('只有“就学状况”是“不在校”才问')
    expect(all).toContain('周岁不小于6且周岁不大于15')
    expect(blank('en').join('\n')).toContain('only if “Schooling” is “')
  })
  it('has no answer, and what the list knows of members', () => {
    const household = aHousehold({
      members: [aMember({ name: '李甲', birthDate: '1980-05-05', educationLevel: 'primary' })],
    })
    const texts = blank('zh-CN', { household })
    expect(texts).toContain('李甲')
    expect(texts).toContain('1980-05-05')
    expect(texts).toContain('小学')
    expect(texts).not.toContain('一年到头都够吃')
  })
  it('has room for a person more than the list names', () => {
    const members = Array.from({ length: 5 }, (_, at) => aMember({ id: `m${at}`, name: `成员${at}` }))
    const texts = blank('zh-CN', { household: aHousehold({ members }) })
    const heads = texts.filter((text) => text.startsWith('人员变化'))
    expect(heads).toHaveLength(2)
  })
})

describe('words of conditions', () => {
  it.each(LANGUAGES)('are there for every name that a condition may use (%s)', (language) => {
    const interview = anInterview()
    const { inputs, calculations } = INSTRUMENT.data
    for (const { name } of [...inputs, ...calculations])
      expect(conditionWords(`\${${name}}`, interview, textsOf(language)), name).not.toBe('')
  })
  it('put an “or” within an “and” in brackets', () => {
    const source = "${food_enough} != '' and (${bedding} = 'short' or not(selected(${shocks}, 'none')))"
    expect(conditionWords(source, anInterview(), textsOf('en'))).toMatch(
      / is answered and \(.* or .*does not have.*\)$/,
    )
  })
})
