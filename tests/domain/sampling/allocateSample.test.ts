import { describe, expect, it } from 'vitest'
import { allocateSample } from '../../../src/domain/sampling/allocateSample'

const strata = (...sizes: readonly (number | readonly [households: number, share: number])[]) =>
  sizes.map((size) =>
    typeof size === 'number' ? { households: size, share: size } : { households: size[0], share: size[1] },
  )

describe('the allocation', () => {
  it('is in proportion', () => expect(allocateSample(strata(100, 300, 600), 50)).toEqual([5, 15, 30]))
  it('gives what is left over to the largest remainders', () => {
    // 10 × 17/60 = 2.83, 10 × 20/60 = 3.33, 10 × 23/60 = 3.83: 2 + 3 + 3, and the two left over to .83 and .83.
    expect(allocateSample(strata(17, 20, 23), 10)).toEqual([3, 3, 4])
  })
  it('prefers the earlier stratum where remainders are equal', () => {
    expect(allocateSample(strata(50, 50), 5)).toEqual([3, 2])
  })
  it('leaves no stratum out, at the cost of the others', () => {
    // The small one would get 10 × 2/200 = 0.1; the other nine are divided 99 : 99.
    expect(allocateSample(strata(2, 99, 99), 10)).toEqual([1, 5, 4])
  })
  it('takes no more than there are, and gives the rest to the others', () => {
    // Rates 5 : 1 : 1 on 10, 50 and 50 would be 33.3, 6.7 … of 66.7 for a stratum of 10.
    expect(allocateSample(strata([10, 500], [50, 50], [50, 50]), 40)).toEqual([10, 15, 15])
  })
  it('takes everybody when everybody is wanted', () => {
    expect(allocateSample(strata(3, [4, 40], 5), 12)).toEqual([3, 4, 5])
  })
  it('takes one of each when there is no more', () => {
    expect(allocateSample(strata(3, 400, 5), 3)).toEqual([1, 1, 1])
  })
})
