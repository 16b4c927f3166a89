import { generateCounty } from '../../domain/practice/generateCounty'
import type { CountyPlan } from '../../domain/practice/listHousehold'
import type { PracticeHousehold } from '../../domain/practice/PracticeHousehold'
import type { PracticeMaterial } from '../../domain/practice/PracticeMaterial'
import type { Instrument } from '../../domain/instrument/loadInstrument'
import type { AnswerRecord } from '../assess/AnswerRecord'
import type { RosterHousehold } from '../../domain/roster/Roster'
import { groupBy } from '../../domain/shared/groupBy'

/** A generated county as the use cases take it: nobody in it lives anywhere. */
export interface PracticeCounty {
  readonly households: readonly RosterHousehold[]
  readonly answers: readonly AnswerRecord[]
}

/** In which all is well: a county tells the same without some of them. */
const USUAL = 'well'

/**
 * Generates a county with its first round of interviews; evidence is each question's default unless the scenario gives another.
 * Nobody was yet at `toVisit` of the households in which all is well, in the village where most else is found.
 */
export function practiceCounty(
  { toVisit = 0, ...plan }: CountyPlan & { readonly toVisit?: number },
  material: PracticeMaterial,
  instrument: Instrument,
): PracticeCounty {
  const county = [...generateCounty(plan, material)]
  const isLeft = leftToVisit(county, toVisit)
  return {
    households: county.map(({ household }) => household),
    answers: county.flatMap((each) => (isLeft.has(each) ? [] : recordsOf(each, instrument))),
  }
}

function leftToVisit(county: readonly PracticeHousehold[], count: number): ReadonlySet<PracticeHousehold> {
  if (count === 0) return new Set()
  const usual = county.filter(({ scenario }) => scenario === USUAL)
  const ofVillages = [...groupBy(usual, ({ household }) => household.village)].map(([, own]) => own)
  const [fewest = []] = ofVillages
    .filter((own) => own.length >= count)
    .sort((one, other) => one.length - other.length)
  return new Set(fewest.slice(-count))
}

/** A generated interview as the records of an answers file. */
export function recordsOf(
  { household, answers, assessor }: PracticeHousehold,
  instrument: Instrument,
): readonly AnswerRecord[] {
  return answers.map(({ evidence, ...answer }) => ({
    ...answer,
    household: household.id,
    evidence: evidence ?? instrument.questions.get(answer.question)?.data.defaultEvidence ?? 'respondent',
    round: 'first',
    at: null,
    by: assessor,
  }))
}
