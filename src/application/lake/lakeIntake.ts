import type { AssessmentRules } from '../assess/assessHousehold'
import { CensusTally, type CensusCounting } from '../census/CensusTally'
import { Review } from '../review/Review'
import { samplingIn } from '../review/ReviewInputs'
import type { VillageWork } from '../workbook/villageWork'
import { countedHousehold } from './countedHousehold'
import type { LakeCounty, LakeFilling } from './fillLake'
import type { LakeInputs } from './LakeInputs'

/** How a census that goes into a lake is coded. */
export type LakeCounting = Pick<CensusCounting, 'tablesOf' | 'areaForms'>

/** Takes a project's households into a lake, some at a time, in the order of the project. */
export interface LakeIntake {
  take(village: VillageWork): void
  /** When all were taken. */
  done(): LakeCounty
}

export function lakeIntake(
  inputs: LakeInputs,
  rules: AssessmentRules,
  counting: LakeCounting,
  filling: LakeFilling,
): LakeIntake {
  return inputs.kind === 'assessment'
    ? assessmentIntake(inputs, rules, filling)
    : censusIntake(inputs, { ...counting, rules }, filling)
}

function assessmentIntake(
  { review: inputs }: Extract<LakeInputs, { readonly kind: 'assessment' }>,
  rules: AssessmentRules,
  filling: LakeFilling,
): LakeIntake {
  const review = new Review(inputs, rules)
  return {
    take(village) {
      for (const { household, changes, isFound = false, isHidden = false } of village) {
        const reviewed = review.judge(household, changes)
        const sampling = samplingIn(inputs, household)
        filling.add({ ...reviewed, sampling, isFound, isHidden, coded: null })
      }
    },
    done: () => filling.done(inputs.county, null),
  }
}

function censusIntake(
  { areas, samplings }: Extract<LakeInputs, { readonly kind: 'census' }>,
  counting: LakeCounting & Pick<CensusCounting, 'rules'>,
  filling: LakeFilling,
): LakeIntake {
  const tally = new CensusTally({ ...counting, areas, samplings })
  return {
    take(village) {
      for (const { household, changes, isFound = false, isHidden = false } of village) {
        const taken = { household, changes, isFound }
        const interview = tally.take(taken)
        if (interview === null) continue
        const counted = countedHousehold(taken, interview, tally.book, counting.rules, samplings)
        filling.add({ ...counted, isHidden })
      }
    },
    done: () => filling.done({ totals: null, reading: null }, tally.done().book),
  }
}
