import type { RosterHousehold } from '../roster/Roster'
import { seededRandom, type SeededRandom } from '../shared/seededRandom'
import { answerWell } from './answerWell'
import { applyScenario } from './applyScenario'
import { InterviewDraft } from './InterviewDraft'
import { makePeople } from './makePeople'
import type { PracticeHousehold } from './PracticeHousehold'
import type { PracticeMaterial, Scenario } from './PracticeMaterial'

export interface CountyPlan {
  readonly households: number
  readonly seed: number
  /** Makes the keys of households and people without a register number, as the roster reader does. */
  readonly hash: (idNumber: string) => string
}

/** Reference date on which the scenarios hold: line 4,000, pupils of school age. */
export const PRACTICE_AS_OF = '2020-12-31'

const HOUSEHOLDS_A_VILLAGE = 40
const SOURCE = { file: 'practice', sheet: '名单', row: 0 }
/** Scenarios that need a pupil or somebody who can work. */
const LARGE = ['education_unmet', 'allowance_only', 'unstable']

/**
 * A county of invented households, village by village: the same for the same plan, for ever. One after another, since a
 * large county's answers do not fit into memory at once.
 */
export function* generateCounty(plan: CountyPlan, material: PracticeMaterial): Generator<PracticeHousehold> {
  const random = seededRandom(plan.seed)
  const taken = new Set<string>()
  const scenarios = random.shuffle(allocate(material.scenarios, plan.households))
  for (const [index, scenario] of scenarios.entries())
    yield makeHousehold(scenario, index, random, taken, plan, material)
}

/** Each scenario its share, by largest remainder, and at least one where there is room for all. */
export function allocate(scenarios: readonly Scenario[], households: number): readonly Scenario[] {
  const sum = scenarios.reduce((total, { weight }) => total + weight, 0)
  const least = households >= scenarios.length ? 1 : 0
  const exact = scenarios.map(({ weight }) => (weight / sum) * households)
  const counts = exact.map((share) => Math.max(least, Math.floor(share)))
  const add = (index: number, by: number): void => void counts.splice(index, 1, (counts[index] ?? 0) + by)
  const byRemainder = [...exact.keys()].sort((a, b) => remainder(exact[b]) - remainder(exact[a]))
  let open = households - counts.reduce((total, count) => total + count, 0)
  for (let turn = 0; open > 0; turn++, open--) add(byRemainder[turn % byRemainder.length] ?? 0, 1)
  // What the smallest scenarios got too much, the largest gives.
  for (; open < 0; open++) add(counts.indexOf(Math.max(...counts)), -1)
  return scenarios.flatMap((scenario, index) => Array.from({ length: counts[index] ?? 0 }, () => scenario))
}

function makeHousehold(
  scenario: Scenario,
  index: number,
  random: SeededRandom,
  taken: Set<string>,
  { hash }: CountyPlan,
  { names }: PracticeMaterial,
): PracticeHousehold {
  const village = Math.floor(index / HOUSEHOLDS_A_VILLAGE)
  const township = Math.floor(village / names.villages.length)
  const isRegistered = scenario.status !== 'unregistered'
  const number = `5399${String(index + 1).padStart(6, '0')}`
  const memberId = (nth: number, idNumber: string): string =>
    isRegistered ? `${number}${String(nth + 1).padStart(2, '0')}` : `m-${hash(idNumber)}`
  const members = makePeople(random, names, LARGE.includes(scenario.name), memberId, SOURCE, taken)
  const [head] = members
  if (head === undefined) throw new Error('a family without a head')
  const hasExited = scenario.status === 'exited'
  const household: RosterHousehold = {
    id: isRegistered ? number : `h-${hash(head.idNumber ?? '')}`,
    headName: head.name,
    status: scenario.status,
    exitYear: hasExited ? random.pick([2017, 2018, 2019]) : null,
    identifiedYear: isRegistered ? random.pick([2013, 2014, 2015]) : null,
    province: null,
    county: names.county,
    township: names.townships[township % names.townships.length] ?? null,
    village:
      (names.villages[village % names.villages.length] ?? '') +
      (township >= names.townships.length ? String(township) : '') +
      '村',
    hamlet: `${random.between(1, 6)}组`,
    registryIncome: null,
    category: isRegistered ? (hasExited ? 'ordinary_exited' : 'ordinary_poor') : null,
    povertyCauses: isRegistered ? ['skills'] : [],
    statedSize: members.length,
    phone: null,
    unsafeHouse: isRegistered ? false : null,
    safeWater: isRegistered ? true : null,
    members,
    source: SOURCE,
    kept: {},
  }
  const draft = new InterviewDraft(household)
  answerWell(draft, random, PRACTICE_AS_OF)
  applyScenario(draft, scenario.name)
  return {
    scenario: scenario.name,
    household: draft.household,
    answers: draft.answers(),
    assessor: names.assessors[village % names.assessors.length] ?? '',
  }
}

function remainder(share: number | undefined): number {
  return (share ?? 0) - Math.floor(share ?? 0)
}
