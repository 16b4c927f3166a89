import { rosterVillages } from '../adoptRoster'
import type { ProjectStore } from '../store/ProjectStore'
import { assessHousehold, type AssessmentRules, type HouseholdAssessment } from './assessHousehold'

/** Judges every household of the project's roster, in the roster's order, holding one village's changes at a time. */
export async function* assessProject(
  store: ProjectStore,
  rules: AssessmentRules,
): AsyncGenerator<HouseholdAssessment> {
  for await (const households of rosterVillages(store)) {
    const changes = await store.changesOfHouseholds(households.map(({ id }) => id))
    for (const household of households)
      yield assessHousehold(household, changes.get(household.id) ?? [], rules)
  }
}
