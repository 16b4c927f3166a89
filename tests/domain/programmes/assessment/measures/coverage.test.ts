import { describe, expect, it } from 'vitest'
import { simulateCounty } from './simulateCounty'

const COUNTIES = 60

// A small share of `npm run bench coverage`, which draws 2,000 counties for each case.
describe('the intervals of the measures', () => {
  it.each(['households', 'villages'] as const)('cover the truth when whole %s are drawn', (drawn) => {
    const results = Array.from({ length: COUNTIES }, (_, seed) => simulateCounty(seed, 0.02, drawn))
    const count = (name: 'wrongExits' | 'incidence' | 'naive'): number =>
      results.filter((each) => each[name]).length
    // Of 60 counties at 95 %, fewer than 52 would be stranger than once in 1,000.
    expect(count('wrongExits')).toBeGreaterThanOrEqual(52)
    expect(count('incidence')).toBeGreaterThanOrEqual(52)
    expect(count('naive')).toBeLessThan(52)
  })
})
