import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedCells } from '../../../../src/application/workbook/review/changedCells'
import { matchSheets } from '../../../../src/application/workbook/review/matchSheets'
import type { ChangedCell, ColumnArea } from '../../../../src/application/workbook/review/ReturnedWorkbook'
import type { SnapshotCell } from '../../../../src/application/workbook/review/Snapshot'

type Rows = readonly (readonly SnapshotCell[])[]

const HEADER = ['户编号', '村', '人数', '合计']

function changed(was: Rows, now: Rows, inputs: readonly ColumnArea[] = []): readonly ChangedCell[] {
  const sheets = matchSheets([{ name: '户', rows: was }], [{ name: '户', isVisible: true, rows: now }])
  return changedCells(sheets, inputs)
}

/** Rows with a key each, a text that may be twice, a number and a formula. */
const rows = fc
  .uniqueArray(fc.integer({ min: 1, max: 99_999 }), { minLength: 1, maxLength: 12 })
  .chain((keys) =>
    fc.tuple(
      ...keys.map((key) =>
        fc.tuple(
          fc.constant(`k${key}`),
          fc.constantFrom('石村', '上寨'),
          fc.double({ noNaN: true, noDefaultInfinity: true }),
          fc.double({ noNaN: true }).map((value): SnapshotCell => ({ f: value })),
        ),
      ),
    ),
  )

const sorted = rows.chain((was) =>
  fc.shuffledSubarray(was, { minLength: was.length, maxLength: was.length }).map((now) => ({ was, now })),
)

describe('what was changed by hand', () => {
  it('is nothing where rows were sorted, numbers rounded at the last digits and formulas calculated', () => {
    fc.assert(
      fc.property(sorted, ({ was, now }) => {
        const saved = now.map((row) =>
          row.map((cell): SnapshotCell => {
            if (typeof cell === 'number') return Number(cell.toPrecision(12))
            return typeof cell === 'object' ? { f: 1 } : cell
          }),
        )
        expect(changed([HEADER, ...was], [HEADER, ...saved])).toEqual([])
      }),
    )
  })
  it('is the one cell that was changed, wherever its row was sorted to', () => {
    fc.assert(
      fc.property(sorted, fc.nat(), ({ was, now }, pick) => {
        const at = pick % now.length
        const saved = now.map((row, index) => (index === at ? [row[0], '改了', row[2], row[3]] : row))
        expect(changed([HEADER, ...was], [HEADER, ...saved] as Rows)).toEqual([
          { sheet: '户', cell: `B${at + 2}`, was: now[at]?.[1], now: '改了' },
        ])
      }),
    )
  })
  it('is a formula only where it became a constant', () => {
    const was: Rows = [
      ['a', { f: 5 }],
      ['b', { f: null }],
      ['c', 1],
    ]
    const now: Rows = [
      ['a', 5],
      ['b', { f: 7 }],
      ['c', { f: 1 }],
    ]
    expect(changed(was, now)).toEqual([{ sheet: '户', cell: 'B1', was: 5, now: 5 }])
  })
  it('is told from 1e-9 of a number on', () => {
    const told = (now: number) => changed([['a', 1000]], [['a', now]]).length
    expect([told(1000 + 9e-7), told(1000 - 9e-7), told(1000 + 2e-6)]).toEqual([0, 0, 1])
  })
  it('is no column that is filled in, nor a column that moved', () => {
    const was: Rows = [HEADER, ['k1', '石村', 4, null], ['k2', '上寨', 5, null]]
    const filled: Rows = [HEADER, ['k2', '上寨', 5, '是'], ['k1', '石村', 4, '否']]
    expect(changed(was, filled, [{ sheet: '户', column: 3, from: 1, to: 2 }])).toEqual([])
    const moved: Rows = [
      ['村', '户编号', '人数', '合计'],
      ['石村', 'k1', 4, null],
      ['上寨', 'k2', 5, null],
    ]
    expect(changed(was, moved)).toEqual([])
  })
  it('is a sheet that was renamed, added or taken out, by its name', () => {
    const sheet = (name: string, isVisible = true) => ({
      name,
      isVisible,
      rows: [['甲', name.length], ['x']],
    })
    const written = [
      { name: '户', rows: [['甲', 1], ['x']] },
      { name: '村名', rows: [['乙']] },
    ]
    const now = [sheet('a'), sheet('新表'), sheet('隐藏表', false)]
    expect(changedCells(matchSheets(written, now), [])).toEqual([
      { sheet: 'a', cell: null, was: '户', now: 'a' },
      { sheet: '村名', cell: null, was: '村名', now: null },
      { sheet: '新表', cell: null, was: null, now: '新表' },
    ])
  })
})
