import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateShare } from '../../../src/domain/estimates/estimateShare'
import { SampleSums } from '../../../src/domain/estimates/SampleSums'

const [Y, X] = [0, 1] as const

interface Household {
  readonly stratum: string
  readonly weight: number
  readonly members: number
  readonly hits: number
  readonly times: number
}

const household: fc.Arbitrary<Household> = fc
  .record({
    stratum: fc.constantFrom('a', 'b'),
    weight: fc.constantFrom(1.5, 4, 12),
    members: fc.integer({ min: 1, max: 6 }),
    hits: fc.integer({ min: 0, max: 6 }),
    times: fc.integer({ min: 1, max: 4 }),
  })
  .map((each) => ({ ...each, hits: Math.min(each.hits, each.members) }))

function shareOf(sums: SampleSums, households: readonly Household[]) {
  const units = households.reduce((sum, { members, times }) => sum + members * times, 0)
  return estimateShare({ sums, numerator: Y, denominator: X, units })
}

describe('households that are alike', () => {
  it('count as so many one by one, in value and interval', () => {
    fc.assert(
      fc.property(fc.array(household, { minLength: 3, maxLength: 12 }), (households) => {
        const [together, each] = [new SampleSums('drawn'), new SampleSums('drawn')]
        for (const { stratum, weight, members, hits, times } of households) {
          const sampling = { stratum, weight, cluster: null }
          together.add(sampling, [hits, members], times)
          for (let time = 0; time < times; time++) each.add(sampling, [hits, members])
        }
        const [one, other] = [shareOf(together, households), shareOf(each, households)]
        expect(one.method).toBe(other.method)
        for (const part of ['value', 'low', 'high'] as const)
          expect(one[part]).toBeCloseTo(other[part] ?? NaN, 9)
      }),
    )
  })
})

describe('a share of those sampled beside those all asked', () => {
  const sampled = (): SampleSums => {
    const sums = new SampleSums('drawn')
    for (let at = 0; at < 60; at++)
      sums.add({ stratum: 'a', weight: 10, cluster: null }, [at % 3 === 0 ? 1 : 0, 1])
    return sums
  }
  const estimate = (sums: SampleSums) => estimateShare({ sums, numerator: Y, denominator: X, units: 60 })

  it('is that of both together, with what the sample leaves open of the whole', () => {
    const alone = estimate(sampled())
    const sums = sampled()
    sums.addCertain([120, 600])
    const { value, low, high } = estimate(sums)
    // 200 of 600 by the sample and 120 of 600 known: half of the whole is sampled, and so is half of the interval left.
    expect(value).toBeCloseTo(320 / 1200, 12)
    expect((high ?? NaN) - (value ?? NaN)).toBeCloseTo(((alone.high ?? NaN) - (alone.value ?? NaN)) / 2, 6)
    expect((value ?? NaN) - (low ?? NaN)).toBeCloseTo(((alone.value ?? NaN) - (alone.low ?? NaN)) / 2, 6)
  })

  it('has no interval where nobody was sampled, and never claims certainty where the sample met no event', () => {
    const certain = new SampleSums('drawn')
    certain.addCertain([5, 50])
    expect(estimate(certain)).toEqual({ value: 0.1, low: null, high: null, method: 'none' })
    const none = new SampleSums('drawn')
    for (let at = 0; at < 60; at++) none.add({ stratum: 'a', weight: 10, cluster: null }, [0, 1])
    none.addCertain([0, 600])
    expect(estimate(none)).toMatchObject({ value: 0, low: 0 })
    expect(estimate(none).high).toBeGreaterThan(0.01)
  })

  it('is wider where how many the sample stands for is uncertain too', () => {
    const [sure, unsure] = [sampled(), sampled()]
    for (const [sums, answered] of [
      [sure, 1],
      [unsure, 0],
    ] as const) {
      for (let at = 0; at < 60; at++)
        sums.add({ stratum: 'a', weight: 10, cluster: null }, [0, at % 2 === 0 ? 1 : answered])
      sums.addCertain([600, 600])
    }
    const width = ({ low, high }: { low: number | null; high: number | null }) => (high ?? NaN) - (low ?? NaN)
    expect(width(estimate(unsure))).toBeGreaterThan(width(estimate(sure)))
  })
})
