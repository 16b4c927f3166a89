import { seededRandom, type SeededRandom } from '../shared/seededRandom'
import { allocate } from './allocate'
import { answerWell } from './answerWell'
import { applyScenario } from './applyScenario'
import { drawFamily, drawHealth } from './families'
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
  // Each at least once where there is room for all.
  const scenarios = random.shuffle(allocate(material.scenarios, plan.households))
  for (const [index, scenario] of scenarios.entries())
    yield makeHousehold(scenario, index, random, taken, plan, material)
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
  const roles = drawFamily(LARGE.includes(name), random)
  const listed = listHousehold({ status, roles, healthOf: drawHealth, index, random, taken }, plan, names)
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
