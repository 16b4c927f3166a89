import { describe, expect, it } from 'vitest'
import { clopperPearson, kornGraubard, tQuantile } from '../../../src/domain/estimates/exactInterval'

describe('the exact binomial interval', () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I, method 5: four worked cases, to four decimals.
  it.each([
    [81, 263, 0.2527, 0.3676],
    [15, 148, 0.0578, 0.1617],
    [0, 20, 0, 0.1684],
    [1, 29, 0.0009, 0.1776],
  ])('of %i of %i is [%f, %f]', (successes, trials, low, high) => {
    const interval = clopperPearson(successes, trials)
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })
  it('of none of 20 ends at 1 - 0.025^(1/20), and of all of 20 begins at 0.025^(1/20)', () => {
    expect(clopperPearson(0, 20).high).toBeCloseTo(1 - 0.025 ** (1 / 20), 10)
    expect(clopperPearson(20, 20)).toMatchObject({ low: expect.closeTo(0.025 ** (1 / 20), 10), high: 1 })
  })
  it('is none without trials', () => {
    expect(clopperPearson(0, 0)).toEqual({ low: null, high: null, method: 'none' })
  })
})

describe('the interval on the effective sample size', () => {
  const share = { value: 0.05, degreesOfFreedom: 199, units: 200, sizeAtMost: 200 }
  it('is the binomial one when the sample is worth exactly its size', () => {
    // 0.05 × 0.95 / 200: the variance of a simple sample of 200.
    const interval = kornGraubard({ ...share, variance: (0.05 * 0.95) / 200 })
    const exact = clopperPearson(10, 200)
    expect(interval.low).toBeCloseTo(exact.low ?? NaN, 10)
    expect(interval.high).toBeCloseTo(exact.high ?? NaN, 10)
  })
  it('is that of half the size when the variance is twice as large', () => {
    const interval = kornGraubard({ ...share, variance: (0.05 * 0.95) / 100 })
    expect(interval.high).toBeCloseTo(clopperPearson(5, 100).high ?? NaN, 10)
  })
  it('is corrected for few degrees of freedom by the squared ratio of the t quantiles', () => {
    // t(199) = 1.971957, t(14) = 2.144787: 100 × (1.971957 / 2.144787)² = 84.532.
    const interval = kornGraubard({ ...share, variance: (0.05 * 0.95) / 100, degreesOfFreedom: 14 })
    const size = 100 * (1.971957 / 2.144787) ** 2
    expect(interval.high).toBeCloseTo(clopperPearson(0.05 * size, size).high ?? NaN, 6)
  })
  it('never takes the sample for worth more than its limit', () => {
    const interval = kornGraubard({ ...share, variance: (0.05 * 0.95) / 1000 })
    expect(interval.high).toBeCloseTo(clopperPearson(10, 200).high ?? NaN, 10)
    expect(interval.method).toBe('korn_graubard_limited')
  })
  it('is that of none of its households when nobody is against the county and nothing varies', () => {
    const interval = kornGraubard({ ...share, value: 0, variance: 0 })
    expect(interval).toMatchObject({ low: 0, high: expect.closeTo(1 - 0.025 ** (1 / 200), 10) })
  })
  it('is none with a single cluster: there are no degrees of freedom', () => {
    expect(kornGraubard({ ...share, variance: 0, degreesOfFreedom: 0 }).method).toBe('none')
    expect(kornGraubard({ ...share, variance: 0, degreesOfFreedom: 1 }).method).toBe('korn_graubard_limited')
  })
})

describe('the 97.5 % quantile of Student’s t', () => {
  // Any table of the distribution.
  it.each([
    [1, 12.706],
    [5, 2.571],
    [14, 2.145],
    [30, 2.042],
    [120, 1.98],
    [1_000_000, 1.96],
  ])('with %i degrees of freedom is %f', (degreesOfFreedom, quantile) => {
    expect(tQuantile(degreesOfFreedom)).toBeCloseTo(quantile, 3)
  })
})
