import type { AssessmentRules } from '../../../assess/assessHousehold'
import type { ProjectStore } from '../../../store/ProjectStore'
import type { Texts } from '../../../texts/Texts'
import { villageWork } from '../../../workbook/villageWork'
import { censusInterview } from '../../censusInterview'
import { proposedState, type ProposedState } from './ProposedState'

/**
 * How these households of a project stand, for whoever takes the workbook: of a household that this person may not see yet nothing is
 * known, as nothing was when the workbook was written.
 */
export async function proposedStates(
  store: ProjectStore,
  person: string,
  households: ReadonlySet<string>,
  rules: AssessmentRules,
  languages: readonly Texts[],
): Promise<ReadonlyMap<string, ProposedState>> {
  const states = new Map<string, ProposedState>()
  if (households.size === 0) return states
  for await (const village of villageWork(store, person, households))
    for (const taken of village) {
      const interview = censusInterview(taken.household, taken.changes, rules)
      states.set(taken.household.id, proposedState(taken, interview, rules, languages))
    }
  return states
}
