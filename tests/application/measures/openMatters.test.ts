import { describe, expect, it } from 'vitest'
import { openMatters } from '../../../src/application/measures/openMatters'
import { reportCounty } from '../../../src/application/measures/reportCounty'
import type { CountyTotals } from '../../../src/domain/programmes/assessment/measures/CountyTotals'
import type { DenominatorReading } from '../../../src/domain/programmes/assessment/measures/Measure'
import { aMeasured, someMeasured } from '../../builders/aMeasured'
import { someStandards } from '../../builders/someStandards'

const TOTALS: CountyTotals = {
  ruralRegistered: 10_000,
  exited: 4000,
  poor: 0,
  unregistered: 6000,
  sampledVillagesUnregistered: 400,
  source: '县统计局',
}

/** 1 omission of 10 unregistered households of four: 4 of 40 interviewed (10 %), 4 of the villages' 400 (1 %). */
const READINGS_DIFFER = [
  ...someMeasured(50),
  ...someMeasured(9, { status: 'unregistered', conclusion: 'no_omission' }, 'u'),
  aMeasured({
    id: 'omitted',
    status: 'unregistered',
    conclusion: 'suspected_omission',
    determined: 'omission',
  }),
]

function matters(
  households: typeof READINGS_DIFFER,
  totals: CountyTotals | null,
  reading: DenominatorReading | null,
) {
  const report = reportCounty(households, { totals, reading }, someStandards())
  return openMatters(households, report, { reading })
}

describe('what is open of a county', () => {
  it('is nothing once all is decided, the totals are there and a reading is chosen', () => {
    expect(matters(READINGS_DIFFER, TOTALS, 'sampled_villages')).toEqual({
      suspicions: [],
      toVerify: [],
      isTotalsMissing: false,
      isReadingMissing: false,
    })
  })
  it('leaves the verdict undetermined while a suspicion is open, though recognition is not reached', () => {
    const unhappy = someMeasured(20, { recognises: false })
    const verdictWith = (determined: 'wrong_exit' | null) => {
      const suspected = aMeasured({ id: 'wrong', conclusion: 'suspected_wrong_exit', determined })
      const facts = { totals: TOTALS, reading: 'interviewed' } as const
      return reportCounty([...unhappy, suspected], facts, someStandards()).verdict
    }
    expect(verdictWith(null)).toMatchObject({
      result: 'undetermined',
      measures: { recognition: 'not_reached' },
    })
    expect(verdictWith('wrong_exit').result).toBe('not_reached')
  })
  it('is the reading while the two differ and none is chosen', () => {
    expect(matters(READINGS_DIFFER, TOTALS, null).isReadingMissing).toBe(true)
    expect(matters(READINGS_DIFFER.slice(0, -1), TOTALS, null).isReadingMissing).toBe(false)
  })
  it('is every suspicion without a final word, and every exited or unregistered household to verify', () => {
    const households = [
      aMeasured({ id: 'a', conclusion: 'suspected_wrong_exit' }),
      aMeasured({ id: 'b', conclusion: 'suspected_wrong_exit', determined: 'exit_confirmed' }),
      aMeasured({ id: 'c', status: 'unregistered', conclusion: 'suspected_omission' }),
      aMeasured({ id: 'd', conclusion: 'to_verify' }),
      // Poor on the register: whatever comes of it, no measure turns.
      aMeasured({ id: 'e', status: 'poor', conclusion: 'to_verify' }),
      aMeasured({ id: 'f', conclusion: 'to_verify', outcome: 'partial' }),
    ]
    expect(matters(households, null, null)).toEqual({
      suspicions: ['a', 'c'],
      toVerify: ['d'],
      isTotalsMissing: true,
      isReadingMissing: false,
    })
  })
})
