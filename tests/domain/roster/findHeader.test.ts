import { describe, expect, it } from 'vitest'
import { rosterVocabulary } from '../../../src/adapters/resources/rosterVocabulary'
import { columnBook } from '../../../src/domain/roster/ColumnBook'
import { findHeader } from '../../../src/domain/roster/findHeader'
import type { MergedArea, RawCell } from '../../../src/domain/roster/SheetTable'
import { arrayTable } from '../../fixtures/roster/arrayTable'
import { HEADERS, type HeaderList } from '../../fixtures/roster/headerLists'

const book = columnBook(rosterVocabulary.columns)

function fieldsOf(rows: readonly (readonly RawCell[])[], merges: readonly MergedArea[] = []) {
  const header = findHeader(arrayTable(rows, { merges }), book)
  const fields = Object.fromEntries(
    (header?.columns ?? []).map(({ header, known }) => [header, known?.field ?? null]),
  )
  return { top: header?.top, bottom: header?.bottom, fields }
}

describe('findHeader', () => {
  it.each(Object.keys(HEADERS) as HeaderList[])('knows every column of header list %s', (list) => {
    const { fields } = fieldsOf([HEADERS[list]])
    expect(Object.entries(fields).filter(([, field]) => field === null)).toEqual([])
    expect(Object.keys(fields)).toHaveLength(HEADERS[list].length)
  })

  it.each([1, 2, 3, 4])('stands below %i title rows', (titles) => {
    const rows = [...Array.from({ length: titles }, () => ['某县建档立卡户名单']), [...HEADERS.H1], ['1']]
    expect(fieldsOf(rows)).toMatchObject({ top: titles, bottom: titles })
  })

  it('does not mind item numbers, width, spaces, line breaks and marks in a header', () => {
    const { fields } = fieldsOf([
      ['A1姓名', ' 证件\n号码 ', '与户主关系*', '务工时间(月)', '乡（镇）', '２、民族'],
    ])
    expect(Object.values(fields)).toEqual([
      'name',
      'idNumber',
      'relation',
      'workMonths',
      'township',
      'ethnicity',
    ])
  })

  it.each([
    ['idNumber', ['证件号码', '身份证号码', '身份证号', '公民身份号码', '证件号']],
    ['memberNumber', ['人编号', '人口编号', '人员编号', '人编码']],
    ['householdNumber', ['户编号', '户编码', '家庭编号']],
    ['exitState', ['脱贫属性', '脱贫状态']],
    ['laborAbility', ['劳动技能', '劳动能力']],
    ['povertyCause', ['主要致贫原因', '致贫原因', '致贫原因1']],
    ['workPlace', ['务工状况', '务工情况', '务工区域']],
    ['township', ['乡(镇)', '乡', '镇', '乡镇']],
    ['village', ['行政村', '村']],
    ['hamlet', ['自然村', '组', '村民组']],
    ['county', ['县(市、区、旗)', '县', '县区']],
    ['statedSize', ['家庭人口数', '人数', '家庭人口']],
    ['identifiedYear', ['首次识别时间', '识别年度', '建档年度']],
  ])('takes every synonym for %s', (field, headers) => {
    for (const header of headers) expect(book.get(header.replace(/[()、]/g, ''))?.field).toBe(field)
  })

  it('has two rows when groups are merged over their columns', () => {
    const rows = [
      ['户编号', '户主', null, '家庭成员', null, null],
      [null, '姓名', '证件号码', '姓名', '证件号码', '与户主关系'],
      ['1', '甲', '2', '乙', '3', '配偶'],
    ]
    const merges = [
      { top: 0, left: 0, bottom: 1, right: 0 },
      { top: 0, left: 1, bottom: 0, right: 2 },
      { top: 0, left: 3, bottom: 0, right: 5 },
    ]
    expect(fieldsOf(rows, merges)).toEqual({
      top: 0,
      bottom: 1,
      fields: {
        户编号: 'householdNumber',
        '户主/姓名': 'headName',
        '户主/证件号码': 'headIdNumber',
        '家庭成员/姓名': 'name',
        '家庭成员/证件号码': 'idNumber',
        '家庭成员/与户主关系': 'relation',
      },
    })
  })

  it('is not found on a sheet of notes', () => {
    const rows = [['填表说明'], ['一、姓名按身份证填写。'], ['二、行政村', '填全称']]
    expect(findHeader(arrayTable(rows), book)).toBeNull()
  })
})
