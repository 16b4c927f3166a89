import { describe, expect, it } from 'vitest'
import { CENSUS_TABLES, censusTables } from '../../../../../src/adapters/resources/censusTables'
import { AREA_FORMS } from '../../../../../src/adapters/resources/areaForms'
import type { AreaAnswers } from '../../../../../src/domain/programmes/census/AreaForm'
import { CaseBook } from '../../../../../src/domain/programmes/census/tables/CaseBook'
import { tabulate } from '../../../../../src/domain/programmes/census/tables/tabulate'
import type { RosterMember } from '../../../../../src/domain/roster/Roster'
import {
  aCensusInterview,
  CENSUS_FORM,
  type CensusAnswers,
  type CensusCase,
} from '../../../../builders/aCensusInterview'
import { aHousehold, aMember } from '../../../../builders/aHousehold'

const reached = new Set<string>()

/** The rows of a table that count somebody, with the number where it is not 1, and `unanswered` where somebody is. */
function rowsIn(book: CaseBook, table: string): string {
  const found = tabulate(book, { isByArea: false }).find(({ id }) => id === table)
  if (found === undefined) throw new Error(`no table ${table}`)
  const told = (name: string, count: number | null): readonly string[] =>
    count === null || count === 0 ? [] : [count === 1 ? name : `${name} ${count}`]
  return [
    ...found.rows.flatMap(({ code, column, count }) => {
      if (count !== null && count > 0) reached.add(`${table} ${code}`)
      return told(column === undefined ? code : `${code}/${column}`, count)
    }),
    ...told('unanswered', found.unanswered),
  ].join(', ')
}

function rowsOf(table: string, given: CensusCase): string {
  const book = new CaseBook(censusTables(CENSUS_FORM))
  book.addHousehold({ id: 'h1', village: '测县/甲乡/石村', interview: aCensusInterview(given) })
  return rowsIn(book, table)
}

const answers = (given: CensusAnswers): CensusCase => ({ answers: given })

/** A household of one person, who was born on the day and answered so. */
function onePerson(listed: Partial<RosterMember>, said: CensusAnswers = {}): CensusCase {
  return { household: aHousehold({ members: [aMember(listed)] }), members: { m1: said } }
}
const child = (said: CensusAnswers): CensusCase => onePerson({ birthDate: '2010-05-05' }, said)
const ill = (said: CensusAnswers): CensusCase => onePerson({ health: ['chronic'] }, said)

const people = (count: number): CensusCase => ({
  household: aHousehold({
    members: Array.from({ length: count }, (_, index) => aMember({ id: `m${index + 1}` })),
  }),
})

describe('a household’s row', () => {
  it.each<[table: string, what: string, given: CensusCase, rows: string]>([
    ['coverage', 'enumerated', {}, 'enumerated'],
    ['coverage', 'lost contact', answers({ visit_outcome: 'lost_contact' }), 'lost_contact'],
    ['coverage', 'refused', answers({ visit_outcome: 'refused' }), 'refused'],
    ['coverage', 'moved away', answers({ visit_outcome: 'moved_away' }), 'moved_away'],
    ['coverage', 'dissolved', answers({ visit_outcome: 'dissolved' }), 'dissolved'],
    ['coverage', 'duplicate', answers({ visit_outcome: 'duplicate' }), 'duplicate'],
    ['coverage', 'nobody at home', answers({ visit_outcome: 'not_home' }), 'open'],
    ['coverage', 'to go on another day', answers({ visit_outcome: 'partial' }), 'open'],
    ['coverage', 'not visited', answers({ visit_outcome: null }), 'open'],
    ['size', 'one', {}, '1'],
    ['size', 'two', people(2), '2'],
    ['size', 'three', people(3), '3'],
    ['size', 'four', people(4), '4'],
    ['size', 'five', people(5), '5'],
    ['size', 'six', people(6), '6_plus'],
    ['size', 'seven', people(7), '6_plus'],
    ['size', 'one left', { ...people(3), members: { m2: { member_status: 'left' } } }, '2'],
    ['size', 'one died', { ...people(3), members: { m2: { member_status: 'died' } } }, '2'],
    ['size', 'one added', { ...people(3), members: { 'new-1': { member_status: 'new' } } }, '4'],
    ['size', 'everybody left', { members: { m1: { member_status: 'left' } } }, 'unanswered'],
    ['size', 'refused', answers({ visit_outcome: 'refused' }), ''],
    ['size', 'to go on', answers({ visit_outcome: 'partial' }), ''],
    ['status', 'poor', { household: aHousehold({ status: 'poor' }) }, 'poor'],
    ['status', 'exited', {}, 'exited'],
    ['status', 'relapsed', { household: aHousehold({ status: 'relapsed' }) }, 'relapsed'],
    ['status', 'unknown', { household: aHousehold({ status: null }) }, 'unanswered'],
    ['food_protein', 'any time', {}, 'any_time'],
    ['food_protein', 'sometimes', answers({ food_protein: 'sometimes' }), 'sometimes'],
    ['food_protein', 'too dear', answers({ food_protein: 'rarely_cannot_afford' }), 'rarely_cannot_afford'],
    ['food_protein', 'not wanted', answers({ food_protein: 'rarely_by_choice' }), 'rarely_by_choice'],
    ['food_protein', 'not answered', answers({ food_protein: null }), 'unanswered'],
    ['food_enough', 'enough', {}, 'all_year'],
    ['food_enough', 'some months', answers({ food_enough: 'some_months_short' }), 'some_months_short'],
    ['food_enough', 'often', answers({ food_enough: 'often_short' }), 'often_short'],
    ['clothing', 'all seasons', {}, 'yes'],
    ['clothing', 'partly', answers({ clothing_season: 'partly' }), 'partly'],
    ['clothing', 'none', answers({ clothing_season: 'no' }), 'no'],
    ['bedding', 'enough', {}, 'enough'],
    ['bedding', 'short', answers({ bedding: 'short' }), 'short'],
    ['housing', 'grade A', {}, 'already_safe'],
    ['housing', 'grade B', answers({ house_basis: 'grade_b' }), 'already_safe'],
    ['housing', 'another house', answers({ house_basis: 'other_safe_house' }), 'already_safe'],
    ['housing', 'repaired', answers({ house_basis: 'repaired' }), 'repaired'],
    [
      'housing',
      'relocated',
      answers({ house_basis: 'relocated', relocation_state: 'moved_in' }),
      'relocated',
    ],
    [
      'housing',
      'keys, not moved in',
      answers({ house_basis: 'relocated', relocation_state: 'keys_not_moved' }),
      'not_safe',
    ],
    [
      'housing',
      'not delivered',
      answers({ house_basis: 'relocated', relocation_state: 'not_delivered' }),
      'not_safe',
    ],
    ['housing', 'relocated, nobody says how far', answers({ house_basis: 'relocated' }), 'unanswered'],
    ['housing', 'some live elsewhere', answers({ lives_in_safe_house: 'some_elsewhere' }), 'not_safe'],
    [
      'housing',
      'repaired, nobody lives there',
      answers({ house_basis: 'repaired', lives_in_safe_house: 'none' }),
      'not_safe',
    ],
    ['housing', 'nobody says who lives there', answers({ lives_in_safe_house: null }), 'unanswered'],
    ['housing', 'grade C', answers({ house_basis: 'grade_c_unrepaired' }), 'not_safe'],
    ['housing', 'grade D', answers({ house_basis: 'grade_d_unrebuilt' }), 'not_safe'],
    ['housing', 'not graded', answers({ house_basis: 'not_graded' }), 'not_safe'],
    ['housing', 'no basis', answers({ house_basis: null, lives_in_safe_house: 'none' }), 'unanswered'],
    ['water_source', 'central', {}, 'piped'],
    ['water_source', 'own pipe', answers({ water_source: 'piped_own' }), 'piped'],
    ['water_source', 'well', answers({ water_source: 'well' }), 'well'],
    ['water_source', 'spring', answers({ water_source: 'spring' }), 'spring'],
    ['water_source', 'cistern', answers({ water_source: 'cistern' }), 'cistern'],
    ['water_source', 'trucked', answers({ water_source: 'trucked' }), 'trucked'],
    ['water_source', 'other', answers({ water_source: 'other' }), 'other'],
    ['water_access', 'at home', {}, 'easy'],
    ['water_access', '20 minutes', answers({ water_fetch: 'fetch', water_fetch_minutes: 20 }), 'easy'],
    ['water_access', '21 minutes', answers({ water_fetch: 'fetch', water_fetch_minutes: 21 }), 'far'],
    ['water_access', 'nobody says how long', answers({ water_fetch: 'fetch' }), 'unanswered'],
    ['water_short', 'never', {}, 'never'],
    ['water_short', '1 day', answers({ water_short_days: 1 }), 'few'],
    ['water_short', '36 days', answers({ water_short_days: 36 }), 'few'],
    ['water_short', '37 days', answers({ water_short_days: 37 }), 'many'],
    ['water_short', 'not answered', answers({ water_short_days: null }), 'unanswered'],
    ['income_sources', 'one', {}, 'wage'],
    [
      'income_sources',
      'all',
      answers({ income_sources: ['transfer', 'property', 'business', 'wage'] }),
      'wage, business, property, transfer',
    ],
    ['income_sources', 'not answered', answers({ income_sources: null }), 'unanswered'],
    ['main_income_source', 'only one', {}, 'wage'],
    ['main_income_source', 'only business', answers({ income_sources: ['business'] }), 'business'],
    ['main_income_source', 'only property', answers({ income_sources: ['property'] }), 'property'],
    [
      'main_income_source',
      'one of two',
      answers({ income_sources: ['wage', 'transfer'], main_income_source: 'transfer' }),
      'transfer',
    ],
    ['main_income_source', 'none of two', answers({ income_sources: ['wage', 'transfer'] }), 'unanswered'],
    [
      'support',
      'all kinds',
      answers({
        support_received: [
          ...['industry', 'employment', 'relocation', 'education', 'health', 'housing', 'allowance'],
          ...['destitute', 'ecological_post', 'public_post', 'microloan', 'water', 'other'],
        ],
      }),
      'industry, employment, relocation, education, health, housing, allowance, destitute, ecological_post, public_post, microloan, water, other',
    ],
    ['support', 'none', {}, 'none'],
    ['support', 'not answered', answers({ support_received: null }), 'unanswered'],
    ['industry', 'no such help', answers({ support_received: ['health'] }), ''],
    ['industry', 'help without items', answers({ support_received: ['industry'] }), 'unanswered'],
    [
      'industry',
      'items',
      answers({
        support_received: ['industry'],
        industry_items: ['own_inputs', 'led_by_firm', 'technical', 'credit'],
      }),
      'own_inputs, led_by_firm, technical, credit',
    ],
    ['industry', 'none', answers({ support_received: ['industry'], industry_items: ['none'] }), 'none'],
    [
      'employment',
      'items',
      answers({
        support_received: ['employment'],
        employment_items: [
          ...['skills_training', 'technician_school', 'job_services', 'start_up'],
          ...['public_post', 'workshop', 'travel_allowance'],
        ],
      }),
      'skills_training, technician_school, job_services, start_up, public_post, workshop, travel_allowance',
    ],
    ['employment', 'none', answers({ support_received: ['employment'], employment_items: ['none'] }), 'none'],
    [
      'health',
      'items',
      answers({
        support_received: ['health'],
        health_items: ['contribution_subsidy', 'one_stop_settlement', 'family_doctor'],
      }),
      'contribution_subsidy, one_stop_settlement, family_doctor',
    ],
    ['health', 'none', answers({ support_received: ['health'], health_items: ['none'] }), 'none'],
    [
      'education_help',
      'items',
      answers({
        support_received: ['education'],
        education_items: [
          ...['preschool', 'compulsory_allowance', 'senior_fee', 'vocational_fee', 'state_grant', 'loan'],
        ],
      }),
      'preschool, compulsory_allowance, senior_fee, vocational_fee, state_grant, loan',
    ],
    [
      'education_help',
      'none',
      answers({ support_received: ['education'], education_items: ['none'] }),
      'none',
    ],
    ['relocated', 'of another house', answers({ house_basis: 'grade_a' }), ''],
    [
      'relocated',
      'not moved in, a child at school',
      {
        ...child({ school_status: 'in_school' }),
        ...answers({
          ...{ house_basis: 'relocated', relocation_state: 'keys_not_moved' },
          ...{ relocated_job: 'yes', relocated_land: 'yes', relocated_school: 'yes' },
        }),
      },
      'job, land, school',
    ],
    [
      'relocated',
      'neither work nor land',
      answers({ house_basis: 'relocated', relocated_job: 'no', relocated_land: 'no' }),
      '',
    ],
    ['relocated', 'nothing answered', answers({ house_basis: 'relocated' }), 'unanswered'],
    [
      'shocks',
      'all',
      answers({
        shocks: [
          ...['illness', 'accident', 'disaster', 'job_loss_epidemic', 'unsold_epidemic', 'education_cost'],
        ],
      }),
      'illness, accident, disaster, job_loss_epidemic, unsold_epidemic, education_cost',
    ],
    ['shocks', 'none', {}, 'none'],
    ['income_trend', 'up', answers({ income_trend: 'up' }), 'up'],
    ['income_trend', 'same', {}, 'same'],
    ['income_trend', 'a little less', answers({ income_trend: 'down_little' }), 'down_little'],
    ['income_trend', 'much less', answers({ income_trend: 'down_sharply' }), 'down_sharply'],
  ])('of %s: %s', (table, _, given, rows) => expect(rowsOf(table, given)).toBe(rows))
})

describe('a person’s row', () => {
  it.each<[table: string, what: string, given: CensusCase, rows: string]>([
    ['age_sex', '5 on the day, 6 on the next', onePerson({ birthDate: '2015-01-01' }), 'under_6/male'],
    ['age_sex', '6 on the day', onePerson({ birthDate: '2014-12-31', sex: 'female' }), '6_15/female'],
    ['age_sex', '15, 16 on the next', onePerson({ birthDate: '2005-01-01' }), '6_15/male'],
    ['age_sex', '16 on the day', onePerson({ birthDate: '2004-12-31' }), '16_59/male'],
    ['age_sex', '59, 60 on the next', onePerson({ birthDate: '1961-01-01' }), '16_59/male'],
    ['age_sex', '60 on the day', onePerson({ birthDate: '1960-12-31' }), '60_plus/male'],
    ['age_sex', 'of unknown age', onePerson({ birthDate: null }), 'unanswered'],
    ['age_sex', 'of unknown sex', onePerson({ sex: null }), 'unanswered'],
    ['age_sex', 'who left', onePerson({}, { member_status: 'left' }), ''],
    ['age_sex', 'of a household that refused', answers({ visit_outcome: 'refused' }), ''],
    ['education', 'an adult', {}, ''],
    ['education', 'at school', child({ school_status: 'in_school' }), 'in_school'],
    ['education', 'at a special school', child({ school_status: 'special_school' }), 'in_school'],
    ['education', 'taught at home', child({ school_status: 'home_teaching' }), 'in_school'],
    ['education', 'finished', child({ school_status: 'finished_nine_years' }), 'finished'],
    [
      'education',
      'unable',
      child({ school_status: 'not_in_school', not_in_school_reason: 'unable_certified' }),
      'exempt',
    ],
    [
      'education',
      'deferred',
      child({ school_status: 'not_in_school', not_in_school_reason: 'deferred_approved' }),
      'exempt',
    ],
    [
      'education',
      'not due',
      child({ school_status: 'not_in_school', not_in_school_reason: 'not_yet_due' }),
      'exempt',
    ],
    [
      'education',
      'unwilling',
      child({ school_status: 'not_in_school', not_in_school_reason: 'unwilling' }),
      'out_of_school',
    ],
    ['education', 'for no reason', child({ school_status: 'not_in_school' }), 'out_of_school'],
    ['education', 'not answered', child({}), 'unanswered'],
    ['education', 'a child who died', child({ member_status: 'died' }), ''],
    ['insurance', 'resident', {}, 'resident'],
    ['insurance', 'employee', onePerson({}, { insurance: 'employee' }), 'employee'],
    ['insurance', 'other', onePerson({}, { insurance: 'other' }), 'other_or_exempt'],
    [
      'insurance',
      'newborn',
      onePerson({}, { insurance: 'none', uninsured_reason: 'newborn' }),
      'other_or_exempt',
    ],
    [
      'insurance',
      'a soldier',
      onePerson({}, { insurance: 'none', uninsured_reason: 'in_service' }),
      'other_or_exempt',
    ],
    [
      'insurance',
      'who cannot pay',
      onePerson({}, { insurance: 'none', uninsured_reason: 'cannot_afford' }),
      'none',
    ],
    ['insurance', 'without a reason', onePerson({}, { insurance: 'none' }), 'none'],
    ['insurance', 'not answered', onePerson({}, { insurance: null }), 'unanswered'],
    ['treatment', 'nobody ill', {}, ''],
    ['treatment', 'treated', ill({ treatment: 'treated' }), 'treated'],
    ['treatment', 'cannot pay', ill({ treatment: 'untreated_cannot_afford' }), 'untreated_cannot_afford'],
    ['treatment', 'for another reason', ill({ treatment: 'untreated_other' }), 'untreated_other'],
    ['treatment', 'no need', ill({ treatment: 'no_need' }), 'no_need'],
    ['treatment', 'not answered', ill({}), 'unanswered'],
    ['groups', 'a child with a parent', child({ guardian_home: 'yes' }), ''],
    ['groups', 'a child without', child({ guardian_home: 'no' }), 'left_behind_child'],
    ['groups', 'an old person alone', onePerson({ birthDate: '1950-05-05' }), 'left_behind_elderly'],
    ['groups', 'an adult', {}, ''],
    ['groups', 'disabled', onePerson({ health: ['disabled'] }), 'disabled'],
    ['groups', 'of two kinds', onePerson({ health: ['chronic', 'serious'] }), 'chronic, serious'],
    ['groups', 'working away', onePerson({}, { away_state: 'working_away' }), 'working_away'],
  ])('of %s: %s', (table, _, given, rows) => expect(rowsOf(table, given)).toBe(rows))

  const twoAges = (said: CensusAnswers): CensusCase => ({
    household: aHousehold({
      members: [aMember({ id: 'old', birthDate: '1950-05-05' }), aMember({ id: 'young' })],
    }),
    members: { young: said },
  })
  it.each<[string, CensusAnswers, string]>([
    ['at home', {}, ''],
    ['working away', { away_state: 'working_away' }, 'left_behind_elderly, working_away'],
    ['gone from the household', { member_status: 'left' }, 'left_behind_elderly'],
    ['nobody knows where', { away_state: null }, ''],
  ])('of groups: an old person whose only younger one is %s', (_, said, rows) =>
    expect(rowsOf('groups', twoAges(said))).toBe(rows),
  )
})

describe('guarantees that are not shown as kept', () => {
  it.each<[what: string, given: CensusCase, rows: string]>([
    ['all kept', {}, ''],
    ['protein by choice', answers({ food_protein: 'rarely_by_choice' }), ''],
    ['protein sometimes', answers({ food_protein: 'sometimes' }), ''],
    ['protein too dear', answers({ food_protein: 'rarely_cannot_afford' }), 'food, any'],
    ['food short', answers({ food_enough: 'often_short' }), 'food, any'],
    ['food not answered', answers({ food_enough: null }), 'food, any'],
    ['clothes partly', answers({ clothing_season: 'partly' }), 'clothing, any'],
    ['bedding short', answers({ bedding: 'short' }), 'clothing, any'],
    ['a child at school', child({ school_status: 'in_school' }), ''],
    ['a child exempt', child({ school_status: 'not_in_school', not_in_school_reason: 'not_yet_due' }), ''],
    ['a child out of school', child({ school_status: 'not_in_school' }), 'education, any'],
    ['a child not asked about', child({}), 'education, any'],
    ['a person of unknown age', onePerson({ birthDate: null }), 'education, any'],
    ['a child who left', child({ member_status: 'left' }), ''],
    ['uninsured', onePerson({}, { insurance: 'none', uninsured_reason: 'unwilling' }), 'medical, any'],
    ['newborn', onePerson({}, { insurance: 'none', uninsured_reason: 'newborn' }), ''],
    ['insurance not answered', onePerson({}, { insurance: null }), 'medical, any'],
    ['ill and untreated', ill({ treatment: 'untreated_cannot_afford' }), 'medical, any'],
    ['ill, untreated otherwise', ill({ treatment: 'untreated_other' }), ''],
    ['ill, nobody says', ill({}), 'medical, any'],
    ['not graded', answers({ house_basis: 'not_graded' }), 'housing, any'],
    ['lives elsewhere', answers({ lives_in_safe_house: 'none' }), 'housing, any'],
    ['house not answered', answers({ house_basis: null }), 'housing, any'],
    ['looks dangerous', answers({ observed_house: 'clearly_dangerous' }), ''],
    ['water short', answers({ water_quantity: 'short' }), 'water, any'],
    ['water far', answers({ water_fetch: 'fetch', water_fetch_minutes: 40 }), 'water, any'],
    ['water 37 days short', answers({ water_short_days: 37 }), 'water, any'],
    ['water of doubtful quality', answers({ water_quality: 'doubtful' }), 'water, any'],
    ['water with a report', answers({ water_quality: 'report_ok' }), ''],
    ['two', answers({ food_enough: null, bedding: 'short' }), 'food, clothing, any'],
    ['refused', answers({ visit_outcome: 'refused' }), ''],
  ])('%s', (_, given, rows) => expect(rowsOf('guarantees_unmet', given)).toBe(rows))
})

describe('an area’s row', () => {
  const rowsOfArea = (table: string, kind: 'village' | 'county', given: AreaAnswers): string => {
    const book = new CaseBook(censusTables(CENSUS_FORM))
    if (kind === 'village') book.addVillage('测县/甲乡/石村', AREA_FORMS.village, given)
    else book.addCounty('测县', AREA_FORMS.county, given)
    return rowsIn(book, table)
  }
  const yesTo = (names: string): AreaAnswers =>
    Object.fromEntries(names.split(', ').map((name) => [name, 'yes']))
  const VILLAGE =
    'hard_road, power, telecom, broadband, radio_tv, service_building, clinic, doctor, e_commerce, culture_place'
  const OF_COUNTY =
    'public_hospital, second_grade_hospital, doctor_each_department, vocational_school, technician_school, training_place, library'
  const TOWNSHIPS = {
    ...{ townships: 8, with_clinic: 1, with_primary: 7, with_junior: 4 },
    ...{ with_boarding: 6, with_culture_station: 8 },
  }

  it.each<[table: string, kind: 'village' | 'county', given: AreaAnswers, rows: string]>([
    ['village_services', 'village', yesTo(VILLAGE), VILLAGE],
    ['village_services', 'village', { hard_road: 'no', power: 'yes' }, 'power'],
    ['village_services', 'village', {}, 'unanswered'],
    ['village_water', 'village', { central_water: 'all' }, 'all'],
    ['village_water', 'village', { central_water: 'part' }, 'part'],
    ['village_water', 'village', { central_water: 'none' }, 'none'],
    ['village_refuse', 'village', { refuse_collected: 'all' }, 'all'],
    ['village_refuse', 'village', { refuse_collected: 'part' }, 'part'],
    ['village_refuse', 'village', { refuse_collected: 'none' }, 'none'],
    ['village_refuse', 'village', { refuse_collected: null }, 'unanswered'],
    ['county_services', 'county', yesTo(OF_COUNTY), OF_COUNTY],
    [
      'townships',
      'county',
      TOWNSHIPS,
      'with_clinic, with_primary 7, with_junior 4, with_boarding 6, with_culture_station 8',
    ],
  ])('of %s', (table, kind, given, rows) => expect(rowsOfArea(table, kind, given)).toBe(rows))

  it('of townships is a share of their number', () => {
    const book = new CaseBook(censusTables(CENSUS_FORM))
    book.addCounty('测县', AREA_FORMS.county, { ...TOWNSHIPS, with_junior: null })
    const found = tabulate(book, { isByArea: true }).find(({ id }) => id === 'townships')
    expect(found).toMatchObject({ base: 8, unanswered: null, area: { kind: 'county' } })
    expect(found?.rows.map(({ share }) => share)).toEqual([1 / 8, 7 / 8, null, 6 / 8, 1])
  })
})

it('every row of every table was reached above', () => {
  const all = CENSUS_TABLES.tables.flatMap(({ id }) => {
    const table = censusTables(CENSUS_FORM).find((each) => each.id === id)
    return (table?.rows ?? []).map(({ code }) => `${id} ${code}`)
  })
  expect(all.filter((row) => !reached.has(row))).toEqual([])
})
