import type { Change } from '../../domain/changes/Change'
import { foldChanges } from '../../domain/changes/foldChanges'
import type { HouseholdDeterminations } from '../../domain/programmes/assessment/determination/Determination'
import { readDeterminations } from '../../domain/programmes/assessment/determination/readDeterminations'
import type { MeasuredHousehold } from '../../domain/programmes/assessment/measures/MeasuredHousehold'
import type { RosterHousehold } from '../../domain/roster/Roster'
import type { StandardsMaterial } from '../../domain/standards/resolveStandards'
import { assessHousehold, type AssessmentRules, type HouseholdAssessment } from '../assess/assessHousehold'
import { measuredHousehold } from '../measures/measuredHousehold'
import { reportCounty, type CountyReport } from '../measures/reportCounty'
import type { ReviewedHousehold, WorkbookFrame } from '../workbook/WorkbookInput'
import { samplingIn, type ReviewInputs } from './ReviewInputs'

/**
 * A county's review, made household by household: what the terminal tells, and what the workbook has, whoever writes it. Of each
 * household only what the measures need is kept.
 */
export class Review {
  readonly #measured: MeasuredHousehold[] = []

  constructor(
    readonly inputs: ReviewInputs,
    readonly rules: AssessmentRules,
  ) {}

  /** Judges a household by everything that was said of it, and takes it in. */
  judge(household: RosterHousehold, changes: readonly Change[]): ReviewedHousehold {
    const own = changes.filter(({ entity }) => entity === 'household')
    const determinations =
      own.length === 0
        ? undefined
        : readDeterminations(household.id, foldChanges(own), this.inputs.secondPeople)
    return this.take(assessHousehold(household, changes, this.rules), determinations)
  }

  /** Takes in a household that is judged. */
  take(
    assessment: HouseholdAssessment,
    determinations: HouseholdDeterminations | undefined,
  ): ReviewedHousehold {
    const sampling = samplingIn(this.inputs, assessment.household)
    const measured = measuredHousehold(assessment, determinations, sampling)
    this.#measured.push(measured)
    return { assessment, determinations, sampling, measured }
  }

  /** What follows for the county from the households taken in. */
  report(): CountyReport {
    return reportCounty(this.#measured, this.inputs.county, this.rules.standards)
  }

  /** What the workbook tells besides the households. */
  frame(report: CountyReport, { standards, sources }: StandardsMaterial): WorkbookFrame {
    return { ...this.inputs, report, standards: this.rules.standards, edition: standards, sources }
  }
}
