import type { Fieldwork } from '../../domain/fieldwork/Fieldwork'
import type { AssessmentRules } from '../assess/assessHousehold'
import { areasOf } from '../census/areasOf'
import { CensusTally, type CensusCounting } from '../census/CensusTally'
import { projectHouseholds } from '../households/projectHouseholds'
import { Review } from '../review/Review'
import { reviewInputsOf } from '../review/ReviewInputs'
import type { ProjectReview } from '../review/reviewAssessed'
import { samplingIn } from '../review/ReviewInputs'
import { samplingsOf } from '../sampling/projectSample'
import type { ProjectStore } from '../store/ProjectStore'
import { countedHousehold } from './countedHousehold'
import type { LakeCounty, LakeFilling } from './fillLake'

/** Takes a stored project into a lake, village by village: only one village's changes are held. */
export async function fillFromStore(
  store: ProjectStore,
  rules: AssessmentRules,
  filling: LakeFilling,
  counting: Pick<CensusCounting, 'tablesOf' | 'areaForms'>,
): Promise<LakeCounty> {
  return rules.programme.givesVerdict
    ? fillFromAssessment(store, rules, filling)
    : fillFromCensus(store, { ...counting, rules }, filling)
}

async function fillFromAssessment(
  store: ProjectStore,
  rules: AssessmentRules,
  filling: LakeFilling,
): Promise<LakeCounty> {
  const inputs = await reviewInputsOf(store)
  const review = new Review(inputs, rules)
  for await (const settled of projectHouseholds(store)) {
    const changes = await store.changesOfHouseholds(settled.map(({ household }) => household.id))
    for (const { household, origin } of settled) {
      const reviewed = review.judge(household, changes.get(household.id) ?? [])
      const sampling = samplingIn(inputs, household)
      filling.add({ ...reviewed, sampling, isFound: origin === 'found', coded: null })
    }
  }
  return filling.done(inputs.county, null)
}

async function fillFromCensus(
  store: ProjectStore,
  counting: Omit<CensusCounting, 'areas' | 'samplings'>,
  filling: LakeFilling,
): Promise<LakeCounty> {
  const samplings = await samplingsOf(store)
  const tally = new CensusTally({ ...counting, areas: await areasOf(store), samplings })
  for await (const settled of projectHouseholds(store)) {
    const changes = await store.changesOfHouseholds(settled.map(({ household }) => household.id))
    for (const { household, origin } of settled) {
      const taken = {
        household,
        changes: changes.get(household.id) ?? [],
        isFound: origin === 'found',
      }
      const interview = tally.take(taken)
      if (interview === null) continue
      filling.add(countedHousehold(taken, interview, tally.book, counting.rules, samplings))
    }
  }
  return filling.done({ totals: null, reading: null }, tally.done().book)
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
