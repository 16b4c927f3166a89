import { describe, expect, it } from 'vitest'
import { AREA_CHECKS, areaChecksOf } from '../../../../../src/adapters/resources/areaChecks'
import type { AreaAnswers } from '../../../../../src/domain/programmes/census/AreaForm'
import { COUNTY_AREA } from '../../../../../src/domain/programmes/census/areaNames'
import { findInAreas } from '../../../../../src/domain/programmes/census/areaChecks/findInAreas'
import { CENSUS_FORM } from '../../../../builders/aCensusInterview'

const CHECKS = areaChecksOf(CENSUS_FORM)
const VILLAGE = '测县/甲乡/石村'

/** Numbers of the village's households, and what its form and the county's say. */
interface Told {
  readonly counts?: Readonly<Record<string, number>>
  readonly village?: AreaAnswers
  readonly county?: AreaAnswers
  /** Further villages. */
  readonly more?: Readonly<
    Record<string, { readonly counts?: Told['counts']; readonly village?: AreaAnswers }>
  >
}

/** The names of the checks that find something. */
function found({ counts = {}, village = {}, county = {}, more = {} }: Told, isWhole = true) {
  const all = { [VILLAGE]: { counts, village }, ...more }
  const entries = Object.entries(all)
  const areas = {
    counts: new Map(entries.map(([key, each]) => [key, each.counts ?? {}])),
    villages: new Map(entries.map(([key, each]) => [key, each.village ?? {}])),
    county,
    isWhole,
  }
  return findInAreas(CHECKS, areas)
}

const names = (told: Told, isWhole = true) => found(told, isWhole).map(({ check }) => check)

/** Of each check: what it finds, and what is next to it and sound. */
const RULES: readonly (readonly [check: string, wrong: Told, sound: Told])[] = [
  [
    'population_below_persons',
    { village: { registered_population: 9 }, counts: { enumerated_persons: 10 } },
    { village: { registered_population: 10 }, counts: { enumerated_persons: 10 } },
  ],
  [
    'hamlets_above_population',
    { village: { natural_villages: 12, registered_population: 11 } },
    { village: { natural_villages: 12, registered_population: 12 } },
  ],
  [
    'register_differs_in_village',
    { village: { poor_households: 8 }, counts: { register_listed: 9 } },
    { village: { poor_households: 9 }, counts: { register_listed: 9 } },
  ],
  [
    'doctor_without_clinic',
    { village: { doctor: 'yes', clinic: 'no' } },
    { village: { doctor: 'yes', clinic: null } },
  ],
  [
    'clinic_without_doctor',
    { village: { doctor: 'no', clinic: 'yes' } },
    { village: { doctor: 'yes', clinic: 'yes' } },
  ],
  [
    'contracts_without_care',
    { village: { doctor: 'no', clinic: 'no' }, counts: { doctor_contracts: 1 } },
    { village: { doctor: 'no', clinic: 'no' }, counts: { doctor_contracts: 0 } },
  ],
  [
    'piped_without_central_water',
    { village: { central_water: 'none' }, counts: { central_piped: 1 } },
    { village: { central_water: 'part' }, counts: { central_piped: 1 } },
  ],
  [
    'central_water_unused',
    { village: { central_water: 'all' }, counts: { with_water_source: 10, central_piped: 4 } },
    { village: { central_water: 'all' }, counts: { with_water_source: 10, central_piped: 5 } },
  ],
  [
    'central_water_unused',
    { village: { central_water: 'all' }, counts: { with_water_source: 5, central_piped: 0 } },
    { village: { central_water: 'all' }, counts: { with_water_source: 4, central_piped: 0 } },
  ],
  [
    'broadband_without_signal',
    { village: { broadband: 'yes', telecom: 'no' } },
    { village: { broadband: 'no', telecom: 'no' } },
  ],
  [
    'e_commerce_unconnected',
    { village: { e_commerce: 'yes', broadband: 'no', telecom: 'no' } },
    { village: { e_commerce: 'yes', broadband: 'no', telecom: 'yes' } },
  ],
  [
    'refuse_without_road',
    { village: { refuse_collected: 'all', hard_road: 'no' } },
    { village: { refuse_collected: 'part', hard_road: 'no' } },
  ],
  [
    'collective_income_large',
    { village: { collective_income_yuan: 10_000_001 } },
    { village: { collective_income_yuan: 10_000_000 } },
  ],
  [
    'more_pupils_than_children',
    { counts: { pupils: 13, all_children: 10 } },
    { counts: { pupils: 12, all_children: 10 } },
  ],
  [
    'more_pupils_than_children',
    { counts: { pupils: 5, all_children: 0 } },
    { counts: { pupils: 4, all_children: 0 } },
  ],
  [
    'relocated_without_relocation',
    { counts: { relocated_households: 1, relocation_helped: 0 } },
    { counts: { relocated_households: 1, relocation_helped: 1 } },
  ],
  [
    'many_refused',
    { counts: { refused_all: 6, all_listed: 100 } },
    { counts: { refused_all: 5, all_listed: 100 } },
  ],
  [
    'townships_below_list',
    {
      county: { townships: 1 },
      counts: { townships_listed: 1 },
      more: { '测县/乙乡/东村': { counts: { townships_listed: 3 } } },
    },
    {
      county: { townships: 1 },
      counts: { townships_listed: 1 },
      more: { '测县/甲乡/东村': { counts: { townships_listed: 3 } } },
    },
  ],
  [
    'boarding_above_schools',
    { county: { with_boarding: 5, with_primary: 3, with_junior: 1 } },
    { county: { with_boarding: 4, with_primary: 3, with_junior: 1 } },
  ],
  [
    'register_above_population',
    { county: { registered_persons: 101 }, village: { registered_population: 100 } },
    { county: { registered_persons: 100 }, village: { registered_population: 100 } },
  ],
  [
    'register_above_population',
    { county: { registered_persons: 101 }, village: { registered_population: 100 } },
    // Another village has not said yet.
    {
      county: { registered_persons: 101 },
      village: { registered_population: 100 },
      more: { '测县/甲乡/东村': {} },
    },
  ],
  [
    'villages_below_list',
    { county: { administrative_villages: 1 }, more: { '测县/甲乡/东村': {} } },
    { county: { administrative_villages: 1 } },
  ],
  [
    'register_differs_in_county',
    {
      county: { registered_households: 5 },
      counts: { register_listed: 2 },
      more: { '测县/甲乡/东村': { counts: { register_listed: 2 } } },
    },
    {
      county: { registered_households: 4 },
      counts: { register_listed: 2 },
      more: { '测县/甲乡/东村': { counts: { register_listed: 2 } } },
    },
  ],
  [
    'villages_sum_differs',
    {
      county: { registered_households: 5 },
      village: { poor_households: 2 },
      more: { '测县/甲乡/东村': { village: { poor_households: 2 } } },
    },
    {
      county: { registered_households: 4 },
      village: { poor_households: 2 },
      more: { '测县/甲乡/东村': { village: { poor_households: 2 } } },
    },
  ],
  [
    'register_below_persons',
    { county: { registered_persons: 9 }, counts: { register_persons: 10 } },
    { county: { registered_persons: 10 }, counts: { register_persons: 10 } },
  ],
  [
    'grade_without_public_hospital',
    { county: { second_grade_hospital: 'yes', public_hospital: 'no' } },
    { county: { second_grade_hospital: 'no', public_hospital: 'no' } },
  ],
  [
    'doctors_without_hospital',
    { county: { doctor_each_department: 'yes', public_hospital: 'no', second_grade_hospital: 'no' } },
    { county: { doctor_each_department: 'yes', public_hospital: 'yes', second_grade_hospital: 'no' } },
  ],
  [
    'primary_pupils_without_school',
    { county: { with_primary: 0 }, counts: { primary_pupils: 1 } },
    { county: { with_primary: 1 }, counts: { primary_pupils: 1 } },
  ],
  [
    'junior_pupils_without_school',
    { county: { with_junior: 0 }, counts: { junior_pupils: 1 } },
    { county: { with_junior: 0 }, counts: { junior_pupils: 0 } },
  ],
  [
    'clinics_below_villages',
    {
      county: { with_clinic: 1 },
      village: { clinic: 'yes' },
      more: { '测县/乙乡/东村': { village: { clinic: 'yes' } } },
    },
    {
      county: { with_clinic: 1 },
      village: { clinic: 'yes' },
      more: { '测县/甲乡/东村': { village: { clinic: 'yes' } } },
    },
  ],
  [
    'culture_below_villages',
    { county: { with_culture_station: 0 }, village: { culture_place: 'yes' } },
    { county: { with_culture_station: 0 }, village: { culture_place: 'no' } },
  ],
  [
    'technician_school_elsewhere',
    { county: { technician_school: 'no' }, counts: { technician_helped: 1 } },
    { county: { technician_school: 'yes' }, counts: { technician_helped: 1 } },
  ],
  [
    'vocational_school_elsewhere',
    { county: { vocational_school: 'no' }, counts: { vocational_helped: 1 } },
    { county: { vocational_school: 'no' }, counts: { vocational_helped: 0 } },
  ],
  [
    'training_without_place',
    { county: { training_place: 'no' }, counts: { skills_trained: 1 } },
    { county: { training_place: 'yes' }, counts: { skills_trained: 1 } },
  ],
]

describe('the checks of areas as shipped', () => {
  it.each(RULES)('%s', (check, wrong, sound) => {
    expect(names(wrong)).toContain(check)
    expect(names(sound)).not.toContain(check)
  })
  it('are each driven here', () => {
    expect([...new Set(RULES.map(([check]) => check))].sort()).toEqual(
      AREA_CHECKS.checks.map(({ name }) => name).sort(),
    )
  })
  it('say nothing of forms without an answer and villages without households', () => {
    expect(found({})).toEqual([])
  })
  it('tell their numbers, where, and which questions to look at', () => {
    const told = { village: { registered_population: 9 }, counts: { enumerated_persons: 10 } }
    expect(found(told)).toEqual([
      {
        check: 'population_below_persons',
        tier: 'warning',
        area: VILLAGE,
        questions: ['registered_population'],
        message: {
          'zh-CN': '登记了 10 人，户籍人口却只填了 9 人。',
          en: '10 persons are enumerated, and the registered population is only 9.',
        },
        opens: 'enumerated_persons',
      },
    ])
    const ofCounty = found({ county: { with_boarding: 2, with_primary: 1, with_junior: 0 } })
    expect(ofCounty.map(({ area }) => area)).toEqual([COUNTY_AREA])
  })
  it('that need every household say nothing where a part of them is known', () => {
    const told = {
      village: { poor_households: 8, registered_population: 5 },
      counts: { register_listed: 9, enumerated_persons: 10 },
    }
    expect(names(told)).toEqual(['population_below_persons', 'register_differs_in_village'])
    expect(names(told, false)).toEqual(['population_below_persons'])
  })
  it.each(['//', '测县//'])('do not count %s, where the list has no village, as a village or township', (unnamed) => {
    const county = { townships: 1, administrative_villages: 1, with_clinic: 1, with_culture_station: 1 }
    const filled = { clinic: 'yes', culture_place: 'yes' }
    const counts = { townships_listed: 2 }
    expect(
      found({ county, village: filled, counts, more: { [unnamed]: { counts, village: filled } } }),
    ).toEqual([])
  })
  it('count the township of households without a village, and not the village', () => {
    const county = { townships: 1, administrative_villages: 1 }
    const counts = { townships_listed: 2 }
    expect(names({ county, counts, more: { '测县/乙乡/': { counts } } })).toEqual(['townships_below_list'])
  })
  it('do not wait for the form of households without a village, and add up what it says', () => {
    const told = { county: { registered_households: 5 }, village: { poor_households: 2 } }
    expect(names({ ...told, more: { '//': {} } })).toContain('villages_sum_differs')
    const filled = { '//': { village: { poor_households: 3 } } }
    expect(names({ ...told, more: filled })).not.toContain('villages_sum_differs')
  })
})
