import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../src/domain/interview/runChecks'
import type { RosterMember } from '../../../../src/domain/roster/Roster'
import { aCensusInterview, type CensusAnswers } from '../../../builders/aCensusInterview'
import { aHousehold, aMember } from '../../../builders/aHousehold'

interface Case {
  readonly members?: readonly Partial<RosterMember>[]
  readonly answers?: CensusAnswers
  /** By place among the members. */
  readonly of?: Readonly<Record<string, CensusAnswers>>
}

/** `m0` is the head, 40; others are of the birth date they are given. */
function raised({ members = [], answers = {}, of = {} }: Case): readonly string[] {
  const all = [{}, ...members].map((each, at) => aMember({ id: `m${at}`, name: `李${at}`, ...each }))
  const household = aHousehold({ members: all })
  return runChecks(
    aCensusInterview({ household, answers: { respondent: 'm0', ...answers }, members: of }),
  ).map(({ check }) => check)
}

const son = (birthDate: string, studentStatus: RosterMember['studentStatus'] = 'primary') => ({
  birthDate,
  relation: 'son' as const,
  studentStatus,
  laborAbility: 'none' as const,
})
const OLD = { birthDate: '1945-05-05', laborAbility: 'none' } as const

const CASES: readonly (readonly [check: string, wrong: Case, sound: Case])[] = [
  ['more_pupils_than_children', { members: [son('2000-05-05')] }, { members: [son('2005-05-05')] }],
  [
    'parent_home_denied',
    { members: [son('2010-05-05')], of: { m1: { guardian_home: 'no' } } },
    { members: [son('2010-05-05')], of: { m0: { away_state: 'working_away' }, m1: { guardian_home: 'no' } } },
  ],
  [
    'parent_home_alone',
    {
      members: [son('2010-05-05')],
      of: { m0: { away_state: 'working_away' }, m1: { guardian_home: 'yes' } },
    },
    { members: [son('2010-05-05')], of: { m1: { guardian_home: 'yes' } } },
  ],
  [
    'works_away_in_school',
    { members: [son('2003-05-05', 'senior_secondary')], of: { m1: { away_state: 'working_away' } } },
    { members: [son('2003-05-05', 'senior_secondary')], of: { m1: { away_state: 'school_away' } } },
  ],
  [
    'school_away_no_student',
    { of: { m0: { away_state: 'school_away' } } },
    { members: [son('2003-05-05')], of: { m1: { away_state: 'school_away' } } },
  ],
  [
    'several_spouses',
    { members: [{ relation: 'spouse' }, { relation: 'spouse' }] },
    { members: [{ relation: 'spouse' }] },
  ],
  [
    'employment_help_without_worker',
    {
      members: [],
      answers: { support_received: ['employment'] },
      of: { m0: { birth_date: '1945-05-05', labor_ability: 'none' } },
    },
    { members: [OLD], answers: { support_received: ['employment'] } },
  ],
  [
    'education_help_without_student',
    { answers: { support_received: ['education'] } },
    { members: [son('2010-05-05')], answers: { support_received: ['education'] } },
  ],
  [
    'preschool_help_without_child',
    { answers: { support_received: ['education'], education_items: ['preschool'] } },
    {
      members: [son('2014-05-05')],
      answers: { support_received: ['education'], education_items: ['preschool'] },
    },
  ],
  [
    'relocation_help_without_move',
    { answers: { support_received: ['relocation'], house_basis: 'grade_a' } },
    { answers: { support_received: ['relocation'], house_basis: null } },
  ],
  [
    'industry_help_without_business',
    { answers: { support_received: ['industry'], industry_items: ['own_inputs'] } },
    {
      answers: {
        support_received: ['industry'],
        industry_items: ['own_inputs'],
        income_sources: ['business'],
      },
    },
  ],
  [
    'post_without_wage',
    { answers: { support_received: ['public_post'], income_sources: ['transfer'] } },
    { answers: { support_received: ['public_post'], income_sources: ['wage'] } },
  ],
  [
    'allowance_without_transfer',
    { answers: { support_received: ['destitute'], income_sources: ['wage'] } },
    { answers: { support_received: ['destitute'], income_sources: ['transfer'] } },
  ],
]

describe('checks across the members and answers of one household', () => {
  it.each(CASES)('%s', (check, wrong, sound) => {
    expect(raised(wrong)).toContain(check)
    expect(raised(sound)).not.toContain(check)
  })
  it('say nothing of a household that is well', () => expect(raised({})).toEqual([]))
})
