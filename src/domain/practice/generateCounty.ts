import { seededRandom, type SeededRandom } from '../shared/seededRandom'
import { answerWell } from './answerWell'
import { applyScenario } from './applyScenario'
import { InterviewDraft } from './InterviewDraft'
import { listHousehold, type CountyPlan } from './listHousehold'
import type { PracticeHousehold } from './PracticeHousehold'
import type { PracticeMaterial, Scenario } from './PracticeMaterial'

/** Reference date on which the scenarios hold: line 4,000, pupils of school age. */
export const PRACTICE_AS_OF = '2020-12-31'

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
  plan: CountyPlan,
  { names }: PracticeMaterial,
): PracticeHousehold {
  const { name, status } = scenario
  const listed = listHousehold({ status, isLarge: LARGE.includes(name), index, random, taken }, plan, names)
  const draft = new InterviewDraft(listed.household)
  answerWell(draft, random, PRACTICE_AS_OF)
  applyScenario(draft, name)
  return {
    scenario: name,
    household: draft.household,
    answers: draft.answers(),
    assessor: listed.assessor,
  }
}

function remainder(share: number | undefined): number {
  return (share ?? 0) - Math.floor(share ?? 0)
}
