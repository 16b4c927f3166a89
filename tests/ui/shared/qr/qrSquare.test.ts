import { describe, expect, it } from 'vitest'
import { qrSquare, type QrSquare } from '../../../../src/ui/shared/qr/qrSquare'

/** The dots of a square, row by row. */
function dotsOf({ side, path }: QrSquare): readonly (readonly boolean[])[] {
  const dark = new Set([...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`))
  return Array.from({ length: side }, (_, y) => Array.from({ length: side }, (_, x) => dark.has(`${x} ${y}`)))
}

/** What stands in three corners of every square, by which it is found. */
const FINDER = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######']

describe('qrSquare', () => {
  it('has its finders in three corners, four dots of quiet all around', () => {
    const square = qrSquare('YHD1ABCDE')
    const dots = dotsOf(square)
    const drawn = (x: number, y: number) =>
      FINDER.map((row, dy) => [...row].map((_, dx) => (dots[y + dy]?.[x + dx] ? '#' : '.')).join(''))
    const far = square.side - 4 - 7
    expect([drawn(4, 4), drawn(far, 4), drawn(4, far)]).toEqual([FINDER, FINDER, FINDER])
    const quiet = dots.flatMap((row, y) =>
      row.filter((_, x) => Math.min(x, y, square.side - 1 - x, square.side - 1 - y) < 4),
    )
    expect(quiet.some(Boolean)).toBe(false)
  })
  it('takes capitals and figures densely: a project’s code fits a square that a phone reads off the screen', () => {
    const code = `YHP1${'0123456789ABCDEFGHJK'.repeat(11)}`
    // Version 9 takes 262 such characters at level M: 53 dots along a side.
    expect(qrSquare(code).side).toBe(53 + 8)
    expect(qrSquare(code.toLowerCase()).side).toBeGreaterThan(53 + 8)
  })
  it('has other dots for another text, Chinese too', () => {
    expect(qrSquare('云岭县').path).not.toBe(qrSquare('云岭乡').path)
  })
})
