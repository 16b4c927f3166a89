import { isOverride, isReturn, roundOf } from '../interview/bookkeeping'
import type { Change } from '../changes/Change'
import { canonicalText } from '../changes/canonicalText'
import { parsePictureName } from '../interview/pictureName'
import type { InterviewAnswers } from '../interview/Answers'
import { readInterview } from '../interview/readInterview'
import type { RosterHousehold } from '../roster/Roster'
import { personNumber } from '../roster/samePerson'
import { busiest } from './busiest'
import { LEDGER_TOTAL, type QualityEntry } from './QualityLine'
import { workRuns, type WorkRun } from './workRuns'

/** Persons by whom a household is known again. */
export interface ListedPersons {
  readonly household: string
  readonly idNumbers: readonly string[]
}

/** What the quality desk needs of one interview; a county's fit in memory. */
export interface QualityCase extends ListedPersons, QualityEntry {
  readonly interview: string
  readonly round: string
  readonly outcome: string | null
  readonly work: readonly WorkRun[]
  /** Settled answers about the household, as text, by question. */
  readonly answers: ReadonlyMap<string, string>
  /** Answers about the household that are numbers, by question, and the income ledger's `LEDGER_TOTAL` in yuan. */
  readonly numbers: ReadonlyMap<string, number>
  /** The same text for the same answers throughout; who, when and what is only about the visit left out. */
  readonly vector: string
  readonly answerCount: number
  readonly phones: readonly string[]
  /** SHA-256 of the files that photos were made from: the same however they were scaled. */
  readonly photos: readonly string[]
  readonly overrides: readonly { readonly check: string; readonly reason: string }[]
  /** Of a closed back-check: the answers given twice, and how many of them differ. */
  readonly backcheck: { readonly compared: number; readonly different: number } | null
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

/** The persons of a household as the list has them. */
export function listedPersons({ id, members }: RosterHousehold): ListedPersons {
  return { household: id, idNumbers: personsOf(members.map(({ idNumber }) => idNumber)) }
}

/** Reads an interview for the quality desk; `digest` shortens a long text. */
export function qualityCase(
  household: RosterHousehold,
  interview: string,
  changes: readonly Change[],
  digest: (text: string) => string,
): QualityCase {
  const { answers, overrides } = readInterview(interview, changes)
  const instances = [...answers.members.values(), ...answers.lines.values()]
  const compared = [answers.household, ...instances].map((each) =>
    [...each]
      .filter(([question]) => !NOT_COMPARED.includes(question))
      .map(([question, { value }]) => [question, canonicalText(value)] as const)
      .sort(([left], [right]) => (left < right ? -1 : 1)),
  )
  const idsGiven = [...answers.members.values()].map((each) => textOf(each.get('id_number')?.value))
  const listed = household.members.map(({ idNumber }) => idNumber)
  // What the lead says of an interview is no work on it.
  const work = changes.filter(({ path }) => !isReturn(path))
  return {
    household: household.id,
    interview,
    round: roundOf(interview) ?? '',
    assessor: busiest(work) ?? '',
    outcome: textOf(answers.household.get('visit_outcome')?.value),
    work: workRuns(work),
    answers: new Map(compared[0]),
    numbers: numbersIn(answers),
    vector: digest(canonicalText(compared)),
    answerCount: compared.reduce((sum, each) => sum + each.length, 0),
    idNumbers: personsOf([...listed, ...idsGiven]),
    phones: [...new Set([household.phone, ...household.members.map(({ phone }) => phone)].filter(isText))],
    photos: [answers.household.get('photos')?.value ?? []]
      .flat(2)
      .flatMap((name) => parsePictureName(String(name))?.original ?? []),
    overrides: [...overrides].map(([path, reason]) => ({ check: checkOf(path), reason })),
    backcheck: null,
  }
}

function numbersIn({ household, lines }: InterviewAnswers): ReadonlyMap<string, number> {
  const numbers = new Map(
    [...household].flatMap(([question, { value }]) =>
      typeof value === 'number' ? [[question, value] as const] : [],
    ),
  )
  if (lines.size === 0) return numbers
  let total = 0
  for (const line of lines.values()) {
    const of = (question: string): number => Number(line.get(question)?.value ?? NaN)
    const yuan =
      [of('amount_yuan'), of('quantity') * of('unit_price')].find((each) => !Number.isNaN(each)) ?? 0
    total += line.get('income_kind')?.value === 'business_cost' ? -yuan : yuan
  }
  return numbers.set(LEDGER_TOTAL, total)
}

function personsOf(idNumbers: readonly (string | null)[]): readonly string[] {
  return [...new Set(idNumbers.map((number) => personNumber(number) ?? number).filter(isText))]
}

/** The check's name in `overrides/<check>/members/<id>`. */
function checkOf(path: string): string {
  return isOverride(path) ? (path.split('/')[1] ?? path) : path
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
