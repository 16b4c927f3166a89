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
      trouble: { code: 'code_number_only', details: { list: 'relation' } },
    }))
  it('is flagged when nobody knows the label', () =>
    expect(codeLabel('邻居家的', codes.relation, missing).trouble?.code).toBe('code_unknown'))
  it('keeps a slash inside a label', () =>
    expect(codeLabel('之曾孙子/女', codes.relation, missing).value).toBe('great_grandchild'))
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
