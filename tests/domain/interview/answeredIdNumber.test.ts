import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../src/domain/interview/runChecks'
import { aHousehold, aMember } from '../../builders/aHousehold'
import { anInterview, type GivenAnswers } from '../../builders/anInterview'
import { inventedId } from '../../fixtures/roster/inventedPeople'

/** A man's number, born on 1980-05-05 as the builder's member is. */
const HIS = inventedId('1980-05-05', 1)
const WRONG_CHECKSUM = HIS.slice(0, 17) + (HIS.endsWith('1') ? '2' : '1')

/** What the form says when the roster's member (male, born 1980-05-05, no number) is changed so. */
function raised(answers: GivenAnswers, listed: Parameters<typeof aMember>[0] = {}): readonly string[] {
  const household = aHousehold({ members: [aMember(listed)] })
  const members = { m1: { member_status: 'changed', ...answers } }
  const nobodyAsked = { respondent: null, respondent_state: null }
  return runChecks(anInterview({ household, members, answers: nobodyAsked, lines: [] })).map(
    ({ check, tier }) => `${tier} ${check}`,
  )
}

describe('an ID number given in the interview', () => {
  it('is accepted without a warning when it is valid and agrees with the roster', () => {
    expect(raised({ id_number: HIS })).toEqual([])
    expect(raised({ id_number: `${HIS}43B1` })).toEqual([])
    expect(raised({ id_number: '990101800505001' })).toEqual([])
  })
  it('is an error when no document can have it', () => {
    expect(raised({ id_number: HIS.slice(1) })).toEqual(['error id_malformed'])
  })
  it('needs a written reason when its checksum fails, since documents have errors', () => {
    expect(raised({ id_number: WRONG_CHECKSUM })).toEqual(['warning id_checksum'])
    expect(raised({ id_number: `${WRONG_CHECKSUM}43` })).toEqual(['warning id_checksum'])
  })
  it('needs one when its birth date does not exist or is still to come', () => {
    expect(raised({ id_number: '990101800230001' })).toEqual(['warning id_birth_date'])
    const unborn = { birthDate: null, sex: null, relation: 'son' }
    expect(raised({ id_number: inventedId('2020-12-31', 1) }, unborn)).toEqual([])
    expect(raised({ id_number: inventedId('2021-01-01', 1) }, unborn)).toEqual(['warning id_birth_date'])
  })
  it('needs one when birth date or sex differ from those answered, or else from the roster’s', () => {
    const born = { id_number: HIS, birth_date: '1980-05-06' }
    expect(raised(born)).toEqual(['warning birth_date_differs'])
    expect(raised({ id_number: HIS }, { birthDate: '1980-05-06' })).toEqual(['warning birth_date_differs'])
    expect(raised({ id_number: HIS, birth_date: '1980-05-05' }, { birthDate: '1980-05-06' })).toEqual([])
    expect(raised({ id_number: HIS, sex: 'female' })).toEqual(['warning sex_differs'])
    expect(raised({ id_number: HIS }, { sex: 'female' })).toEqual(['warning sex_differs'])
    expect(raised({ id_number: HIS }, { sex: null })).toEqual([])
  })
  it('is compared with the roster’s number when only birth date or sex are answered', () => {
    const listed = { idNumber: HIS }
    expect(raised({ birth_date: '1980-05-06' }, listed)).toEqual(['warning birth_date_differs'])
    expect(raised({ sex: 'female' }, listed)).toEqual(['warning sex_differs'])
    expect(raised({ birth_date: '1980-05-05', sex: 'male' }, listed)).toEqual([])
  })
  it('is not asked for reasons again where only the roster has the fault', () => {
    expect(raised({}, { idNumber: WRONG_CHECKSUM, birthDate: '1970-01-01', sex: 'female' })).toEqual([])
  })
  it('is of no interest once the member has left', () => {
    expect(raised({ member_status: 'left', id_number: WRONG_CHECKSUM, sex: 'female' })).toEqual([])
  })
  it('is checked for a member added in the field', () => {
    const added = { member_status: 'new', name: '李乙', id_number: WRONG_CHECKSUM, sex: 'female' }
    const [checksum, sex, ...more] = runChecks(anInterview({ members: { 'new-1': added } }))
    expect(more).toEqual([])
    expect(checksum).toMatchObject({
      check: 'id_checksum',
      refs: [{ question: 'id_number', member: 'new-1' }],
    })
    expect(sex).toMatchObject({ check: 'sex_differs' })
  })
  it('gives a better age than a birth date that the roster only estimated', () => {
    const ageOf = (listed: Parameters<typeof aMember>[0], answers: GivenAnswers): number | null | undefined =>
      anInterview({
        household: aHousehold({ members: [aMember(listed)] }),
        members: { m1: { member_status: 'changed', ...answers } },
      }).members[0]?.facts.age
    const id_number = inventedId('2004-12-31', 1)
    const estimated = { birthDate: '2005-06-30', birthDateApproximate: true } as const
    expect(ageOf(estimated, {})).toBe(15)
    expect(ageOf(estimated, { id_number })).toBe(16)
    expect(ageOf({ birthDate: '2005-06-30' }, { id_number })).toBe(15)
    expect(ageOf(estimated, { id_number, birth_date: '2006-01-01' })).toBe(14)
  })
})
