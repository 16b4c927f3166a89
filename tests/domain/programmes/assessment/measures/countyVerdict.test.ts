import { describe, expect, it } from 'vitest'
import { countyVerdict } from '../../../../../src/domain/programmes/assessment/measures/countyVerdict'
import type { Measure, MeasureResult } from '../../../../../src/domain/programmes/assessment/measures/Measure'
import { measureCounty } from '../../../../../src/domain/programmes/assessment/measures/measureCounty'
import { tallyHouseholds } from '../../../../../src/domain/programmes/assessment/measures/tallyHouseholds'
import { someStandards } from '../../../../builders/someStandards'

/** The eleven measures, every one reached but those named. */
function measures(others: Readonly<Record<string, MeasureResult>> = {}): readonly Measure[] {
  return measureCounty(tallyHouseholds([]), null, someStandards()).map((each) => ({
    ...each,
    result: others[`${each.name} ${each.basis} ${each.denominatorReading}`] ?? 'reached',
  }))
}

describe('the county’s verdict', () => {
  it('is reached when all four measures are', () => {
    expect(countyVerdict(measures(), 'interviewed', 0).result).toBe('reached')
  })
  it('is not reached when one is not, even if another is undetermined', () => {
    const found = measures({
      'recognition null null': 'not_reached',
      'wrong_exit_rate determined null': 'undetermined',
    })
    expect(countyVerdict(found, 'interviewed', 0).result).toBe('not_reached')
  })
  it('is undetermined when one is', () => {
    const found = measures({ 'wrong_exit_rate determined null': 'undetermined' })
    expect(countyVerdict(found, 'interviewed', 0).result).toBe('undetermined')
  })
  it('does not hear the suspected basis', () => {
    expect(countyVerdict(measures({ 'wrong_exit_rate suspected null': 'not_reached' }), null, 0).result).toBe(
      'reached',
    )
  })
  it('goes by the reading that the project recorded, and without one by what both agree in', () => {
    const found = measures({ 'omission_rate determined interviewed': 'not_reached' })
    expect(countyVerdict(found, 'interviewed', 0).result).toBe('not_reached')
    expect(countyVerdict(found, 'sampled_villages', 0).result).toBe('reached')
    expect(countyVerdict(found, null, 0)).toMatchObject({
      result: 'undetermined',
      measures: { omission_rate: 'undetermined' },
    })
  })
  it('is undetermined while a suspicion is open, even if a measure is not reached', () => {
    const found = measures({ 'recognition null null': 'not_reached' })
    expect(countyVerdict(found, 'interviewed', 1)).toMatchObject({
      result: 'undetermined',
      measures: { recognition: 'not_reached' },
    })
  })
})
