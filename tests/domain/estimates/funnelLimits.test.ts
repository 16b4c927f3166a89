import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { funnelLimits, funnelOf } from '../../../src/domain/estimates/funnelLimits'

/** Probability of at most so many, from whole-number combinations. */
function atMost(successes: number, trials: number, rate: number): number {
  let [sum, ways] = [0, 1]
  for (let k = 0; k <= successes; k++) {
    sum += ways * rate ** k * (1 - rate) ** (trials - k)
    ways = (ways * (trials - k)) / (k + 1)
  }
  return sum
}

describe('the limits of a funnel plot', () => {
  it('are the binomial’s: of 20 at a half, worked out by hand', () => {
    // F(5) = 21700/2^20 = 0.02069, F(6) = 60460/2^20 = 0.05766: 2.5 % lies at r = 6, α = (0.05766 - 0.025)/0.03696 = 0.8836.
    const { low95, high95 } = funnelLimits(20, 0.5)
    expect(low95).toBeCloseTo((6 - 0.8836) / 20, 4)
    expect(high95).toBeGreaterThan(0.65)
    expect(high95).toBeLessThanOrEqual(0.7)
  })

  it('leave out what they say, to the whole number', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0.02, max: 0.98, noNaN: true }),
        (trials, rate) => {
          const { low95, high95, low998, high998 } = funnelLimits(trials, rate)
          for (const [limit, p] of [
            [low998, 0.001],
            [low95, 0.025],
            [high95, 0.975],
            [high998, 0.999],
          ] as const) {
            const r = Math.ceil(limit * trials - 1e-9)
            expect(atMost(r, trials, rate)).toBeGreaterThanOrEqual(p - 1e-9)
            if (r > 0) expect(atMost(r - 1, trials, rate)).toBeLessThanOrEqual(p + 1e-9)
          }
        },
      ),
    )
  })

  it('hold for a county of 60,000', () => {
    const { low95, high95 } = funnelLimits(60_000, 0.02)
    const reach = 1.96 * Math.sqrt((0.02 * 0.98) / 60_000)
    expect(low95).toBeCloseTo(0.02 - reach, 4)
    expect(high95).toBeCloseTo(0.02 + reach, 4)
  })
})

describe('a funnel', () => {
  const alike = Array.from({ length: 30 }, (_, at) => ({ successes: 10 + (at % 3), trials: 100 }))
  it('tells the one that stands out, and that the others are as chance has them', () => {
    const funnel = funnelOf([...alike, { successes: 40, trials: 100 }, { successes: 0, trials: 0 }])
    const outside = funnel?.points.filter((point) => point !== null && point.rate > point.high998)
    expect(outside).toHaveLength(1)
    expect(funnel?.isOverdispersed).toBe(false)
    expect(funnel?.points.at(-1)).toBeNull()
  })
  it('tells where units differ by more than chance', () => {
    const spread = Array.from({ length: 30 }, (_, at) => ({ successes: at % 2 === 0 ? 5 : 35, trials: 100 }))
    const funnel = funnelOf(spread)
    expect(funnel?.isOverdispersed).toBe(true)
    const [first] = funnel?.points ?? []
    expect(Math.abs(first?.zAdjusted ?? NaN)).toBeLessThan(Math.abs(first?.z ?? NaN))
  })
  it('is none where everybody or nobody succeeded', () => {
    expect(funnelOf([{ successes: 0, trials: 5 }])).toBeNull()
    expect(funnelOf([{ successes: 5, trials: 5 }])).toBeNull()
  })
})
