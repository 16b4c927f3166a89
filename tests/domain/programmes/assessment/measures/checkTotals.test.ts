import { describe, expect, it } from 'vitest'
import { checkTotals } from '../../../../../src/domain/programmes/assessment/measures/checkTotals'
import type { CountyTotals } from '../../../../../src/domain/programmes/assessment/measures/CountyTotals'

const SAMPLED = { exited: 200, poor: 10, unregistered: 300 }

function codes(given: Partial<CountyTotals>): readonly string[] {
  const totals = {
    ruralRegistered: 10_000,
    exited: 200,
    poor: 10,
    unregistered: 9_790,
    sampledVillagesUnregistered: 300,
    source: '县统计局',
    ...given,
  }
  return checkTotals(totals, SAMPLED).map(
    ({ code, severity, details }) => `${severity} ${code} ${details?.['field']}`,
  )
}

describe('the county’s totals', () => {
  it('are taken when they are exactly the persons interviewed, and add up to exactly the whole', () => {
    expect(codes({})).toEqual([])
  })
  it.each<[Partial<CountyTotals>, string]>([
    [{ exited: 199 }, 'error totals_below_sample exited'],
    [{ poor: 9 }, 'error totals_below_sample poor'],
    [{ sampledVillagesUnregistered: 299 }, 'error totals_below_sample sampledVillagesUnregistered'],
    [{ unregistered: 10_001 }, 'error totals_part_exceeds_whole unregistered'],
    [{ sampledVillagesUnregistered: 9_791 }, 'error totals_part_exceeds_whole sampledVillagesUnregistered'],
    [{ poor: 11 }, 'error totals_parts_exceed_whole ruralRegistered'],
  ])('with %j are reported as %s', (given, told) => {
    expect(codes(given)).toEqual([told])
  })
})
