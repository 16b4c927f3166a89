import { AREA_FORMS } from '../../src/adapters/resources/areaForms'
import type { AnswerValue } from '../../src/domain/interview/Answers'
import type { AreaAnswers } from '../../src/domain/programmes/census/AreaForm'
import { choicesOf } from '../../src/domain/programmes/census/AreaForm'
import type { SeededRandom } from '../../src/domain/shared/seededRandom'
import { CENSUS_FORM } from '../builders/aCensusInterview'
import type { Profile, Said } from './generateCensus'
import { PUBLISHED } from './published'

/** Answers of one household, member or village after the other. */
export interface Chooser {
  household(): Said
  member(): Said
  village(): AreaAnswers
}

export function choosersOf(profile: Profile, random: SeededRandom): Chooser {
  return profile === 'published' ? byShares(random) : byChance(random)
}

type Shares = Readonly<Record<string, number>>

/** Share of questions that nobody answered. */
const LEFT_OUT = 0.01

function byShares(random: SeededRandom): Chooser {
  const one = (shares: Shares): string => {
    let left = random.next()
    const names = Object.keys(shares)
    return names.find((name) => (left -= shares[name] ?? 0) < 0) ?? names[0] ?? ''
  }
  const several = (shares: Shares): readonly string[] => {
    const chosen = Object.keys(shares).filter((name) => random.next() < (shares[name] ?? 0))
    return chosen.length === 0 ? ['none'] : chosen
  }
  const answered = <Said extends object>(said: Said): Said =>
    Object.fromEntries(
      Object.entries(said).filter(([name]) => name === 'visit_outcome' || random.next() >= LEFT_OUT),
    ) as Said
  return {
    household() {
      const water = one(PUBLISHED.water_source)
      const sources = several({ wage: 0.9, business: 0.7, property: 0.2, transfer: 0.8 })
      return answered({
        visit_outcome: one({
          enumerated: 807_734 / 807_826,
          lost_contact: 60 / 807_826,
          refused: 32 / 807_826,
        }),
        food_enough: 'all_year',
        food_protein: one(PUBLISHED.food_protein),
        clothing_season: 'yes',
        bedding: 'enough',
        ...houseOf(one(PUBLISHED.housing)),
        water_source:
          water === 'piped' ? random.pick(['piped_central', 'piped_own']) : random.pick(['well', 'spring']),
        water_quantity: 'enough',
        water_fetch: water === 'piped' ? 'at_home' : 'fetch',
        ...(water !== 'piped' && { water_fetch_minutes: random.between(1, 20) }),
        water_short_days: one(PUBLISHED.water_short) === 'never' ? 0 : random.between(1, 36),
        water_quality: 'report_ok',
        income_sources: sources[0] === 'none' ? ['transfer'] : sources,
        ...(sources.length > 1 && { main_income_source: random.pick(sources) }),
        support_received: several(PUBLISHED.support),
        industry_items: several(PUBLISHED.industry),
        employment_items: several(PUBLISHED.employment),
        health_items: several(PUBLISHED.health),
        education_items: several(PUBLISHED.education_help),
        relocated_job: random.pick(['yes', 'yes', 'no']),
        relocated_land: random.pick(['yes', 'no']),
        relocated_school: 'yes',
        shocks: several({ illness: 0.1, disaster: 0.05 }),
        income_trend: random.pick(['up', 'same', 'down_little']),
      })
    },
    member() {
      return answered({
        member_status: one({ same: 0.96, left: 0.02, died: 0.02 }),
        away_state: one({ at_home: 0.7, working_away: 0.25, school_away: 0.05 }),
        guardian_home: one({ yes: 0.8, no: 0.2 }),
        ...schoolOf(one(PUBLISHED.education), random),
        ...insuranceOf(one(PUBLISHED.insurance), random),
        treatment: one({ treated: 0.95, untreated_other: 0.01, no_need: 0.04 }),
      })
    },
    village() {
      const services = Object.entries(PUBLISHED.village_services).map(([name, share]) => {
        return [name, random.next() < share ? 'yes' : 'no'] as const
      })
      return answered({
        ...Object.fromEntries(services),
        central_water: one(PUBLISHED.village_water),
        refuse_collected: one(PUBLISHED.village_refuse),
      })
    },
  }
}

function houseOf(row: string): Said {
  const lives = { lives_in_safe_house: 'all' }
  if (row === 'relocated') return { house_basis: 'relocated', relocation_state: 'moved_in', ...lives }
  return { house_basis: row === 'repaired' ? 'repaired' : 'grade_a', ...lives }
}

function schoolOf(row: string, random: SeededRandom): Said {
  if (row === 'in_school') return { school_status: random.pick(['in_school', 'in_school', 'special_school']) }
  if (row === 'finished') return { school_status: 'finished_nine_years' }
  const reason = row === 'exempt' ? random.pick(['unable_certified', 'deferred_approved']) : 'unwilling'
  return { school_status: 'not_in_school', not_in_school_reason: reason }
}

function insuranceOf(row: string, random: SeededRandom): Said {
  if (row !== 'other_or_exempt') return { insurance: row }
  return random.pick<Said>([{ insurance: 'other' }, { insurance: 'none', uninsured_reason: 'newborn' }])
}

/** Every question at random, whether or not it applies: what does not apply must count for nothing. */
function byChance(random: SeededRandom): Chooser {
  const questions = (scope: string): Said => {
    const said: Record<string, AnswerValue> = {}
    for (const { data, scope: own } of CENSUS_FORM.questions.values()) {
      const choices = (CENSUS_FORM.data.choices[data.choices ?? ''] ?? []).map(({ name }) => name)
      // What a household's list says stays as it is.
      if (own !== scope || data.prefill !== undefined || random.next() < 0.2) continue
      if (data.type === 'select_one' && choices.length > 0) said[data.name] = random.pick(choices)
      if (data.type === 'select_multiple')
        said[data.name] = random.shuffle(choices).slice(0, random.between(1, choices.length))
      if (data.type === 'integer') said[data.name] = random.pick([0, 1, 12, 20, 21, 36, 37, 60])
    }
    return said
  }
  return {
    household: () => ({
      ...questions('household'),
      visit_outcome: random.pick([
        ...Array.from({ length: 9 }, () => 'enumerated'),
        'refused',
        'partial',
        'duplicate',
      ]),
    }),
    member: () => questions('member'),
    village() {
      const { village } = AREA_FORMS
      return Object.fromEntries(
        village.questions.flatMap((question) => {
          const choices = choicesOf(village, question)
          return choices.length === 0 || random.next() < 0.2
            ? []
            : [[question.name, random.pick(choices).name]]
        }),
      )
    },
  }
}
