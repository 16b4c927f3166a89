import { describe, expect, it } from 'vitest'
import { ageInMonths, amount, wholeNumber } from '../../../../src/domain/roster/values/amount'

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
    ['thousands as a word', '3千元', 3000],
    ['hundreds', '5百', 500],
    ['w for ten thousands', '3.2w', 32000],
    ['k for thousands', '3.5K', 3500],
    ['units that fall', '1万2千5百元', 12500],
    ['digits behind a unit, as many as it lacks', '1万2000', 12000],
    ['hundred millions', '1.5亿', 150_000_000],
    ['a bracketed loss', '(1,234.00)', -1234],
    ['a bracketed loss in full width', '（1,234.00）', -1234],
    ['a real minus sign', '−1234', -1234],
    ['负', '负1234元', -1234],
    ['亏', '亏损1234元', -1234],
    ['an exponent, as statistics programs write it', '1e+05', 100_000],
    ['a currency sign', '￥3,218.00', 3218],
    ['words before and behind', '人均纯收入：3218元/年', 3218],
  ])('reads %s', (_, cell, number) => expect(read(cell)).toBe(number))

  it.each(['—', '/', '无', ' ', null])('is missing, never 0, when the cell is %s', (cell) =>
    expect(read(cell)).toBeNull(),
  )
  it.each([
    '3218/4000',
    '三千',
    '1.2.3',
    '3 4',
    '4000以下',
    '4000以上',
    '3000-4000',
    '3000~4000',
    '3000至4000',
    '3千5',
    '3千2万',
    '12,34',
    '(1234元)',
    '3218（含补贴）',
    '5%',
    '3000多',
    '3218元5角',
    '—1234',
  ])('is unreadable when the cell says %s', (cell) => expect(read(cell)).toBe('number_unreadable'))
  it.each(['9'.repeat(400), `${'9'.repeat(308)}万`])(
    'is unreadable when it is more than a number holds',
    (cell) => expect(read(cell)).toBe('number_unreadable'),
  )
  it('is reported when the cell is an error', () =>
    expect(read({ kind: 'error', text: '#N/A' })).toBe('cell_error'))
  it('is reported when the cell is a formula that was never calculated', () =>
    expect(read({ kind: 'formula_without_value', formula: 'A1' })).toBe('formula_without_value'))
})

describe('wholeNumber', () => {
  it.each([0, 12, '10个月'])('reads %s of at most 12', (cell) =>
    expect(wholeNumber(cell, MISSING, 12, ['个月']).trouble).toBeNull(),
  )
  it.each([13, -1, 2.5])('is out of range when it is %s of at most 12', (cell) =>
    expect(wholeNumber(cell, MISSING, 12)).toEqual({
      value: null,
      trouble: { code: 'number_out_of_range', details: { least: 0, most: 12 } },
    }),
  )
})

describe('ageInMonths', () => {
  const age = (cell: Parameters<typeof ageInMonths>[0]) => {
    const { value, trouble } = ageInMonths(cell, MISSING, 130)
    return trouble?.code ?? value
  }
  it.each([
    [45, 540],
    ['45', 540],
    ['45岁', 540],
    ['45周岁', 540],
    ['8个月', 8],
    ['3月', 3],
    ['20天', 0],
    ['70天', 2],
    ['1岁3个月', 15],
  ])('reads %s', (cell, months) => expect(age(cell)).toBe(months))
  it.each(['半岁', '45虚岁', '3-4岁', '60以上', '岁'])('is unreadable when it is %s', (cell) =>
    expect(age(cell)).toBe('number_unreadable'),
  )
  it.each([131, -1, 2.55])('is out of range when it is %s', (cell) =>
    expect(age(cell)).toBe('number_out_of_range'),
  )
})
