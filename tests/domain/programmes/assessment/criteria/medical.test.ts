import { describe, expect, it } from 'vitest'
import { aHousehold, aMember } from '../../../../builders/aHousehold'
import { byDocument, judged, type GivenAnswers } from '../../../../builders/anInterview'

function medical(member: GivenAnswers, health: readonly string[] | null = ['healthy']) {
  const household = aHousehold({ members: [aMember({ health })] })
  const result = judged({ household, members: { m1: member } }).criteria?.medical
  return { result: result?.result, settles: result?.wouldSettle.map(({ question }) => question) }
}

describe('medical', () => {
  it.each(['resident', 'employee', 'other'])('is met when everybody has %s insurance', (insurance) => {
    expect(medical({ insurance }).result).toBe('met')
  })
  it.each(['newborn', 'in_service'])('is met when the uninsured is %s', (reason) => {
    expect(medical({ insurance: byDocument('none'), uninsured_reason: reason }).result).toBe('met')
  })
  it.each(['cannot_afford', 'unwilling', 'unaware', 'other'])(
    'is unmet when a document shows no insurance: %s',
    (reason) => {
      expect(medical({ insurance: byDocument('none'), uninsured_reason: reason }).result).toBe('unmet')
    },
  )
  it('takes the evidence of the insurance, not of the reason', () => {
    expect(medical({ insurance: 'none', uninsured_reason: byDocument('unwilling') })).toEqual({
      result: 'undetermined',
      settles: ['insurance'],
    })
  })
  it('is undetermined, and asks why, when no reason is given', () => {
    expect(medical({ insurance: byDocument('none') })).toEqual({
      result: 'undetermined',
      settles: ['uninsured_reason'],
    })
  })
  it('is undetermined when nobody said whether the member is insured', () => {
    expect(medical({ insurance: null })).toEqual({ result: 'undetermined', settles: ['insurance'] })
  })
  it.each([['chronic'], ['serious'], ['disabled']])('needs the treatment of a member who is %s', (state) => {
    expect(medical({}, [state])).toEqual({ result: 'undetermined', settles: ['treatment'] })
  })
  it.each([
    ['treated', 'met'],
    ['untreated_other', 'met'],
    ['no_need', 'met'],
    ['untreated_cannot_afford', 'unmet'],
  ])('is, when the ill member is %s, %s', (treatment, result) => {
    expect(medical({ treatment: byDocument(treatment) }, ['chronic']).result).toBe(result)
  })
  it('goes by the answer, else the roster, as to who is ill', () => {
    expect(medical({ health: ['healthy'] }, ['chronic']).result).toBe('met')
    expect(medical({ health: ['serious'] }, ['healthy'])).toMatchObject({ settles: ['treatment'] })
  })
  it('ignores a treatment that does not apply to a healthy member', () => {
    expect(medical({ treatment: byDocument('untreated_cannot_afford') }).result).toBe('met')
  })
  it('never hears of the family doctor: that only tests memory', () => {
    expect(medical({ treatment: 'treated', family_doctor: byDocument('no') }, ['chronic']).result).toBe('met')
  })
})
