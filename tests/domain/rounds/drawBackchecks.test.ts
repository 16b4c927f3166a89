import { describe, expect, it } from 'vitest'
import { digest } from '../../../src/adapters/crypto/digest'
import { drawBackchecks, missingBackchecks } from '../../../src/domain/rounds/drawBackchecks'

function aPool(assessor: string, count: number, given = 0) {
  const households = Array.from(
    { length: count },
    (_, index) => `${assessor}${String(index).padStart(3, '0')}`,
  )
  return { assessor, interviewed: count + given, given, households }
}

const drawnBy = (pools: ReturnType<typeof aPool>[], sharePercent = 10, seed = '种子') =>
  drawBackchecks({ seed, sharePercent, pools }, digest)

describe('the number of back-checks', () => {
  it('is the share rounded up, less what is given', () => {
    // 10 % of 30, 31 and 1; 7 % of 100, which in binary is above 7
    expect(missingBackchecks(aPool('a', 30), 10)).toBe(3)
    expect(missingBackchecks(aPool('a', 31), 10)).toBe(4)
    expect(missingBackchecks(aPool('a', 1), 10)).toBe(1)
    expect(missingBackchecks(aPool('a', 100), 7)).toBe(7)
    expect(missingBackchecks(aPool('a', 28, 2), 10)).toBe(1)
    expect(missingBackchecks(aPool('a', 20, 5), 10)).toBe(0)
  })
})

describe('a draw', () => {
  it('draws the same whatever the order of assessors and households', () => {
    const [one, other] = [aPool('a', 40), aPool('b', 25)]
    const turned = [other, { ...one, households: one.households.toReversed() }]
    expect(drawnBy(turned)).toEqual(drawnBy([one, other]))
    expect(drawnBy([one, other], 10, '另一个')).not.toEqual(drawnBy([one, other]))
  })
  it('keeps what its name draws', () => {
    expect(drawnBy([aPool('a', 20), aPool('b', 3)])).toEqual(['a002', 'a004', 'b002'])
  })
  it('draws of every assessor, each household once', () => {
    const drawn = drawnBy([aPool('a', 40), aPool('b', 5)], 20)
    expect(drawn.filter((id) => id.startsWith('a'))).toHaveLength(8)
    expect(drawn.filter((id) => id.startsWith('b'))).toHaveLength(1)
    expect(new Set(drawn).size).toBe(9)
  })
  it('draws all that can be drawn where they are too few', () => {
    expect(drawnBy([{ ...aPool('a', 2), interviewed: 30 }])).toHaveLength(2)
    expect(drawnBy([{ ...aPool('a', 0), interviewed: 30 }])).toEqual([])
  })
})
