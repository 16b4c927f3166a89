import { describe, expect, it } from 'vitest'
import { arrayTable } from '../../fixtures/roster/arrayTable'
import { readTables, told } from '../../fixtures/roster/readList'

const ROWS = [
  ['某县名单', null, null],
  ['户编号', '姓名', '脱贫属性'],
  ['51', '李建国', '已脱贫'],
  ['52', '赵六', '未脱贫'],
]

describe('hidden parts of a list', () => {
  it('are imported, with a note at the first hidden row and column', () => {
    const roster = readTables([arrayTable(ROWS, { hidden: { rows: [2, 3], columns: [2] } })])
    expect(roster.households.map(({ id, status }) => [id, status])).toEqual([
      ['51', 'exited'],
      ['52', 'poor'],
    ])
    expect(told(roster)).toEqual(['rows_hidden A3', 'columns_hidden C2'])
    expect(roster.problems).toMatchObject([
      { severity: 'note', details: { count: 2, firstRow: 3 } },
      { severity: 'note', value: 'C', details: { count: 1 } },
    ])
  })

  it('are not reported when only titles and header are hidden', () =>
    expect(told(readTables([arrayTable(ROWS, { hidden: { rows: [0, 1], columns: [] } })]))).toEqual([]))
})
