import type { Fieldwork } from '../../domain/fieldwork/Fieldwork'
import type { AssessmentRules } from '../assess/assessHousehold'
import { projectHouseholds } from '../households/projectHouseholds'
import { samplingIn } from '../review/ReviewInputs'
import type { ProjectReview } from '../review/reviewAssessed'
import type { ProjectStore } from '../store/ProjectStore'
import type { LakeCounty, LakeFilling } from './fillLake'
import { lakeInputsOf } from './LakeInputs'
import { lakeIntake, type LakeCounting } from './lakeIntake'

/** Takes a stored project into a lake, village by village: only one village's changes are held. */
export async function fillFromStore(
  store: ProjectStore,
  rules: AssessmentRules,
  filling: LakeFilling,
  counting: LakeCounting,
): Promise<LakeCounty> {
  const inputs = await lakeInputsOf(store, rules.programme.givesVerdict ? 'assessment' : 'census')
  const intake = lakeIntake(inputs, rules, counting, filling)
  for await (const settled of projectHouseholds(store)) {
    const changes = await store.changesOfHouseholds(settled.map(({ household }) => household.id))
    intake.take(
      settled.map(({ household, origin }) => ({
        household,
        changes: changes.get(household.id) ?? [],
        isFound: origin === 'found',
      })),
    )
  }
  return intake.done()
}

/** Takes a county that is reviewed into a lake. */
export function fillFromReview(
  { households, review }: ProjectReview,
  { found }: Pick<Fieldwork, 'found'>,
  filling: LakeFilling,
): LakeCounty {
  const ids = new Set(found.map(({ household }) => household.id))
  for (const each of households) {
    const { household } = each.assessment
    const sampling = samplingIn(review.inputs, household)
    filling.add({ ...each, sampling, isFound: ids.has(household.id), coded: null })
  }
  return filling.done(review.inputs.county, null)
}
