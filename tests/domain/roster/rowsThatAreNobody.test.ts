import { describe, expect, it } from 'vitest'
import type { RawCell } from '../../../src/domain/roster/SheetTable'
import { isColumnNumbers } from '../../../src/domain/roster/isColumnNumbers'
import { arrayTable } from '../../fixtures/roster/arrayTable'
import { inventedId } from '../../fixtures/roster/inventedPeople'
import { readList, readTables, told } from '../../fixtures/roster/readList'

const HEADER = ['行政村', '户编号', '姓名', '性别', '证件号码', '与户主关系', '脱贫属性']
const [LI, WANG, ZHAO] = [1, 2, 3].map((order) => inventedId('1970-01-01', order))
const PEOPLE: readonly (readonly RawCell[])[] = [
  ['上寨村', '9901000001', '李建国', '男', LI ?? null, '户主', '已脱贫'],
  ['上寨村', '9901000001', '王芳', '女', WANG ?? null, '配偶', '已脱贫'],
  ['上寨村', '9901000002', '赵六', '男', ZHAO ?? null, '户主', '已脱贫'],
]
const plain = readList([HEADER, ...PEOPLE])

/** The list with a row before its last person. */
function withRow(...row: RawCell[]) {
  return readList([HEADER, PEOPLE[0] ?? [], PEOPLE[1] ?? [], row, PEOPLE[2] ?? []])
}

function people({ households }: ReturnType<typeof readList>) {
  return households.map(({ id, members }) => [id, members.map(({ name }) => name)])
}

describe('a row is nobody', () => {
  it.each([
    ['以下空白 under the name', [null, null, '以下空白']],
    ['以下空白 between dashes', [null, null, '——以下空白——']],
    ['（转下页）', [null, null, '（转下页）']],
    ['接上页 beside a village', ['上寨村', null, '接上页']],
    ['a page number', [null, null, null, null, null, '第 2 页 共 3 页']],
    ['a page number in words', [null, null, '第二页']],
    ['小计 in another column', [null, '小计', '2人', null, null, null, null]],
    ['合 计 under the name', [12, null, '合 计', null, null, null, '3户']],
    ['合计 far to the right', [null, null, null, null, null, '合计', 12]],
    ['a sum in words', [null, null, '共 3 户 5 人']],
    ['a page number alone', [null, null, '- 2 -']],
    ['a telephone number of whoever made the list', [null, null, '联系电话：13900000000']],
    ['a signature in another column', [null, null, null, '填表人：某某', null, '2020年11月']],
    ['column numbers', [1, 2, 3, 4, 5, 6, 7]],
    ['column numbers as text', ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)=(5)+(6)']],
    ['column letters, then numbers', ['甲', '乙', '丙', '丁', 1, 2, 3]],
    ['the header again', HEADER],
    ['the header with blanks', HEADER.map((text) => [...text].join(' '))],
    ['the header in other words', ['村', '户号', '姓名', '性别', '身份证号', '与户主关系', '脱贫状态']],
    ['the header without two columns', [...HEADER.slice(0, 5), null, null]],
  ] as const)('when it is %s', (_, row) => {
    const roster = withRow(...row)
    expect(people(roster)).toEqual(people(plain))
    expect(roster.rows).toEqual({ ...plain.rows, read: plain.rows.read + 1, skipped: plain.rows.skipped + 1 })
    expect(told(roster)).toEqual([])
  })

  it('when it repeats the first row of a header of two', () => {
    const groups = ['行政村', '户编号', '家庭成员基本情况', null, null, null, '脱贫属性']
    const names = [null, null, '姓名', '性别', '证件号码', '与户主关系', null]
    const rows = [groups, names, PEOPLE[0] ?? [], PEOPLE[1] ?? [], groups, names, PEOPLE[2] ?? []]
    const merges = [{ top: 0, left: 2, bottom: 0, right: 5 }]
    expect(people(readTables([arrayTable(rows, { merges })]))).toEqual(people(plain))
  })
})

describe('a row of text alone', () => {
  it.each(['上寨村', '【上寨村】', '以下为 2020 年新识别户'])(
    'is reported and nobody, in the column of names too, when it says %s',
    (text) => {
      const roster = withRow(null, null, text)
      expect(people(roster)).toEqual(people(plain))
      expect(told(roster)).toEqual(['row_is_text C4'])
    },
  )
})

describe('a row behind a blank one', () => {
  it('is rejected and reported when everybody before has a number and it has none', () => {
    const roster = readList([HEADER, ...PEOPLE, [], ['经办', null, '孙七'], ['见证', null, '周八']])
    expect(people(roster)).toEqual(people(plain))
    expect(told(roster)).toEqual(['row_after_list C6', 'row_after_list C7'])
  })
  it('is read when it has a number', () => {
    const roster = readList([
      HEADER,
      ...PEOPLE,
      [],
      ['上寨村', '9901000003', '孙七', '男', null, '户主', '已脱贫'],
    ])
    expect(people(roster)).toHaveLength(3)
  })
})

describe('a row is somebody', () => {
  it.each([
    ['a mark stands in a column of remarks', ['上寨村', '9901000003', '孙七', '男', null, '户主', '合计']],
    ['the person is only a name', [null, null, '孙七']],
    ['the name begins like a mark', ['上寨村', '9901000003', '合计生', '男', null, '户主', '已脱贫']],
  ] as const)('when %s', (_, row) => {
    const names = withRow(...row).households.flatMap(({ members }) => members.map(({ name }) => name))
    expect(names).toContain(row[2])
  })
})

describe('a second table', () => {
  it('below with other columns is reported with its row, and nobody of it is read by the wrong header', () => {
    const other = ['姓名', '证件号码', '户编号', '人均纯收入', '联系电话']
    const roster = readList([HEADER, ...PEOPLE, [], ['附表'], other, ['孙七', '', '9901000003', 3218, '']])
    expect(people(roster)).toEqual(people(plain))
    expect(told(roster).toSorted()).toEqual(['row_is_text A6', 'second_table A7'])
    expect(roster.rows).toMatchObject({ read: 8, rejected: 2 })
  })
  it('above one with more columns is reported with its row: its people are no titles', () => {
    const above = [
      ['姓名', '证件号码', '联系电话', '户编号'],
      ['孙七', null, '13900000000', '9901000003'],
      [],
    ]
    const roster = readList([...above, HEADER, ...PEOPLE])
    expect(people(roster)).toEqual(people(plain))
    expect(told(roster)).toEqual(['second_table A1'])
    expect(roster.rows).toMatchObject({ read: 7, rejected: 3, skipped: 1 })
  })
  it('beside the first is refused with a remedy that loses nobody', () => {
    const rows = [HEADER, ...PEOPLE].map((row) => [...row, null, ...row])
    const right = rows.map((row, index) => (index === 0 ? row : row.with(10, `右${index}`)))
    const { refusals } = readList(right)
    expect(refusals).toMatchObject([{ code: 'tables_side_by_side', place: { cell: 'I1' } }])
  })
})

describe('column numbers', () => {
  it.each([
    [['1', '2', '3']],
    [['栏次', '1', '2', '3']],
    [['甲', '乙', '1', '2', '3=1+2']],
    [['A', 'B', 'C', 'D']],
    [['①', '②', '③']],
  ])('are %j', (texts) => expect(isColumnNumbers(texts)).toBe(true))
  it.each([[['1', '2']], [['1', '3', '5']], [['1', '2', '李建国']], [['甲', '丙', '丁']], [['2', '2', '2']]])(
    'are not %j',
    (texts) => expect(isColumnNumbers(texts)).toBe(false),
  )
})

describe('a small table right below the people', () => {
  const HEADS = ['户编号', '户主个人编号', '户主姓名', '户主证件号码', '脱贫状态']
  const heads: readonly (readonly RawCell[])[] = [
    ['990100000021', '9901000000210001', '李建国', LI ?? null, '已脱贫'],
    ['990100000022', '9901000000220001', '赵六', ZHAO ?? null, '未脱贫'],
  ]
  const TABLES: readonly (readonly [string, readonly (readonly RawCell[])[]])[] = [
    ['counts of years', [['年度', '脱贫户数', '脱贫人数'], [2018, 12, 40]]], // prettier-ignore
    ['amounts of two columns', [['帮扶项目', '金额（元）'], ['危房改造', 20000]]], // prettier-ignore
    ['counts under words no list has', [['类别', '户', '人'], ['低保', 3, 9]]], // prettier-ignore
    ['the same under names and numbers', [[null, null, '类别', '户', '人'], [null, null, '低保', 3, 9]]], // prettier-ignore
  ]

  it.each(TABLES)(
    'adds nobody, and each of its rows is reported or in a range that is, when it holds %s',
    (_, table) => {
      const roster = readList([HEADS, ...heads, ...table])
      expect(roster.households.map(({ members }) => members[0]?.name)).toEqual(['李建国', '赵六'])
      expect(roster.rows.rejected).toBe(table.length)
      for (const code of roster.problems.map(({ code }) => code))
        expect(['second_table', 'row_after_list']).toContain(code)
    },
  )
  it('is no table when it is a child without numbers', () => {
    const roster = readList([HEADER, ...PEOPLE, ['上寨村', null, '赵小', '女', '未上户', '之女', null]])
    expect(roster.households[1]?.members.map(({ name }) => name)).toEqual(['赵六', '赵小'])
  })
})
