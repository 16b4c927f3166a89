import type { HouseholdDeterminations } from '../../domain/programmes/assessment/determination/Determination'
import type { Problem } from '../../domain/shared/Problem'
import type { AssessmentRules, HouseholdAssessment } from '../assess/assessHousehold'
import { checkProblems } from '../assess/checkProblems'
import { determinationsOf } from '../determination/determinationsOf'
import type { CountyReport } from '../measures/reportCounty'
import type { ProjectStore } from '../store/ProjectStore'
import type { Language } from '../texts/Texts'
import type { ReviewedHousehold } from '../workbook/WorkbookInput'
import { Review } from './Review'
import type { ReviewInputs } from './ReviewInputs'

/** A county's review with all its households at hand. */
export interface ProjectReview {
  readonly review: Review
  readonly assessments: readonly HouseholdAssessment[]
  /** What people decided, by household. */
  readonly determinations: ReadonlyMap<string, HouseholdDeterminations>
  readonly households: readonly ReviewedHousehold[]
  readonly report: CountyReport
  /** Totals that the sample contradicts, and completed interviews that fail the form's own checks. */
  readonly problems: readonly Problem[]
}

/** The review of households that are judged, by what people decided of them in this store. */
export async function reviewAssessed(
  store: ProjectStore,
  assessments: readonly HouseholdAssessment[],
  inputs: ReviewInputs,
  rules: AssessmentRules,
  language: Language,
): Promise<ProjectReview> {
  const determinations = await determinationsOf(store)
  const review = new Review(inputs, rules)
  const households = assessments.map((each) => review.take(each, determinations.get(each.household.id)))
  const report = review.report()
  const checks = assessments.flatMap((each) => checkProblems(each, language))
  const problems = [...report.problems, ...checks]
  return { review, assessments, determinations, households, report, problems }
}
