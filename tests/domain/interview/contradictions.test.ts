import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../src/domain/interview/runChecks'
import { aHousehold, aMember } from '../../builders/aHousehold'
import { aLine, anInterview, INSTRUMENT, type InterviewCase } from '../../builders/anInterview'

const ofOne = (given: Parameters<typeof aMember>[0]) => aHousehold({ members: [aMember(given)] })
const ofTwo = (given: Parameters<typeof aMember>[0]) =>
  aHousehold({ members: [aMember(), aMember({ id: 'm2', name: '李乙', relation: 'son', ...given })] })
const child = ofTwo({ birthDate: '2010-05-05', laborAbility: 'none', studentStatus: 'junior_secondary' })
const ill = ofOne({ health: ['serious'] })
const m1 = (answers: NonNullable<InterviewCase['members']>[string]) => ({ members: { m1: answers } })
const m2 = (answers: NonNullable<InterviewCase['members']>[string]) => ({ members: { m2: answers } })
const line = (given: Parameters<typeof aLine>[1], yuan = 500) => ({
  lines: [aLine(20_000), aLine(yuan, given)],
})

/** A check, an interview that raises it, and one like it that has nothing odd. */
type Case = readonly [check: string, odd: InterviewCase, even: InterviewCase]

const CASES: readonly Case[] = [
  [
    'none_with_others_shocks',
    { answers: { shocks: ['none', 'disaster'] } },
    { answers: { shocks: ['disaster'] } },
  ],
  [
    'respondent_too_young',
    { household: child, answers: { respondent: 'm2' } },
    { household: child, answers: { respondent: 'm2', respondent_state: 'child' } },
  ],
  [
    'respondent_no_child',
    { answers: { respondent_state: 'child' } },
    { answers: { respondent_state: 'interpreted' } },
  ],
  ['age_over_120', m1({ birth_date: '1899-12-31' }), m1({ birth_date: '1915-01-01' })],
  [
    'several_heads',
    { household: ofTwo({}), ...m2({ member_status: 'changed', relation: 'head' }) },
    {
      household: ofTwo({}),
      members: {
        m1: { member_status: 'died' },
        m2: { member_status: 'changed', relation: 'head' },
      },
      answers: { respondent: 'm2' },
    },
  ],
  [
    'head_gone',
    { household: ofTwo({}), ...m1({ member_status: 'died' }) },
    { household: ofOne({}), ...m1({ member_status: 'died' }) },
  ],
  [
    'head_too_young',
    { household: ofOne({ birthDate: '2006-05-05' }) },
    { household: ofOne({ birthDate: '2003-05-05' }) },
  ],
  [
    'spouse_too_young',
    { household: ofTwo({ relation: 'spouse', birthDate: '2005-05-05' }) },
    { household: ofTwo({ relation: 'spouse', birthDate: '2000-05-05' }) },
  ],
  [
    'too_schooled_for_age',
    { household: child, ...m2({ education_level: 'bachelor' }) },
    { household: child, ...m2({ education_level: 'primary' }) },
  ],
  [
    'student_too_old',
    m1({ student_status: 'primary', birth_date: '1990-05-05' }),
    m1({ student_status: 'tertiary' }),
  ],
  [
    'able_too_young',
    { household: child, ...m2({ labor_ability: 'ordinary' }) },
    { household: child, ...m2({ labor_ability: 'none' }) },
  ],
  [
    'child_works',
    {
      household: child,
      ...m2({ labor_ability: 'weak', work_place: 'county', work_months: 2, months_home: 10 }),
    },
    {
      household: ofTwo({ birthDate: '2000-05-05' }),
      ...m2({ work_place: 'county', work_months: 2, months_home: 10 }),
    },
  ],
  [
    'student_works',
    m1({ student_status: 'tertiary', work_place: 'county', work_months: 7, months_home: 5 }),
    m1({ student_status: 'tertiary', work_place: 'county', work_months: 2, months_home: 5 }),
  ],
  [
    'works_no_months',
    m1({ work_place: 'county', work_months: 0 }),
    m1({ work_place: 'county', work_months: 1, months_home: 11 }),
  ],
  [
    'student_not_in_school',
    {
      household: child,
      ...m2({
        student_status: 'junior_secondary',
        school_status: 'not_in_school',
        not_in_school_reason: 'unwilling',
      }),
    },
    { household: child, ...m2({ student_status: 'junior_secondary', school_status: 'in_school' }) },
  ],
  [
    'in_school_no_student',
    { household: child, ...m2({ student_status: 'not_student', school_status: 'in_school' }) },
    { household: child, ...m2({ student_status: 'not_student', school_status: 'home_teaching' }) },
  ],
  [
    'illiterate_with_nine_years',
    {
      household: ofTwo({ birthDate: '2005-05-05' }),
      ...m2({ education_level: 'illiterate', school_status: 'finished_nine_years' }),
    },
    {
      household: ofTwo({ birthDate: '2005-05-05' }),
      ...m2({ education_level: 'junior_secondary', school_status: 'finished_nine_years' }),
    },
  ],
  [
    'past_entry_age',
    { household: child, ...m2({ school_status: 'not_in_school', not_in_school_reason: 'not_yet_due' }) },
    {
      household: ofTwo({ birthDate: '2014-05-05' }),
      ...m2({ school_status: 'not_in_school', not_in_school_reason: 'not_yet_due' }),
    },
  ],
  [
    'no_soldier_of_that_age',
    { household: child, ...m2({ insurance: 'none', uninsured_reason: 'in_service' }) },
    m1({ insurance: 'none', uninsured_reason: 'in_service' }),
  ],
  [
    'employee_too_young',
    { household: child, ...m2({ insurance: 'employee' }) },
    m1({ insurance: 'employee' }),
  ],
  [
    'paid_but_untreated',
    { household: ill, ...m1({ treatment: 'untreated_cannot_afford', self_paid_yuan: 300 }) },
    { household: ill, ...m1({ treatment: 'treated', self_paid_yuan: 300 }) },
  ],
  [
    'seriously_ill_untreated',
    { household: ill, ...m1({ treatment: 'no_need' }) },
    { household: ofOne({ health: ['disabled'] }), ...m1({ treatment: 'no_need' }) },
  ],
  [
    'medical_cost_large',
    { household: ill, ...m1({ treatment: 'treated', self_paid_yuan: 500_001 }) },
    { household: ill, ...m1({ treatment: 'treated', self_paid_yuan: 500_000 }) },
  ],
  [
    'food_without_store',
    { answers: { observed_food_store: 'none' } },
    { answers: { observed_food_store: 'little' } },
  ],
  [
    'short_with_store',
    { answers: { food_enough: 'often_short' } },
    { answers: { food_enough: 'often_short', observed_food_store: 'none' } },
  ],
  [
    'clothing_looks_short',
    { answers: { observed_clothing: 'inadequate' } },
    { answers: { observed_clothing: 'inadequate', bedding: 'short' } },
  ],
  [
    'clothing_looks_enough',
    { answers: { clothing_season: 'no' } },
    { answers: { clothing_season: 'no', observed_clothing: 'inadequate' } },
  ],
  [
    'unsafe_lived_in_as_safe',
    { answers: { house_basis: 'grade_c_unrepaired' } },
    { answers: { house_basis: 'grade_c_unrepaired', lives_in_safe_house: 'none' } },
  ],
  [
    'relocated_not_moved',
    { answers: { house_basis: 'relocated', relocation_state: 'keys_not_moved' } },
    { answers: { house_basis: 'relocated', relocation_state: 'moved_in' } },
  ],
  [
    'moved_in_by_nobody',
    { answers: { house_basis: 'relocated', relocation_state: 'moved_in', lives_in_safe_house: 'none' } },
    { answers: { house_basis: 'relocated', relocation_state: 'not_delivered', lives_in_safe_house: 'none' } },
  ],
  ['enough_but_short_days', { answers: { water_short_days: 31 } }, { answers: { water_short_days: 30 } }],
  [
    'short_without_days',
    { answers: { water_quantity: 'short' } },
    { answers: { water_quantity: 'short', water_short_days: 10 } },
  ],
  [
    'fetched_in_no_time',
    { answers: { water_source: 'well', water_fetch: 'fetch', water_fetch_minutes: 0 } },
    { answers: { water_source: 'well', water_fetch: 'fetch', water_fetch_minutes: 5 } },
  ],
  [
    'state_not_of_kind',
    line({ income_state: 'own_consumption' }),
    line({ income_kind: 'business', income_item: 'crops', income_state: 'own_consumption' }),
  ],
  ['amount_zero', line({}, 0), line({}, 1)],
  ['amount_large', line({}, 500_001), line({}, 500_000)],
  [
    'pension_without_old',
    line({ income_kind: 'transfer', income_item: 'pension', one_off: 'no' }),
    {
      household: ofTwo({ relation: 'father', birthDate: '1950-05-05' }),
      ...line({ income_kind: 'transfer', income_item: 'pension', one_off: 'no' }),
    },
  ],
  [
    'cost_without_business',
    line({ income_kind: 'business_cost', income_item: 'crops_cost', income_state: null }),
    {
      lines: [
        aLine(900, { income_kind: 'business', income_item: 'crops' }),
        aLine(90, { income_kind: 'business_cost', income_item: 'crops_cost', income_state: null }),
      ],
    },
  ],
  [
    'allowance_line_without_support',
    line({ income_kind: 'transfer', income_item: 'allowance', one_off: 'no' }),
    {
      ...line({ income_kind: 'transfer', income_item: 'allowance', one_off: 'no' }),
      answers: { support_received: ['allowance'] },
    },
  ],
  [
    'allowance_not_in_ledger',
    { answers: { support_received: ['allowance'] } },
    {
      ...line({ income_kind: 'transfer', income_item: 'allowance', one_off: 'no' }),
      answers: { support_received: ['allowance'] },
    },
  ],
  [
    'work_without_wages',
    {
      ...m1({ work_place: 'county', work_months: 2, months_home: 10 }),
      lines: [aLine(900, { income_kind: 'business', income_item: 'crops' })],
    },
    m1({ work_place: 'county', work_months: 2, months_home: 10 }),
  ],
  [
    'no_support_continues',
    { answers: { support_received: ['none'] } },
    { answers: { support_received: ['none'], support_after_exit: 'stopped' } },
  ],
  [
    'satisfied_but_refuses',
    { answers: { accepts_result: 'disagrees' } },
    { answers: { accepts_result: 'disagrees', recognise_exit: 'dissatisfied' } },
  ],
  [
    'accepts_dissatisfied',
    { answers: { recognise_exit: 'dissatisfied' } },
    { answers: { recognise_exit: 'no_opinion' } },
  ],
  [
    'no_shock_but_fall',
    { answers: { income_trend: 'down_sharply' } },
    { answers: { income_trend: 'down_little' } },
  ],
  [
    'illness_without_ill',
    { answers: { shocks: ['illness'] } },
    { household: ill, ...m1({ treatment: 'treated' }), answers: { shocks: ['illness'] } },
  ],
  [
    'spending_large',
    { answers: { shocks: ['disaster'], rigid_spending_yuan: 600_000 } },
    { answers: { shocks: ['disaster'], rigid_spending_yuan: 60_000 } },
  ],
]

const raised = (given: InterviewCase) => runChecks(anInterview(given)).map(({ check }) => check)

describe('a contradiction', () => {
  it.each(CASES)('is reported, and only where it is: %s', (check, odd, even) => {
    expect(raised(odd)).toContain(check)
    expect(raised(even)).not.toContain(check)
  })
  it('names in its place only questions of its own scope', () => {
    for (const { scope, questions } of INSTRUMENT.data.checks)
      for (const question of questions)
        expect(INSTRUMENT.questions.get(question)?.scope, question).toBe(scope)
  })
})
