import type { Interview } from '../../domain/interview/Interview'
import type { CaseBook } from '../../domain/programmes/census/tables/CaseBook'
import { DRAWN_ALIKE, type Sampling } from '../../domain/sampling/Sampling'
import { assessHousehold, type AssessmentRules } from '../assess/assessHousehold'
import type { CensusHousehold } from '../census/CensusTally'
import { samplingFrom } from '../sampling/projectSample'
import { codesOfLast } from './caseCodes'
import type { LakeHousehold } from './LakeHousehold'

/** A household of a census that a book took in last, with its interview as it was counted. */
export function countedHousehold(
  { household, changes, isFound }: CensusHousehold,
  interview: Interview,
  book: CaseBook,
  rules: AssessmentRules,
  samplings: ReadonlyMap<string, Sampling> | null,
): LakeHousehold {
  return {
    assessment: { ...assessHousehold(household, changes, rules), interview },
    isFound,
    sampling: samplings === null ? DRAWN_ALIKE : samplingFrom(samplings, household.id),
    coded: codesOfLast(book),
  }
}
