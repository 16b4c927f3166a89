import { describe, expect, it } from 'vitest'
import { arrayTable } from '../../fixtures/roster/arrayTable'
import { HEADERS, rowOf } from '../../fixtures/roster/headerLists'
import { inventedId } from '../../fixtures/roster/inventedPeople'
import { readList, readTables, told } from '../../fixtures/roster/readList'

const LI = inventedId('1970-01-01', 1)
const WANG = inventedId('1972-03-04', 2)

describe('a list', () => {
  it('of land and housing (H6) comes in when a key column stands beside it', () => {
    const header = ['户编号', ...HEADERS.H6]
    const roster = readTables([
      arrayTable([HEADERS.H4, rowOf(HEADERS.H4, { 户编号: '51', 户主姓名: '李建国', 脱贫状态: '已脱贫' })], {
        sheet: '户',
      }),
      arrayTable([header, rowOf(header, { 户编号: '51', '耕地面积(亩)': 3, 危房等级: 'A级' })], {
        sheet: '住房',
      }),
    ])
    expect(roster.households).toMatchObject([
      { id: '51', headName: '李建国', kept: { '耕地面积(亩)': '3', 危房等级: 'A级' } },
    ])
    expect(told(roster)).toEqual([])
    expect(roster.rows).toEqual({ read: 4, imported: 1, merged: 1, skipped: 2, rejected: 0 })
  })

  it('of persons (H5) comes in whole when a key column stands beside it', () => {
    const header = ['户编号', ...HEADERS.H5]
    const { households } = readList([
      header,
      rowOf(header, { 户编号: '51', A1姓名: '李建国', A4与户主关系: '户主' }),
      rowOf(header, { 户编号: '51', A1姓名: '王芳', A4与户主关系: '配偶' }),
      rowOf(header, { 户编号: '52', A1姓名: '赵六', A4与户主关系: '户主' }),
    ])
    expect(households.map(({ id, members }) => [id, members.length])).toEqual([
      ['51', 2],
      ['52', 1],
    ])
  })

  it('may fill one column on every row, one on the head’s row, and merge a third', () => {
    const table = arrayTable(
      [
        ['户编号', '行政村', '脱贫属性', '姓名', '与户主关系'],
        ['51', '丙村', '已脱贫', '李建国', '户主'],
        ['51', null, null, '王芳', '配偶'],
        ['52', null, '未脱贫', '赵六', '户主'],
      ],
      { merges: [{ top: 1, left: 1, bottom: 3, right: 1 }] },
    )
    const roster = readTables([table])
    expect(roster.households.map(({ id, village, status }) => [id, village, status])).toEqual([
      ['51', '丙村', 'exited'],
      ['52', '丙村', 'poor'],
    ])
    expect(told(roster)).toEqual([])
  })

  it('with 脱贫年度 behind 脱贫属性 and blank columns (H1 from row 4) is read whole', () => {
    const header = [...HEADERS.H1.slice(0, 20), '脱贫年度', null, ...HEADERS.H1.slice(20)]
    const cells: Readonly<Record<string, string>> = {
      户编号: '51',
      姓名: '李建国',
      与户主关系: '户主',
      脱贫属性: '已脱贫(享受政策)',
      脱贫年度: '2018年',
    }
    const roster = readList([
      ['某县名单'],
      [null],
      header,
      header.map((name) => (name === null ? null : (cells[name] ?? null))),
    ])
    expect(roster.households).toMatchObject([{ id: '51', status: 'exited', exitYear: 2018 }])
  })

  it('puts a household together when its members are split over two files', () => {
    const header = ['户编号', '姓名', '证件号码', '与户主关系', '脱贫属性']
    const roster = readTables([
      arrayTable([header, ['51', '李建国', LI, '户主', '已脱贫']], { file: 'a.xlsx' }),
      arrayTable([header, ['51', '王芳', WANG, '配偶', '已脱贫']], { file: 'b.xlsx' }),
    ])
    expect(roster.households.map(({ members }) => members.map(({ name }) => name))).toEqual([
      ['李建国', '王芳'],
    ])
    expect(roster.problems).toMatchObject([
      {
        code: 'household_in_two_files',
        severity: 'note',
        place: { file: 'b.xlsx', cell: 'A2' },
        details: { otherPlace: 'a.xlsx › 名单', otherRow: 2 },
      },
    ])
  })
})
