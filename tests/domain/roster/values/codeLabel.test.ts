import { describe, expect, it } from 'vitest'
import { rosterVocabulary } from '../../../../src/adapters/resources/rosterVocabulary'
import { codeLabel, codeLabels } from '../../../../src/domain/roster/values/codeLabel'
import { valueBooks } from '../../../../src/domain/roster/values/ValueBooks'
import { yesNo } from '../../../../src/domain/roster/values/yesNo'

const { codes, missing } = valueBooks(rosterVocabulary)

describe('codeLabel', () => {
  it('is the same for half-width and full-width brackets', () => {
    expect(codeLabel('已脱贫（享受政策）', codes.register_status, missing).value).toBe('exited')
    expect(codeLabel('已脱贫(享受政策)', codes.register_status, missing).value).toBe('exited')
  })
  it('does not mind spaces and line breaks', () =>
    expect(codeLabel('普通\n劳动力 ', codes.labor_ability, missing).value).toBe('ordinary'))
  it('is flagged and not guessed when there is only a number', () =>
    expect(codeLabel('01', codes.relation, missing)).toEqual({
      value: null,
      trouble: { code: 'code_number_only', details: { list: 'relation', number: '01' } },
    }))
  it('is flagged when nobody knows the label', () =>
    expect(codeLabel('邻居家的', codes.relation, missing).trouble?.code).toBe('code_unknown'))
  it('keeps a slash inside a label', () =>
    expect(codeLabel('之曾孙子/女', codes.relation, missing).value).toBe('great_grandchild'))
})

const REGISTER_LABELS = {
  relation:
    '户主, 本人, 配偶, 之子, 之女, 之儿媳, 之女婿, 之孙子, 之孙女, 之外孙子, 之外孙女, 之父, 之母, 之岳父, 之岳母, 之公公, 之婆婆, 之祖父, 之祖母, 之外祖父, 之外祖母, 之兄弟姐妹, 之曾孙子/女, 之侄儿/侄女, 之兄弟媳妇, 之叔伯, 其他',
  education_level: '文盲或半文盲, 小学, 初中, 高中, 大专, 大专及以上, 大专(及以上), 本科及以上, 学龄前儿童',
  health: '健康, 长期慢性病, 患有大病, 残疾',
  labor_ability: '普通劳动力, 技能劳动力, 弱劳动力或半劳动力, 丧失劳动力, 无劳动力',
  register_status:
    '未脱贫, 已脱贫(享受政策), 已脱贫(不再享受政策), 已脱贫（享受政策）, 返贫, 非建档立卡, 边缘户, 重点户',
  household_category: '一般贫困户, 低保贫困户, 特困供养贫困户, 一般脱贫户, 低保脱贫户, 特困供养脱贫户',
  poverty_cause:
    '因病, 因残, 因学, 因灾, 因婚, 因丧, 缺土地, 缺水, 缺技术, 缺劳力, 缺资金, 交通条件落后, 自身发展动力不足, 其他',
  student_status: '非在校生, 学龄前, 小学, 初中, 高中, 中职, 大专以上, 七年级, 小学三年级',
} as const

describe('the words of the register', () => {
  it.each(Object.entries(REGISTER_LABELS))('are all known as %s', (list, labels) => {
    const book = codes[list as keyof typeof REGISTER_LABELS]
    const unknown = labels.split(', ').filter((label) => codeLabel(label, book, missing).value === null)
    expect(unknown).toEqual([])
  })
})

describe('codeLabels', () => {
  it('reads several in any order, parted in any way', () => {
    expect(codeLabels('残疾，长期慢性病', codes.health, missing).value).toEqual(['disabled', 'chronic'])
    expect(codeLabels('长期慢性病、残疾', codes.health, missing).value).toEqual(['chronic', 'disabled'])
  })
  it('keeps what it knows when one part is unknown', () =>
    expect(codeLabels('患有大病,高血压', codes.health, missing)).toEqual({
      value: ['serious'],
      trouble: { code: 'code_unknown', details: { list: 'health' } },
    }))
})

describe('yesNo', () => {
  it.each(['是', '有', '√', 'Y', 1, '1', '已', true])('is yes when the cell is %s', (cell) =>
    expect(yesNo(cell, codes.yes_no, missing).value).toBe(true),
  )
  it.each(['否', '无', '×', 'N', 0, '0', '未', false])('is no when the cell is %s', (cell) =>
    expect(yesNo(cell, codes.yes_no, missing).value).toBe(false),
  )
  it.each(['—', null])('is missing when the cell is %s', (cell) =>
    expect(yesNo(cell, codes.yes_no, missing)).toEqual({ value: null, trouble: null }),
  )
})
