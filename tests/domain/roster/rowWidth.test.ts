import { describe, expect, it } from 'vitest'
import { arrayTable } from '../../fixtures/roster/arrayTable'
import { readTables, told } from '../../fixtures/roster/readList'

const HEADER = ['户编号', '姓名', '与户主关系', '脱贫属性', '备注']
const LI = ['51', '李建国', '户主', '已脱贫', '住在镇上']
const delimited = (...rows: readonly (readonly string[])[]) =>
  readTables([arrayTable([HEADER, ...rows], { isDelimited: true })])

describe('a row of a delimited text', () => {
  it('is rejected with its place when a separator too many has moved its cells', () => {
    const roster = delimited(LI, ['52', '赵六', '户主', '已脱贫', '养牛', '养羊'])
    expect(roster.households.map(({ id }) => id)).toEqual(['51'])
    expect(told(roster)).toEqual(['row_wider_than_header F3'])
    expect(roster.rows).toMatchObject({ read: 3, imported: 1, rejected: 1 })
  })
  it('is rejected when a moved cell is a word that marks a note', () =>
    expect(told(delimited(LI, ['注', '滩村52', '赵六', '户主', '已脱贫', '养羊']))).toEqual([
      'row_wider_than_header F3',
    ]))
  it('is rejected when the cell that was moved out is blank', () =>
    expect(told(delimited(LI, LI.with(0, '53'), ['52', '赵', '六', '户主', '已脱贫', '']))).toEqual([
      'row_wider_than_header F4',
    ]))
  const WHOLE = ['54', '55', '56', '57'].map((id) => LI.with(0, id))

  it('is rejected with its other half when a line break within a cell has parted it', () => {
    const roster = delimited(...WHOLE, ['52', '赵'], ['六', '户主', '已脱贫', '住在镇上'])
    expect(roster.households.map(({ id }) => id)).toEqual(['54', '55', '56', '57'])
    expect(told(roster)).toEqual(['row_broken A6', 'row_broken A7'])
  })
  it('is rejected when it ends before a column that every other row has filled', () => {
    const roster = delimited(...WHOLE, ['52', '赵六', '户主'])
    expect(roster.households.map(({ id }) => id)).toEqual(['54', '55', '56', '57'])
    expect(told(roster)).toEqual(['row_shorter_than_header A6'])
  })
  it('is rejected when it is shorter and yet ends with a blank cell', () =>
    expect(told(delimited(LI, LI.with(0, '53'), ['52', '赵六户主', '已脱贫', '']))).toEqual([
      'row_shorter_than_header A4',
    ]))
  it('is held against the filled rows when there are as many blank ones', () => {
    const blank = ['', '', '', '', '']
    const rows = WHOLE.flatMap((row) => [row, blank.slice(0, 1)])
    expect(told(delimited(...rows, ['52', '赵六', '户主'], ['']))).toEqual(['row_shorter_than_header A10'])
  })
  it('is rejected when it leaves out cells that the row above has blank', () =>
    expect(told(delimited(LI.with(4, ''), ['52', '赵六', '户主']))).toEqual(['row_shorter_than_header A3']))
  it.each([4, 1])(
    'is read when Excel has left out the blank cells of a block of sixteen rows, of which %i are there',
    (count) => {
      const people = (from: number, count: number, remark: readonly string[]) =>
        Array.from({ length: count }, (_, index) => [`${from + index}`, '赵六', '户主', '已脱贫', ...remark])
      const roster = delimited(...people(50, 14, ['']), LI.with(0, '64'), ...people(70, count, []))
      expect(told(roster)).toEqual([])
      expect(roster.households).toHaveLength(15 + count)
    },
  )
  it('is rejected when it begins a block of sixteen rows and yet ends with a blank cell', () => {
    const people = Array.from({ length: 15 }, (_, index) => LI.with(0, `${50 + index}`).with(4, ''))
    expect(told(delimited(...people, ['70', '赵六户主', '已脱贫', '']))).toEqual([
      'row_shorter_than_header A17',
    ])
  })
  it('is read when rows leave out their blank cells as a rule', () =>
    expect(told(delimited(LI, ['52', '赵六', '户主', '已脱贫'], ['53', '钱七', '户主', '已脱贫']))).toEqual(
      [],
    ))
  it('is read when every row ends with one separator more than the header', () =>
    expect(told(delimited([...LI, ''], [...LI.with(0, '52'), '']))).toEqual([]))
})

describe('cells without a header', () => {
  it('are reported with their column, and not read, when a workbook has them', () => {
    const roster = readTables([arrayTable([HEADER, [...LI, null, '丢失的一列'], LI.with(0, '52')])])
    expect(told(roster)).toEqual(['column_without_header G2'])
    expect(roster.problems[0]).toMatchObject({
      severity: 'warning',
      value: '丢失的一列',
      details: { count: 1 },
    })
  })
})
