import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../../../src/domain/roster/values/calendarDate'

const read = (cell: Parameters<typeof calendarDate>[0]) => {
  const { value, trouble } = calendarDate(cell, new Set(['—']))
  return trouble?.code ?? (value === null ? null : [value.year, value.month, value.day])
}

describe('calendarDate', () => {
  it.each([
    ['a year', '2016', [2016, null, null]],
    ['a year in a number cell', 2016, [2016, null, null]],
    ['a year with its sign', '2016年', [2016, null, null]],
    ['a year-month in digits', '201612', [2016, 12, null]],
    ['a year-month in a number cell', 201612, [2016, 12, null]],
    ['eight digits', 20161231, [2016, 12, 31]],
    ['dashes', '2016-12-31', [2016, 12, 31]],
    ['slashes', '2016/12', [2016, 12, null]],
    ['dots', '2016.12', [2016, 12, null]],
    ['a dotted year-month in a number cell', 2016.12, [2016, 12, null]],
    ['Chinese signs', '2016年12月31日', [2016, 12, 31]],
    ['a time behind it', '2016-12-31 00:00:00', [2016, 12, 31]],
    ['full-width digits', '２０１６年１２月', [2016, 12, null]],
    ['a serial', 42735, [2016, 12, 31]],
    ['a serial as text', '42735', [2016, 12, 31]],
    ['a date cell', { kind: 'date', date: '2016-12-31' } as const, [2016, 12, 31]],
    ['a leap day', '2016-02-29', [2016, 2, 29]],
  ])('reads %s', (_, cell, date) => expect(read(cell)).toEqual(date))

  it('has only the year when a number cell says 2016.1, which may be January or October', () =>
    expect(read(2016.1)).toEqual([2016, null, null]))
  it('is missing when the list has a dash', () => expect(read('—')).toBeNull())
  it.each(['2015-02-29', '2016-13-01', '85.6.12', '去年', '2016-12-32', 12])(
    'is unreadable when it says %s',
    (cell) => expect(read(cell)).toBe('date_unreadable'),
  )
})
