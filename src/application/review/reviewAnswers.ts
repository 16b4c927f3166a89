import type { DenominatorReading } from '../../domain/programmes/assessment/measures/Measure'
import type { RosterHousehold } from '../../domain/roster/Roster'
import type { Problem } from '../../domain/shared/Problem'
import { refusals, success, type Result } from '../../domain/shared/Result'
import { adoptRoster } from '../roster/adoptRoster'
import type { AssessmentRules, HouseholdAssessment } from '../assess/assessHousehold'
import { assessProject } from '../assess/assessProject'
import { writeAnswers } from '../assess/writeAnswers'
import type { GivenText } from '../assess/GivenText'
import type { Author } from '../households/addFoundHousehold'
import { writeFieldwork } from '../households/writeFieldwork'
import { parseTotalsText } from '../measures/parseTotals'
import { sampleOf, samplingsIn } from '../sampling/projectSample'
import type { SampleLog } from '../sampling/SampleLog'
import type { ProjectStore } from '../store/ProjectStore'
import type { Language } from '../texts/Texts'
import { readAnswersFile, readFieldworkFile } from './readGiven'
import { reviewAssessed, type ProjectReview } from './reviewAssessed'
import { reviewInputsOf } from './ReviewInputs'
import { takeDeterminations, takeStandingSuspicions } from './takeDeterminations'

/** What was found out about the households of lists, in files of text. */
export interface GivenAnswers {
  readonly answers: GivenText
  readonly totals: GivenText | null
  readonly determinations: GivenText | null
  readonly fieldwork: GivenText | null
  /** How the households were drawn, where a log says so; the file is named in problems. */
  readonly sample: { readonly file: string; readonly log: SampleLog } | null
  readonly areVillagesDrawn: boolean
  readonly reading: DenominatorReading | null
  /** What was wrong with the lists themselves. */
  readonly rosterProblems: readonly Problem[]
}

export interface ReviewPorts {
  /** A fresh one. */
  readonly store: ProjectStore
  readonly rules: AssessmentRules
  /** Version of the form that answers are given to. */
  readonly instrumentVersion: string
  /** Who lines are by that do not say, and when. */
  readonly author: Author
  readonly language: Language
}

/**
 * Takes answers, fieldwork, totals and determinations into a fresh store, and reviews the county from there. The problems of a review
 * begin with those of the files. Refused: what is wrong with a file, and totals that the sample contradicts.
 */
export async function reviewAnswers(
  households: readonly RosterHousehold[],
  given: GivenAnswers,
  ports: ReviewPorts,
): Promise<Result<ProjectReview>> {
  const { store, rules, author, language } = ports
  const fieldwork = await readFieldworkFile(households, given.fieldwork)
  if (!fieldwork.ok) return fieldwork
  const answers = await readAnswersFile(households, fieldwork.value, given.answers, rules)
  const totals = given.totals === null ? success(null) : await readTotalsFile(given.totals)
  if (!answers.ok || !totals.ok) return refusals([answers, totals].flatMap(problemsIn))

  const origin = { ...author, instrumentVersion: ports.instrumentVersion, copy: 'answers' }
  for (const step of [
    () => writeAnswers(store, answers.value.records, origin),
    () => adoptRoster(store, households, author),
    () => writeFieldwork(store, fieldwork.value, author),
    () => takeStandingSuspicions(store, given.determinations, author),
  ]) {
    const written = await step()
    if (!written.ok) return written
  }
  const assessments: HouseholdAssessment[] = []
  for await (const each of assessProject(store, rules)) assessments.push(each)
  const determined = await takeDeterminations(store, assessments, given.determinations, author)
  if (!determined.ok) return determined
  const { sample, areVillagesDrawn, reading, rosterProblems } = given
  const inputs = {
    ...(await reviewInputsOf(store)),
    county: {
      totals: totals.value,
      ...(given.totals !== null && { totalsFile: given.totals.name }),
      reading,
    },
    draws:
      sample === null
        ? []
        : [{ log: sample.log, person: null, at: null, reason: '', isInForce: true } as const],
    samplings: sample === null ? null : samplingsIn(sampleOf(sample.log)),
    areVillagesDrawn,
    rosterProblems,
  }
  const reviewed = await reviewAssessed(store, assessments, inputs, rules, language)
  const ofFiles = [...answers.value.problems, ...strangersIn(households, sample), ...determined.value]
  const problems = [...ofFiles, ...reviewed.problems]
  const isContradicted = reviewed.report.problems.some(({ severity }) => severity === 'error')
  return isContradicted ? refusals(problems) : success({ ...reviewed, problems })
}

async function readTotalsFile(file: GivenText): Promise<ReturnType<typeof parseTotalsText>> {
  const text = await file.text()
  return text.ok ? parseTotalsText(text.value, file.name) : text
}

/** A warning where the log did not draw some households of the lists. */
function strangersIn(
  households: readonly RosterHousehold[],
  sample: GivenAnswers['sample'],
): readonly Problem[] {
  if (sample === null) return []
  const { members } = sampleOf(sample.log)
  const count = households.filter(({ id }) => !members.has(id)).length
  if (count === 0) return []
  const place = { file: sample.file }
  return [{ code: 'sample_household_not_drawn', severity: 'warning', place, value: String(count) }]
}

function problemsIn(result: Result<unknown>): readonly Problem[] {
  return result.ok ? [] : result.problems
}
