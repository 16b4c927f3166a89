import { roundOf } from '../interview/bookkeeping'
import type { Change } from '../changes/Change'
import { canonicalText } from '../changes/canonicalText'
import { parsePictureName } from '../interview/pictureName'
import { readInterview } from '../interview/readInterview'
import type { RosterHousehold } from '../roster/Roster'
import { workRuns, type WorkRun } from './workRuns'

/** What the quality desk needs of one interview; a county's fit in memory. */
export interface QualityCase {
  readonly household: string
  /** `villageOf` the household. */
  readonly village: string
  readonly interview: string
  readonly round: string
  /** Whoever gave most of its answers. */
  readonly assessor: string
  readonly outcome: string | null
  readonly work: readonly WorkRun[]
  /** Settled answers about the household, as text, by question. */
  readonly answers: ReadonlyMap<string, string>
  /** All settled answers as one text, without who and when; what is only about the visit left out. */
  readonly vector: string
  readonly answerCount: number
  readonly idNumbers: readonly string[]
  readonly phones: readonly string[]
  /** SHA-256 of the files that photos were made from: the same however they were scaled. */
  readonly photos: readonly string[]
  /** Paths of warnings passed over, with the written reasons. */
  readonly overrides: ReadonlyMap<string, string>
}

/** Of the visit, or naming members by keys of the household: equal or different by nature. */
const NOT_COMPARED = [
  'visit_outcome',
  'outcome_reason',
  'respondent',
  'respondent_state',
  'photos',
  'signature',
]

/** Reads an interview for the quality desk. */
export function qualityCase(
  household: RosterHousehold,
  village: string,
  interview: string,
  changes: readonly Change[],
): QualityCase {
  const { answers, overrides } = readInterview(interview, changes)
  const own = new Map([...answers.household].map(([question, { value }]) => [question, canonicalText(value)]))
  const instances = [...answers.members.values(), ...answers.lines.values()]
  const values = [answers.household, ...instances].flatMap((each) =>
    [...each.values()].map(({ value }) => value),
  )
  const compared = [answers.household, ...instances].map((each) =>
    [...each]
      .filter(([question]) => !NOT_COMPARED.includes(question))
      .map(([question, { value }]) => [question, value])
      .sort(([left], [right]) => (String(left) < String(right) ? -1 : 1)),
  )
  const texts = values.flat().filter((value) => typeof value === 'string')
  const idsGiven = [...answers.members.values()].map((each) => each.get('id_number')?.value)
  const outcome = answers.household.get('visit_outcome')?.value
  return {
    household: household.id,
    village,
    interview,
    round: roundOf(interview) ?? '',
    assessor: busiest(changes),
    outcome: typeof outcome === 'string' ? outcome : null,
    work: workRuns(changes),
    answers: own,
    vector: canonicalText(compared),
    answerCount: compared.reduce((sum, each) => sum + each.length, 0),
    idNumbers: [
      ...new Set([...household.members.map(({ idNumber }) => idNumber), ...idsGiven].filter(isText)),
    ],
    phones: [...new Set([household.phone, ...household.members.map(({ phone }) => phone)].filter(isText))],
    photos: texts.flatMap((text) => parsePictureName(text)?.original ?? []),
    overrides,
  }
}

function busiest(changes: readonly Change[]): string {
  const counts = new Map<string, number>()
  for (const { person } of changes) counts.set(person, (counts.get(person) ?? 0) + 1)
  const [most] = [...counts].sort(
    ([leftName, left], [rightName, right]) => right - left || (leftName < rightName ? -1 : 1),
  )
  return most?.[0] ?? ''
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
