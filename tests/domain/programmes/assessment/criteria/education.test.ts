import { describe, expect, it } from 'vitest'
import { aHousehold, aMember } from '../../../../builders/aHousehold'
import { byDocument, byOther, judged, type GivenAnswers } from '../../../../builders/anInterview'
import { someStandards } from '../../../../builders/someStandards'

function education(birthDate: string | null, child: GivenAnswers, asOf = '2020-12-31') {
  const household = aHousehold({ members: [aMember(), aMember({ id: 'm2', birthDate })] })
  const result = judged({ household, members: { m2: child }, standards: someStandards({ asOf }) }).criteria
    ?.education
  return {
    result: result?.result,
    applicable: result?.applicable,
    settles: result?.wouldSettle.map(({ question }) => question),
  }
}

describe('education', () => {
  it('is met and marked not applicable when nobody is of school age', () => {
    expect(education('2019-01-01', {})).toEqual({ result: 'met', applicable: false, settles: [] })
  })
  // At 2020-12-31: born 2014-12-31 is 6 today, born 2015-01-01 is 5; born 2005-01-01 is 15, born 2004-12-31 is 16 today.
  it.each([
    ['2014-12-31', true],
    ['2015-01-01', false],
    ['2005-01-01', true],
    ['2004-12-31', false],
  ])('asks about a child born %s: %s', (birthDate, isAsked) => {
    expect(education(birthDate, {}).result).toBe(isAsked ? 'undetermined' : 'met')
  })
  it.each(['in_school', 'special_school', 'home_teaching', 'finished_nine_years'])(
    'is met when the child is %s',
    (status) => {
      expect(education('2010-06-01', { school_status: status })).toMatchObject({
        result: 'met',
        applicable: true,
      })
    },
  )
  it.each(['unable_certified', 'deferred_approved'])('is met when a child out of school is %s', (reason) => {
    expect(
      education('2010-06-01', { school_status: 'not_in_school', not_in_school_reason: reason }).result,
    ).toBe('met')
  })
  it.each(['cannot_afford', 'unwilling', 'other'])(
    'is unmet when a document shows a child out of school: %s',
    (reason) => {
      const child = { school_status: byDocument('not_in_school'), not_in_school_reason: reason }
      expect(education('2010-06-01', child).result).toBe('unmet')
    },
  )
  it('is undetermined when only the respondent says so', () => {
    const child = { school_status: 'not_in_school', not_in_school_reason: byDocument('unwilling') }
    expect(education('2010-06-01', child)).toMatchObject({
      result: 'undetermined',
      settles: ['school_status'],
    })
  })
  it('is undetermined, and asks why, when no reason is given', () => {
    expect(education('2010-06-01', { school_status: byDocument('not_in_school') })).toMatchObject({
      result: 'undetermined',
      settles: ['not_in_school_reason'],
    })
  })
  // Six by the last 31 August before 2020-12-31 means born by 2014-08-31.
  it.each([
    ['2014-09-01', 'met'],
    ['2014-08-31', 'unmet'],
  ])('accepts not yet due of a child born %s: %s', (birthDate, result) => {
    const child = { school_status: byDocument('not_in_school'), not_in_school_reason: 'not_yet_due' }
    expect(education(birthDate, child).result).toBe(result)
  })
  // At 2020-08-30 the last entry day is 2019-08-31: born 2014-08-30 turned six today, after it.
  it('computes from the entry day before when this year has not reached it', () => {
    const child = { school_status: byDocument('not_in_school'), not_in_school_reason: 'not_yet_due' }
    expect(education('2014-08-30', child, '2020-08-30').result).toBe('met')
    expect(education('2013-08-31', child, '2020-08-30').result).toBe('unmet')
  })
  it('is undetermined when a member’s age is unknown', () => {
    expect(education(null, {})).toMatchObject({ result: 'undetermined', settles: ['birth_date'] })
  })
  it('takes the age from the ID number when there is no birth date', () => {
    const household = aHousehold({
      members: [aMember(), aMember({ id: 'm2', birthDate: null, idNumber: '530626201006120017' })],
    })
    expect(judged({ household }).criteria?.education.wouldSettle).toEqual([
      { question: 'school_status', member: 'm2' },
    ])
  })
  it('is unmet when the respondent speaks of one child and a second informant of another', () => {
    const household = aHousehold({
      members: [
        aMember({ id: 'm1', birthDate: '2008-01-01' }),
        aMember({ id: 'm2', birthDate: '2010-01-01' }),
      ],
    })
    const members = {
      m1: { school_status: 'not_in_school', not_in_school_reason: 'unwilling' },
      m2: { school_status: byOther('not_in_school'), not_in_school_reason: 'unwilling' },
    }
    expect(judged({ household, members }).criteria?.education.result).toBe('unmet')
  })
})
