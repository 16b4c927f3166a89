import { describe, expect, it } from 'vitest'
import { reviewIndicators } from '../../../../../src/domain/programmes/assessment/measures/reviewIndicators'
import { aMeasured, someMeasured } from '../../../../builders/aMeasured'

const unregistered = { status: 'unregistered', conclusion: 'suspected_omission' } as const
const COUNTY = [
  ...someMeasured(20),
  aMeasured({ id: 'flagged', persons: 2, flags: ['wrong_inclusion'] }),
  aMeasured({ id: 'included', persons: 3, isWrongInclusion: true }),
  aMeasured({ id: 'omitted', persons: 5, ...unregistered, determined: 'omission' }),
  aMeasured({ id: 'perhaps', persons: 6, ...unregistered }),
  aMeasured({ id: 'wrong', persons: 4, conclusion: 'suspected_wrong_exit', determined: 'wrong_exit' }),
  aMeasured({ id: 'unasked', persons: 0, isSatisfied: null }),
  aMeasured({ id: 'against', persons: 0, isSatisfied: false }),
  aMeasured({ id: 'refused', outcome: 'refused' }),
  aMeasured({ id: 'unknown', status: null, conclusion: 'to_verify', isSatisfied: null }),
]

function indicator(name: string, basis: string | null) {
  return reviewIndicators(COUNTY).find((each) => each.name === name && each.basis === basis)
}

describe('the indicators of a performance review', () => {
  it('count who is rightly identified: neither omitted nor wrongly included', () => {
    // 80 + 2 + 3 + 5 + 6 + 4 = 100 persons. Suspected: 100 - (2 flagged + 5 + 6) = 87. Determined: 100 - (3 + 5) = 92.
    expect(indicator('identification_accuracy', 'suspected')).toMatchObject({
      numerator: 87,
      denominator: 100,
    })
    expect(indicator('identification_accuracy', 'determined')).toMatchObject({ numerator: 92, value: 0.92 })
  })
  it('count whose exit is right', () => {
    // Exited: 80 + 2 + 3 + 4 = 89, of whom 4 wrong.
    expect(indicator('exit_accuracy', 'determined')).toMatchObject({ numerator: 85, denominator: 89 })
  })
  it('count households that are satisfied, of those asked', () => {
    // 25 households asked and content, 1 against; one not asked, one refused, one that answered neither item.
    expect(indicator('satisfaction', null)).toMatchObject({ numerator: 25, denominator: 26 })
  })
  it('have no value when nobody was interviewed', () => {
    expect(reviewIndicators([]).map(({ value }) => value)).toEqual([null, null, null, null, null])
  })
})
