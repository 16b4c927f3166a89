import { describe, expect, it } from 'vitest'
import { differenceInterval } from '../../../src/domain/estimates/differenceInterval'

const wilson = (successes: number, trials: number) => {
  const [z, p] = [1.959964, successes / trials]
  const middle = (p + z ** 2 / (2 * trials)) / (1 + z ** 2 / trials)
  const reach = (z * Math.sqrt((p * (1 - p)) / trials + z ** 2 / (4 * trials ** 2))) / (1 + z ** 2 / trials)
  return { value: p, low: middle - reach, high: middle + reach }
}

describe('differenceInterval', () => {
  it('is that of Newcombe’s paper, table II, from the intervals of its shares', () => {
    const told = (one: [number, number], other: [number, number]) => {
      const { low, high } = differenceInterval(wilson(...one), wilson(...other))
      return [low.toFixed(4), high.toFixed(4)]
    }
    expect(told([56, 70], [48, 80])).toEqual(['0.0524', '0.3339'])
    expect(told([9, 10], [3, 10])).toEqual(['0.1705', '0.8090'])
    expect(told([10, 10], [0, 20])).toEqual(['0.6791', '1.0000'])
  })
  it('is the root of the sum of the variances where both intervals are symmetric', () => {
    const { low, high } = differenceInterval(
      { value: 0.5, low: 0.47, high: 0.53 },
      { value: 0.4, low: 0.36, high: 0.44 },
    )
    expect([low, high]).toEqual([expect.closeTo(0.05, 12), expect.closeTo(0.15, 12)])
  })
})
