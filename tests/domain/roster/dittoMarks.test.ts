import { describe, expect, it } from 'vitest'
import { arrayTable } from '../../fixtures/roster/arrayTable'
import { readList, readTables, told } from '../../fixtures/roster/readList'

const HEADER = ['行政村', '户编号', '姓名', '与户主关系', '脱贫属性', '健康状况']

describe('a ditto mark', () => {
  it.each(['〃', '"', '″', '“', '同上', '同上一户', '（同上）'.slice(1, 3), 'Ditto', '↓', ' 〃 '])(
    '%j says what the cell above says, and is reported',
    (mark) => {
      const roster = readList([
        HEADER,
        ['上寨村', '51', '李建国', '户主', '已脱贫', '健康'],
        [mark, mark, '王芳', '配偶', mark, mark],
        [mark, '52', '赵六', '户主', mark, '残疾'],
      ])
      expect(roster.households).toMatchObject([
        {
          id: '51',
          village: '上寨村',
          status: 'exited',
          members: [{}, { name: '王芳', health: ['healthy'] }],
        },
        { id: '52', village: '上寨村', status: 'exited', members: [{ name: '赵六' }] },
      ])
      expect(told(roster).toSorted()).toEqual([
        'ditto_mark A3',
        'ditto_mark A4',
        'ditto_mark B3',
        'ditto_mark E3',
        'ditto_mark E4',
        'ditto_mark F3',
      ])
    },
  )

  it('goes past blank cells of members, and through other marks, in a column of the household', () => {
    const roster = readList([
      HEADER,
      ['上寨村', '51', '李建国', '户主', '已脱贫', null],
      [null, null, '王芳', '配偶', null, null],
      ['同上', '52', '赵六', '户主', '同上', null],
      ['〃', '53', '钱七', '户主', '〃', null],
    ])
    expect(roster.households.map(({ village }) => village)).toEqual(['上寨村', '上寨村', '上寨村'])
  })
  it('has the value of a merged cell above', () => {
    const rows = [
      HEADER,
      ['上寨村', '51', '李建国', '户主', '已脱贫', null],
      [null, '51', '王芳', '配偶', null, null],
      ['〃', '52', '赵六', '户主', '已脱贫', null],
    ]
    const merges = [{ top: 1, left: 0, bottom: 2, right: 0 }]
    expect(readTables([arrayTable(rows, { merges })]).households[1]?.village).toBe('上寨村')
  })
  it.each([
    ['stands in the first row', 0],
    ['follows an arrow that points elsewhere', 1],
  ])('is missing and reported when it %s', (_, before) => {
    const rows = before === 0 ? [] : [['←', '50', '孙八', '户主', '已脱贫', null]]
    const roster = readList([HEADER, ...rows, ['同上', '51', '李建国', '户主', '已脱贫', null]])
    expect(roster.households.at(-1)?.village).toBeNull()
    expect(told(roster)).toContain(`ditto_unclear A${2 + before}`)
  })
  it('gives nobody the name or the number of another', () => {
    const roster = readList([
      [...HEADER, '人编号'],
      ['上寨村', '51', '李建国', '户主', '已脱贫', null, '5101'],
      ['上寨村', '51', '同上', '配偶', '已脱贫', null, '〃'],
    ])
    expect(roster.households[0]?.members.map(({ name, id }) => [name, id])).toEqual([['李建国', '5101']])
    expect(told(roster)).toEqual(expect.arrayContaining(['ditto_unclear C3', 'ditto_unclear G3']))
  })
})
