import { describe, expect, it } from 'vitest'
import { writtenAlike } from '../../../src/domain/roster/writtenAlike'
import { inventedId } from '../../fixtures/roster/inventedPeople'
import { readList, told } from '../../fixtures/roster/readList'

const [LI, WANG] = [1, 2].map((order) => inventedId('1970-01-01', order))
const HEADER = ['户编号', '人编号', '姓名', '证件号码', '与户主关系', '脱贫属性']

describe('two names', () => {
  it.each([
    ['买买提·吐尔逊', '买买提•吐尔逊'],
    ['买买提·吐尔逊', '买买提・吐尔逊'],
    ['买买提‧吐尔逊', '买买提吐尔逊'],
    ['冯𠮷梅', '冯?梅'],
    ['冯𠮷梅', '冯??梅'],
    ['冯𠮷梅', '冯□梅'],
    ['冯𠮷梅', '冯\ue123梅'],
    ['冯㛃', '冯？'],
  ])('may be one: %s and %s', (left, right) => {
    expect(writtenAlike(left, right)).toBe(true)
    expect(writtenAlike(right, left)).toBe(true)
  })
  it.each([
    ['冯小梅', '冯大梅'],
    ['冯梅', '冯梅梅'],
    ['冯??梅', '冯明'],
    ['??', '冯梅'],
    ['冯(梅', '冯梅'],
  ])('are two: %s and %s', (left, right) => expect(writtenAlike(left, right)).toBe(false))
})

describe('a person', () => {
  it.each([
    ['the ID number says so', null, null],
    ['人编号 says so', '5101', '5101'],
  ])(
    'is one, with the whole name, and reported, when %s and a character of one name is lost',
    (_, one, other) => {
      const [first, second] = one === null ? [LI, LI] : [null, null]
      const roster = readList([
        HEADER,
        ['51', one, '冯?梅', first ?? null, '户主', '已脱贫'],
        ['51', other, '冯𠮷梅', second ?? null, '户主', '已脱贫'],
      ])
      expect(roster.households[0]?.members.map(({ name }) => name)).toEqual(['冯𠮷梅'])
      expect(told(roster)).toEqual(['member_listed_twice C3', 'name_written_differently C3'])
    },
  )
  it('is two when nothing but the name is alike', () =>
    expect(
      readList([
        HEADER,
        ['51', null, '冯?梅', null, '户主', '已脱贫'],
        ['51', null, '冯𠮷梅', null, '之女', '已脱贫'],
      ]).households[0]?.members,
    ).toHaveLength(2))
  it('is two when the number is one and the names have nothing in common', () =>
    expect(
      readList([
        HEADER,
        ['51', null, '冯一', LI ?? null, '户主', '已脱贫'],
        ['51', null, '冯二', LI ?? null, '之女', '已脱贫'],
      ]).households[0]?.members,
    ).toHaveLength(2))
  it('is the head, not another one, when the column of heads writes the name with another dot', () => {
    const roster = readList([
      ['户编号', '户主姓名', '姓名', '证件号码', '脱贫属性'],
      ['51', '买买提·吐尔逊', '买买提•吐尔逊', LI ?? null, '已脱贫'],
      ['51', '买买提·吐尔逊', '古丽', WANG ?? null, '已脱贫'],
    ])
    expect(roster.households[0]?.members.map(({ name, relation }) => [name, relation])).toEqual([
      ['买买提•吐尔逊', 'head'],
      ['古丽', null],
    ])
    expect(told(roster)).toEqual(['name_written_differently C2'])
  })
  it('stays in one household when rows write the name of its head with different dots', () => {
    const roster = readList([
      ['行政村', '户主姓名', '姓名', '脱贫属性'],
      ['上寨村', '买买提·吐尔逊', '买买提·吐尔逊', '已脱贫'],
      ['上寨村', '买买提•吐尔逊', '古丽', '已脱贫'],
    ])
    expect(roster.households).toHaveLength(1)
  })
})

describe('places', () => {
  const header = ['乡(镇)', '行政村', '户编号', '姓名', '与户主关系', '脱贫属性']
  it('that differ only in a blank stay two, and are reported at each household of the second', () => {
    const roster = readList([
      header,
      ['松坪乡', '上寨村', '51', '李一', '户主', '已脱贫'],
      ['松坪乡', '上寨 村', '52', '李二', '户主', '已脱贫'],
      ['松坪乡', '上寨 村', '53', '李三', '户主', '已脱贫'],
    ])
    expect(roster.households.map(({ village }) => village)).toEqual(['上寨村', '上寨 村', '上寨 村'])
    expect(told(roster)).toEqual(['place_written_differently B3', 'place_written_differently B4'])
  })
  it('with a blank within are reported, even when the list writes them alike throughout', () =>
    expect(told(readList([header, ['松坪乡', '上 寨 村', '51', '李一', '户主', '已脱贫']]))).toEqual([
      'place_with_blank B2',
    ]))
  it('of one name in two townships are not reported', () =>
    expect(
      told(
        readList([
          header,
          ['松坪乡', '上寨村', '51', '李一', '户主', '已脱贫'],
          ['石门乡', '上寨村。', '52', '李二', '户主', '已脱贫'],
        ]),
      ),
    ).toEqual([]))
})

describe('a row without a head', () => {
  const header = ['序号', '行政村', '姓名', '与户主关系', '脱贫属性']
  const above = [
    [1, '上寨村', '李一', '户主', '已脱贫'],
    [null, null, '王二', '配偶', null],
    [null, null, '李三', '之子', null],
  ]
  it.each([
    ['has a number and a village of its own', [2, '上寨村', '赵四', null, '已脱贫']],
    ['has a number of its own', [2, null, '赵四', null, null]],
    ['lives in another village', [null, '下寨村', '赵四', null, null]],
  ])('is not joined to the household above, and those below it are not either, when it %s', (_, row) => {
    const roster = readList([
      header,
      ...above,
      row,
      [null, null, '钱五', '配偶', null],
      [3, '上寨村', '孙六', '户主', '已脱贫'],
    ])
    expect(roster.households.map(({ members }) => members.map(({ name }) => name))).toEqual([
      ['李一', '王二', '李三'],
      ['孙六'],
    ])
    expect(told(roster)).toEqual(expect.arrayContaining(['row_without_head C5', 'member_before_head C6']))
    expect(roster.rows.rejected).toBe(2)
  })
  it('is joined when it states neither number nor village', () =>
    expect(
      readList([header, ...above, [null, null, '李四', null, null]]).households[0]?.members,
    ).toHaveLength(4))
  it('is joined when every person of the list has a running number and the village', () => {
    const rows = above.map(([, , ...rest], index) => [index + 1, '上寨村', ...rest])
    expect(
      readList([header, ...rows, [4, '上寨村', '李四', null, null]]).households[0]?.members,
    ).toHaveLength(4)
  })
})

describe('a head with two ID numbers', () => {
  it('is one person, reported, when the name is the same', () => {
    const roster = readList([
      ['户编号', '户主姓名', '户主证件号码', '姓名', '证件号码', '脱贫属性'],
      ['51', '李一', LI ?? null, '李一', WANG ?? null, '已脱贫'],
    ])
    expect(roster.households[0]?.members.map(({ name, relation }) => [name, relation])).toEqual([
      ['李一', 'head'],
    ])
    expect(told(roster)).toEqual(['head_number_differs C2'])
  })

  const HEADER_OF_HEADS = ['行政村', '户主姓名', '户主证件号码', '姓名', '证件号码', '性别']
  const other = (number: string | undefined) => `${number?.slice(0, 16)}9${number?.slice(17)}`
  const household = (village: string, ofMember: string | undefined) => [
    [village, '李一', LI ?? null, '李一', LI ?? null, '男'],
    [village, '李一', ofMember ?? null, '王二', WANG ?? null, '女'],
  ]
  it.each([
    ['on a member’s row', household('上寨村', other(LI))],
    ['on the first row', household('上寨村', other(LI)).toReversed()],
  ] as const)('has one household, told, when a number fails its checksum %s', (_, rows) => {
    const roster = readList([HEADER_OF_HEADS, ...rows])
    expect(roster.households.map(({ members }) => members.map(({ name }) => name))).toEqual([
      ['李一', '王二'],
    ])
    expect(told(roster)).toContain(`head_number_differs C${rows[0]?.[3] === '李一' ? 3 : 2}`)
  })
  it('has two when the villages differ', () => {
    const [first = [], second = []] = household('上寨村', other(LI))
    expect(readList([HEADER_OF_HEADS, first, second.with(0, '下寨村')]).households).toHaveLength(2)
  })
})
