import { projectHouseholds } from '../households/projectHouseholds'
import type { ProjectStore } from '../store/ProjectStore'
import { assessHousehold, type AssessmentRules, type HouseholdAssessment } from './assessHousehold'

/**
 * Judges every household of the project, in the roster's order, holding one village's changes at a time. Households
 * found in the field stand with their village.
 */
export async function* assessProject(
  store: ProjectStore,
  rules: AssessmentRules,
): AsyncGenerator<HouseholdAssessment> {
  for await (const settled of projectHouseholds(store)) {
    const changes = await store.changesOfHouseholds(settled.map(({ household }) => household.id))
    for (const { household } of settled)
      yield assessHousehold(household, changes.get(household.id) ?? [], rules)
  }
}
