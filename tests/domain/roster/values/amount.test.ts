import { describe, expect, it } from 'vitest'
import { amount, wholeNumber } from '../../../../src/domain/roster/values/amount'

const MISSING = new Set(['—', '/', '无', '-'])
const read = (cell: Parameters<typeof amount>[0]) => {
  const { value, trouble } = amount(cell, MISSING)
  return trouble?.code ?? value
}

describe('amount', () => {
  it.each([
    ['a number cell', 3218.5, 3218.5],
    ['a number written as text', '3218', 3218],
    ['thousands', '3,218.00', 3218],
    ['a full-width thousands mark', '3，218', 3218],
    ['a unit', '3218元', 3218],
    ['words before it', '约3218元', 3218],
    ['ten thousands', '1.2万元', 12000],
    ['a loss', '-500', -500],
    ['a real zero', '0', 0],
  ])('reads %s', (_, cell, number) => expect(read(cell)).toBe(number))

  it.each(['—', '/', '无', ' ', null])('is missing, never 0, when the cell is %s', (cell) =>
    expect(read(cell)).toBeNull(),
  )
  it.each(['3218/4000', '三千', '1.2.3', '3 4'])('is unreadable when the cell says %s', (cell) =>
    expect(read(cell)).toBe('number_unreadable'),
  )
  it.each(['9'.repeat(400), `${'9'.repeat(308)}万`])(
    'is unreadable when it is more than a number holds',
    (cell) => expect(read(cell)).toBe('number_unreadable'),
  )
  it('is told when the cell is an error', () =>
    expect(read({ kind: 'error', text: '#N/A' })).toBe('cell_error'))
  it('is told when the cell is a formula that was never calculated', () =>
    expect(read({ kind: 'formula_without_value', formula: 'A1' })).toBe('formula_without_value'))
})

describe('wholeNumber', () => {
  it.each([0, 12, '10个月'])('reads %s of at most 12', (cell) =>
    expect(wholeNumber(cell, MISSING, 12).trouble).toBeNull(),
  )
  it.each([13, -1, 2.5])('is out of range when it is %s of at most 12', (cell) =>
    expect(wholeNumber(cell, MISSING, 12)).toEqual({
      value: null,
      trouble: { code: 'number_out_of_range', details: { least: 0, most: 12 } },
    }),
  )
})
