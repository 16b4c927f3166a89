import { describe, expect, it } from 'vitest'
import { openMatters } from '../../../src/application/measures/openMatters'
import { reportCounty } from '../../../src/application/measures/reportCounty'
import type { MeasuredHousehold } from '../../../src/domain/programmes/assessment/measures/MeasuredHousehold'
import { householdsBehind, type Behind } from '../../../src/ui/county/behind'
import { aMeasured } from '../../builders/aMeasured'
import { someStandards } from '../../builders/someStandards'

const HOUSEHOLDS: readonly MeasuredHousehold[] = [
  aMeasured({ id: 'sound' }),
  aMeasured({ id: 'wrong', conclusion: 'suspected_wrong_exit', determined: 'wrong_exit' }),
  aMeasured({ id: 'open', conclusion: 'suspected_wrong_exit', isSatisfied: false, flags: ['quota'] }),
  aMeasured({ id: 'unsure', conclusion: 'to_verify', village: '土村' }),
  aMeasured({ id: 'omitted', status: 'unregistered', conclusion: 'suspected_omission' }),
  aMeasured({ id: 'away', conclusion: 'not_interviewed', outcome: 'not_home', recognises: null }),
]

function behind(wanted: Behind): readonly string[] {
  const report = reportCounty(HOUSEHOLDS, { totals: null, reading: null }, someStandards())
  const open = openMatters(HOUSEHOLDS, report, { reading: null })
  return householdsBehind(wanted, { report, measured: HOUSEHOLDS, open })
}

describe('the households behind a number', () => {
  const measure = { name: 'wrong_exit_rate', basis: 'determined', denominatorReading: null } as const
  it.each([
    ['numerator', ['wrong']],
    ['denominator', ['sound', 'wrong', 'open', 'unsure']],
    ['open', ['open', 'unsure']],
  ] as const)('of a measure: its %s', (part, ids) => {
    expect(behind({ kind: 'measure', measure, part })).toEqual(ids)
  })
  it('of an indicator are as many as it counts', () => {
    const indicator = { name: 'exit_accuracy', basis: 'determined' } as const
    expect(behind({ kind: 'indicator', indicator, part: 'numerator' })).toEqual(['sound', 'open', 'unsure'])
    expect(behind({ kind: 'indicator', indicator, part: 'wrong' })).toEqual(['wrong'])
  })
  it('of what is open are the suspicions without a final word, and those to verify', () => {
    expect(behind({ kind: 'open', matter: 'suspicions' })).toEqual(['open', 'omitted'])
    expect(behind({ kind: 'open', matter: 'toVerify' })).toEqual(['unsure'])
  })
  it('of an outcome are those whose visit ended so', () => {
    expect(behind({ kind: 'outcome', outcome: 'not_home' })).toEqual(['away'])
  })
  it('of a village are its own alone', () => {
    expect(behind({ kind: 'village', village: '土村', of: { by: 'listed' } })).toEqual(['unsure'])
    expect(behind({ kind: 'village', village: '石村', of: { by: 'flag', flag: 'quota' } })).toEqual(['open'])
    expect(behind({ kind: 'village', village: '石村', of: { by: 'wrong' } })).toEqual(['wrong'])
    expect(behind({ kind: 'village', village: '石村', of: { by: 'recognition', recognises: null } })).toEqual(
      ['sound', 'wrong', 'open', 'omitted'],
    )
  })
})
