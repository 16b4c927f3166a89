import { describe, expect, it } from 'vitest'
import {
  compareFigures,
  type RowFigures,
  type TableFigures,
} from '../../../../../src/domain/programmes/census/compare/compareFigures'

const row = (code: string, share: number | null, more: Partial<RowFigures> = {}): RowFigures => ({
  code,
  share,
  ...more,
})
const table = (id: string, rows: readonly RowFigures[], area = 'county'): TableFigures => ({ id, area, rows })
const sampled = (low: number, high: number) => ({ interval: { low, high } })

describe('compareFigures', () => {
  it('tells shares of both and their difference, row by row and column by column', () => {
    const now = [table('age', [row('old', 0.3, { column: 'male' }), row('old', 0.2, { column: 'female' })])]
    const earlier = [
      table('age', [row('old', 0.1, { column: 'female' }), row('old', 0.35, { column: 'male' })]),
    ]
    const [compared] = compareFigures(now, earlier).tables
    expect(compared?.rows.map(({ column, earlier, difference }) => [column, earlier, difference])).toEqual([
      ['male', 0.35, expect.closeTo(-0.05, 12)],
      ['female', 0.1, expect.closeTo(0.1, 12)],
    ])
  })
  it('takes what one count lacks for none, never for 0', () => {
    const { tables, onlyIn } = compareFigures(
      [table('bedding', [row('enough', 1), row('new', 0.5)]), table('roads', [])],
      [table('bedding', [row('enough', null), row('old', 0.5)]), table('wells', [])],
    )
    expect(tables).toHaveLength(1)
    expect(tables[0]?.rows.map(({ code, standing, difference }) => [code, standing, difference])).toEqual([
      ['enough', 'both', null],
      ['new', 'now', null],
      ['old', 'earlier', null],
    ])
    expect(onlyIn).toEqual({ now: ['roads'], earlier: ['wells'] })
  })
  it('gives the difference an interval only where both counts are sampled and have one', () => {
    const intervals = (one: Partial<RowFigures>, other: Partial<RowFigures>) =>
      compareFigures([table('t', [row('a', 0.5, one)])], [table('t', [row('a', 0.4, other)])]).tables[0]
        ?.rows[0]?.interval
    expect(intervals({}, {})).toBeNull()
    expect(intervals(sampled(0.47, 0.53), {})).toBeNull()
    expect(intervals(sampled(0.47, 0.53), { interval: { low: null, high: null } })).toBeNull()
    expect(intervals(sampled(0.47, 0.53), sampled(0.36, 0.44))).toEqual({
      low: expect.closeTo(0.05, 12) as number,
      high: expect.closeTo(0.15, 12) as number,
    })
  })
  it('matches areas by name, whatever the county is called, and names those that have no other', () => {
    const of = (...areas: readonly string[]) => areas.map((area) => table('t', [row('a', 0.5)], area))
    const { tables, areas, onlyIn } = compareFigures(
      of('county', '云岭县/松坪乡', '云岭县/松坪乡/石门村'),
      of('county', '/松坪乡', '/松坪乡/老街村'),
    )
    expect(tables.map(({ area }) => area)).toEqual(['county', '云岭县/松坪乡'])
    expect(areas).toEqual({ now: ['云岭县/松坪乡/石门村'], earlier: ['/松坪乡/老街村'] })
    expect(onlyIn).toEqual({ now: [], earlier: [] })
  })
})
