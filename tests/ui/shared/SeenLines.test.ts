import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SeenLines } from '../../../src/ui/shared/SeenLines'

const OVERSCAN = 12
const ROWS = 60_000

/** A view of 27 rows that begins at `from`. */
function view(from: number, count = ROWS) {
  return { startIndex: from, endIndex: Math.min(from + 26, count - 1), overscan: OVERSCAN, count }
}

describe('the lines of a long list', () => {
  it('have every row that is seen, each a line of its own, wherever the list goes', () => {
    const steps = fc.array(fc.record({ from: fc.nat(ROWS - 27), isMoving: fc.boolean() }), { minLength: 1 })
    fc.assert(
      fc.property(steps, (all) => {
        const lines = new SeenLines()
        for (const { from, isMoving } of all) {
          const rows = lines.rowsOf(view(from), isMoving)
          for (let row = from; row < from + 27; row += 1) expect(rows).toContain(row)
          expect(new Set(rows.map((row) => lines.lineOf(row))).size).toBe(rows.length)
          expect(rows).toEqual([...rows].sort((one, other) => one - other))
          expect(rows.every((row) => row >= 0 && row < ROWS)).toBe(true)
        }
      }),
    )
  })

  it('are as many at the ends as in between', () => {
    const lines = new SeenLines()
    for (const from of [0, 5, 1000, ROWS - 27]) expect(lines.rowsOf(view(from), false)).toHaveLength(27 + 24)
  })

  it('are those of all rows of a list that has fewer', () => {
    const lines = new SeenLines()
    lines.rowsOf(view(0), false)
    expect(lines.rowsOf(view(0, 3), false)).toEqual([0, 1, 2])
    expect(lines.rowsOf({ startIndex: 0, endIndex: 0, overscan: OVERSCAN, count: 0 }, false)).toEqual([])
  })

  it('change one by one while somebody scrolls slowly', () => {
    const lines = new SeenLines()
    const before = new Set(lines.rowsOf(view(1000), false))
    expect(lines.rowsOf(view(1001), true).filter((row) => !before.has(row))).toEqual([1001 + 26 + OVERSCAN])
  })

  it('are only those that are seen right after a jump, and the others once the list rests', () => {
    const lines = new SeenLines()
    const before = new Set(lines.rowsOf(view(0), false))
    const after = lines.rowsOf(view(5000), true)
    expect(after.filter((row) => !before.has(row))).toHaveLength(27 + 4)
    const rows = lines.rowsOf(view(5000), false)
    expect([rows[0], rows.at(-1)]).toEqual([5000 - OVERSCAN, 5026 + OVERSCAN])
  })
})
