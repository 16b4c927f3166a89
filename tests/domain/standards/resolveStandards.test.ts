import { describe, expect, it } from 'vitest'
import { STANDARDS } from '../../../src/adapters/resources/standards'
import {
  defaultIncomeWindow,
  incomeWindowFrom,
  incomeYearBefore,
  parseIncomeWindow,
} from '../../../src/domain/standards/incomeWindow'
import { resolveStandards, sourcesByName } from '../../../src/domain/standards/resolveStandards'
import { valueInForce } from '../../../src/domain/standards/Standards'
import { someStandards } from '../../builders/someStandards'

describe('the standards in force', () => {
  it.each([
    [2014, 2800],
    [2015, 2855],
    [2016, 2952],
    [2017, 2952],
    [2018, 2995],
    [2019, 3218],
    [2020, 4000],
  ])('of a window that ends in %i have the line %i', (year, line) => {
    const standards = someStandards({ asOf: `${year}-12-31` })
    expect(valueInForce(standards, 'poverty_line')).toBe(line)
  })
  it('refuse a year without a line', () => {
    const result = resolveStandards(STANDARDS, { asOf: '2022-03-01', region: 'west' })
    expect(result).toMatchObject({
      ok: false,
      problems: [{ code: 'standard_missing', value: 'poverty_line 2022' }],
    })
  })
  it.each([
    ['west', 0.03],
    ['53', 0.03],
    ['530626', 0.03],
    ['central', 0.02],
    ['43', 0.02],
  ])('take the region %s', (region, incidence) => {
    expect(valueInForce(someStandards({ region }), 'incidence_max')).toBe(incidence)
  })
  it.each(['east', '99', '5', ''])('refuse the unknown region “%s”', (region) => {
    const result = resolveStandards(STANDARDS, { asOf: '2020-12-31', region })
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'region_unknown' }] })
  })
  it.each(['2020-02-30', '2020-13-01', 'today'])('refuse %s as reference date', (asOf) => {
    expect(resolveStandards(STANDARDS, { asOf, region: 'west' })).toMatchObject({
      ok: false,
      problems: [{ code: 'as_of_unreadable' }],
    })
  })
  it.each([
    ['2020-12-31', '2020-01', '2020-12', null],
    ['2020-12-30', '2020-01', '2020-12', '2020-12-31'],
    ['2020-12-31', '2020-02', '2021-01', '2021-01-31'],
    ['2020-02-29', '2019-03', '2020-02', null],
    ['2020-02-28', '2019-03', '2020-02', '2020-02-29'],
    ['2020-09-15', '2019-10', '2020-09', '2020-09-30'],
    ['2020-10-01', '2019-10', '2020-09', null],
  ])('on %s take a window from %s to %s unless it is over only on %s', (asOf, from, to, lastDay) => {
    const result = resolveStandards(STANDARDS, { asOf, region: 'west', incomeWindow: { from, to } })
    const told = result.ok ? [] : result.problems.filter(({ code }) => code === 'income_window_in_future')
    expect(told.map(({ value }) => value)).toEqual(lastDay === null ? [] : [lastDay])
    expect(result.ok).toBe(lastDay === null)
  })
  it('have a source for every value, and mark the unconfirmed ones', () => {
    const sourceOf = sourcesByName(STANDARDS.sources)
    for (const { values, alternatives = [] } of STANDARDS.standards.parameters) {
      for (const { source } of [...values, ...alternatives])
        expect(sourceOf(source)['zh-CN']).toMatch(/[\u4e00-\u9fff]/)
    }
    const lines = STANDARDS.standards.parameters.find(({ name }) => name === 'poverty_line')?.values ?? []
    expect(lines.filter(({ source }) => !sourceOf(source).confirmed).map(({ year }) => year)).toEqual([
      2017, 2018, 2019,
    ])
  })
})

describe('the income window', () => {
  it.each([
    ['2020-12-31', '2020-01', '2020-12'],
    ['2020-12-30', '2019-12', '2020-11'],
    ['2020-11-30', '2019-12', '2020-11'],
    ['2020-11-29', '2019-11', '2020-10'],
    ['2020-02-29', '2019-03', '2020-02'],
    ['2020-02-28', '2019-02', '2020-01'],
    ['2019-02-28', '2018-03', '2019-02'],
    ['2019-02-27', '2018-02', '2019-01'],
    ['2020-01-31', '2019-02', '2020-01'],
    ['2020-01-30', '2019-01', '2019-12'],
    ['2020-01-01', '2019-01', '2019-12'],
    ['2020-08-15', '2019-08', '2020-07'],
  ])('of the last 12 months over at %s runs from %s to %s', (asOf, from, to) => {
    expect(defaultIncomeWindow(asOf)).toEqual({ from, to })
  })
  it.each(['2020-01:2020-11', '2020-01:2021-01', '2020-1:2020-12', '2020-13:2021-12', 'x'])(
    'is not %s',
    (text) => {
      expect(parseIncomeWindow(text)).toBeNull()
    },
  )
  it('is twelve whole months', () => {
    expect(parseIncomeWindow('2017-10:2018-09')).toEqual({ from: '2017-10', to: '2018-09' })
  })

  it('begins with the month given', () => {
    expect(incomeWindowFrom('2019-10')).toEqual({ from: '2019-10', to: '2020-09' })
    expect(incomeWindowFrom('2019-13')).toBeNull()
    expect(incomeWindowFrom('')).toBeNull()
  })

  it.each([
    ['2020-12-31', 10, '2019-10', '2020-09'],
    ['2020-09-30', 10, '2019-10', '2020-09'],
    ['2020-09-29', 10, '2018-10', '2019-09'],
    ['2020-08-31', 10, '2018-10', '2019-09'],
    ['2020-01-30', 2, '2018-02', '2019-01'],
    ['2020-01-31', 2, '2019-02', '2020-01'],
    ['2020-12-31', 1, '2020-01', '2020-12'],
    ['2020-11-30', 1, '2019-01', '2019-12'],
  ])('of an income year before %s that begins in month %i runs from %s to %s', (asOf, month, from, to) => {
    expect(incomeYearBefore(asOf, month)).toEqual({ from, to })
  })
})
