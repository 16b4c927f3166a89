import { describe, expect, it } from 'vitest'
import { joinedRows, numberedRows, PackedRows, someRows } from '../../../src/application/workbook/SheetRows'

const ROWS = [
  ['一', 1, null],
  [{ value: '二', type: 'text' as const }, 2.5, '=A1'],
  ['three', null, ''],
]

describe('rows of a sheet', () => {
  it('come out of the packed ones as they went in, as often as one likes', () => {
    const packed = new PackedRows()
    packed.add(ROWS.slice(0, 1))
    packed.add([])
    packed.add(ROWS.slice(1))
    expect(packed.length).toBe(3)
    expect([...packed]).toEqual(ROWS)
    expect([...packed]).toEqual(ROWS)
  })

  it('are told one after another of several, with how many there are', () => {
    const joined = joinedRows([ROWS.slice(0, 2), [], ROWS.slice(2)])
    expect(joined.length).toBe(3)
    expect([...joined]).toEqual(ROWS)
  })

  it.each([
    [0, 2, ROWS.slice(0, 2)],
    [2, 2, ROWS.slice(2)],
    [3, 2, []],
  ])('are some of them: from %i on, %i at most', (first, count, expected) => {
    const some = someRows(ROWS, first, count)
    expect(some.length).toBe(expected.length)
    expect([...some]).toEqual(expected)
  })

  it('have numbers from 0', () => {
    expect([...numberedRows(ROWS)].map(([at, row]) => [at, row[0]])).toEqual(
      ROWS.map((row, at) => [at, row[0]]),
    )
  })
})
