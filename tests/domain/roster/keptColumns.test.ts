import { describe, expect, it } from 'vitest'
import { readList, told } from '../../fixtures/roster/readList'

const HEADER = ['户编号', '姓名', '与户主关系', '脱贫属性']

describe('what no field holds', () => {
  it('is kept under its header, even when the header is a word of the programming language', () => {
    const { households } = readList([
      [...HEADER, '__proto__', 'constructor', '备注', 'toString'],
      ['51', '李建国', '户主', '已脱贫', '甲', '乙', '丙', '丁'],
      ['51', '王芳', '配偶', '已脱贫', '戊', null, '丙', null],
    ])
    expect(Object.entries(households[0]?.members[0]?.kept ?? {})).toEqual([
      ['__proto__', '甲'],
      ['constructor', '乙'],
      ['toString', '丁'],
    ])
    expect(Object.entries(households[0]?.kept ?? {})).toEqual([['备注', '丙']])
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('is kept with the household when rows of two blocks name it by such a word', () => {
    const { households } = readList([
      ['户编号', '户主姓名', '人数', 'constructor'],
      ['51', '李建国', 2, null],
      ['51', '李建国', 3, '甲'],
    ])
    expect(households[0]?.kept['constructor']).toBe('甲')
  })

  it('holds the text of columns that only the checks read', () => {
    const { households } = readList([
      [...HEADER, '是否享受低保', '失学或辍学原因', '工资性收入'],
      ['51', '李建国', '户主', '未脱贫', '是', '否', '8,000元'],
    ])
    expect(households).toMatchObject([
      {
        wageIncome: 8000,
        kept: { 工资性收入: '8,000元' },
        members: [{ receivesAllowance: true, kept: { 是否享受低保: '是', 失学或辍学原因: '否' } }],
      },
    ])
    expect(households[0]?.members[0]).not.toHaveProperty('dropoutReason')
  })

  it('is the number of a code, flagged at every cell, when the list gives only numbers', () => {
    const roster = readList([HEADER, ['51', '李建国', '01', '已脱贫'], ['51', '王芳', 2, '已脱贫']])
    expect(roster.households[0]?.members.map(({ kept }) => kept)).toEqual([
      { 与户主关系: '01' },
      { 与户主关系: '2' },
    ])
    expect(told(roster)).toEqual(['code_number_only C2', 'code_number_only C3', 'no_head C2'])
  })
})
