import { describe, expect, it } from 'vitest'
import { calendarDate, dateOfSerial } from '../../../../src/domain/roster/values/calendarDate'

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
    ['号 for 日', '1990年5月4号', [1990, 5, 4]],
    ['midnight in China, written in Greenwich time', '1990-05-03T16:00:00.000Z', [1990, 5, 4]],
    ['midnight in Greenwich', '1990-05-04T00:00:00Z', [1990, 5, 4]],
    ['an offset', '1990-05-04T00:00:00.000+08:00', [1990, 5, 4]],
    ['an offset without a colon', '1990-05-03 16:00:00+0000', [1990, 5, 4]],
    ['a clock of twelve hours', '1990/5/4 上午 12:00:00', [1990, 5, 4]],
    ['a leap day', '2016-02-29', [2016, 2, 29]],
  ])('reads %s', (_, cell, date) => expect(read(cell)).toEqual(date))

  it('has only the year when a number cell says 2016.1, which may be January or October', () =>
    expect(read(2016.1)).toEqual([2016, null, null]))
  it('is missing when the list has a dash', () => expect(read('—')).toBeNull())
  it.each(['2015-02-29', '2016-13-01', '85.6.12', '去年', '2016-12-32', 12])(
    'is unreadable when it says %s',
    (cell) => expect(read(cell)).toBe('date_unreadable'),
  )
  it.each(['1990-02-30T16:00:00Z', '1990-05-03T26:00:00Z'])('is unreadable when the instant is %s', (cell) =>
    expect(read(cell)).toBe('date_unreadable'),
  )
  it('counts a bare serial from the epoch of its workbook', () =>
    expect(calendarDate(41273, new Set(), 1462).value).toEqual({ year: 2016, month: 12, day: 31 }))
})

describe('dateOfSerial', () => {
  it('is the next day when 43 seconds are missing to midnight', () =>
    expect(dateOfSerial(42735 - 43 / 86_400)).toBe('2016-12-31'))
  it('is the day itself at noon', () => expect(dateOfSerial(42735.5)).toBe('2016-12-31'))
})
