import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digest } from '../../../../../src/adapters/crypto/digest'
import {
  drawCheckSample,
  samplingsOfCheck,
  type CheckPlan,
  type CheckVillage,
} from '../../../../../src/domain/programmes/census/check/drawCheckSample'

function villages(...sizes: readonly number[]): readonly CheckVillage[] {
  return sizes.map((size, at) => ({
    village: `县/乡/村${at}`,
    township: '县/乡',
    households: Array.from({ length: size }, (_, nth) => `${at}-${nth}`),
  }))
}

function draw(frame: readonly CheckVillage[], plan: Partial<CheckPlan> = {}) {
  return drawCheckSample(frame, { seed: '种子', villages: 2, households: 6, ...plan }, digest)
}

function codes(...given: Parameters<typeof draw>): readonly string[] {
  const result = draw(...given)
  return result.ok ? [] : result.problems.map(({ code }) => code)
}

describe('the draw of a check', () => {
  it('has weights that add up to what the drawn villages stand for, and villages as clusters', () => {
    const result = draw(villages(10, 10, 10, 10))
    if (!result.ok) throw new Error('refused')
    const samplings = [...samplingsOfCheck(result.value).values()]
    // Two of four equal villages, three of ten in each: each household stands for 2 x 10/3.
    expect(samplings).toHaveLength(6)
    for (const { weight, cluster } of samplings) {
      expect(weight).toBeCloseTo(20 / 3, 9)
      expect(cluster).toMatch(/^县/)
    }
  })
  it('is the same whatever the order of villages and households', () => {
    const frame = villages(7, 12, 5, 9, 20)
    const shuffled = fc
      .shuffledSubarray([...frame], { minLength: frame.length })
      .chain((some) =>
        fc.tuple(
          ...some.map((village) =>
            fc
              .shuffledSubarray([...village.households], { minLength: village.households.length })
              .map((households) => ({ ...village, households })),
          ),
        ),
      )
    fc.assert(
      fc.property(shuffled, fc.string({ minLength: 1 }), (other, text) => {
        const seed = `s${text}`
        expect(draw(other, { seed })).toEqual(draw(frame, { seed }))
      }),
      { numRuns: 40 },
    )
  })
  it('is refused where nobody is enumerated, villages are too few, or households fewer than villages', () => {
    expect(codes([])).toEqual(['check_nobody_enumerated'])
    expect(codes(villages(5), { villages: 2 })).toEqual(['check_villages_above_frame'])
    expect(codes(villages(5, 5), { villages: 0 })).toEqual(['check_villages_above_frame'])
    expect(codes(villages(5, 5), { households: 1 })).toEqual(['check_households_below_villages'])
    expect(codes(villages(2, 2), { households: 5 })).toEqual(['sample_size_above_frame'])
    expect(codes(villages(5, 5), { households: 2.5 })).toEqual(['sample_size_above_frame'])
  })
})
