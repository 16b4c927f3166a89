import { describe, expect, it } from 'vitest'
import { textsOf } from '../../src/adapters/resources/texts'
import type { CheckLine } from '../../src/application/census/checks/checkLines'
import { censusChecksReport, checkJson } from '../../src/cli/censusChecks'
import { CENSUS_FORM } from '../builders/aCensusInterview'

const ZH = textsOf('zh-CN')
const NONE = { 'zh-CN': '选了“都没有”，就不能再选别的。', en: 'None with others.' }

const line = (own: Partial<CheckLine>): CheckLine => ({
  check: 'some_check',
  tier: 'warning',
  level: 'household',
  area: '测县/甲乡/石村',
  household: 'h1',
  member: null,
  interview: null,
  questions: [],
  message: { 'zh-CN': '不对。', en: 'Wrong.' },
  reason: null,
  opens: null,
  ...own,
})

const told = (lines: readonly CheckLine[]): readonly string[] =>
  censusChecksReport(lines, CENSUS_FORM, ZH).split('\n').slice(2)

describe('the checks in the terminal', () => {
  it('word what has no message of its own, for each question', () => {
    const offered = { check: 'choice_not_offered', message: null, questions: ['support_received'] }
    const range = { check: 'out_of_range', message: null, questions: ['bedding'] }
    expect(told([line(offered), line({ ...offered, household: 'h2' }), line(range)])).toEqual([
      '  警告  选项和前面的回答对不上 (享受过的帮扶)  2 户',
      `  警告  超出范围，请核对 (${CENSUS_FORM.questions.get('bedding')?.data.label['zh-CN']})  1 户`,
    ])
    expect(checkJson(line(offered), textsOf('en'))).toMatchObject({
      check: 'choice_not_offered',
      text: 'Does not go with an earlier answer',
    })
  })
  it('name the question where several checks say the same, and only there', () => {
    const support = { check: 'none_with_others_support', questions: ['support_received'], message: NONE }
    const health = { check: 'none_with_others_health', questions: ['health_items'], message: NONE }
    const [first, second, third] = told([line(support), line(health), line({})])
    expect(first).toBe(`  警告  ${NONE['zh-CN']} (享受过的帮扶)  1 户`)
    expect(second).toContain(`(${CENSUS_FORM.questions.get('health_items')?.data.label['zh-CN']})`)
    expect(third).toBe('  警告  不对。  1 户')
  })
  it.each([
    ['county', '全县'],
    ['测县/甲乡/石村', '测县/甲乡/石村'],
    ['//', '没有写村'],
    ['/甲乡/', '甲乡/没有写村'],
  ])('say %s as %s', (area, words) => {
    const level = area === 'county' ? 'county' : 'village'
    expect(told([line({ area, level })])).toEqual([`  警告  ${words}  不对。`])
  })
})
