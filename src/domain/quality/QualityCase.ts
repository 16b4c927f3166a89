import { isOverride, isReturn, roundOf } from '../interview/bookkeeping'
import type { Change } from '../changes/Change'
import { canonicalText } from '../changes/canonicalText'
import { formOf, type Forms } from '../instrument/Forms'
import { isWordless, type QuestionType } from '../instrument/Instrument'
import type { Instrument } from '../instrument/loadInstrument'
import type { LedgerRole } from '../instrument/Roles'
import { attachmentsIn, parseAttachmentName } from '../interview/attachmentName'
import type { InterviewAnswers } from '../interview/Answers'
import { paperIn } from '../interview/paper'
import { readInterview } from '../interview/readInterview'
import type { ListedHousehold } from '../roster/ListedHousehold'
import { personNumber } from '../roster/samePerson'
import { busiest } from './busiest'
import { LEDGER_TOTAL, type QualityEntry } from './QualityLine'
import { workRuns, type WorkRun } from './workRuns'

/** What the list has of a household by which it is known again. */
export interface ListedPersons {
  readonly household: string
  readonly idNumbers: readonly string[]
  readonly phones: readonly string[]
}

/** What the quality desk needs of one interview by its changes alone: plain data, small enough to be kept. */
export interface InterviewFacts extends QualityEntry {
  readonly interview: string
  readonly round: string
  readonly outcome: string | null
  /** Empty where the time at work says nothing of the visit: it was taken on paper. */
  readonly work: readonly WorkRun[]
  readonly isOnPaper: boolean
  /** Settled answers about the household, as text, with their question. */
  readonly answers: readonly (readonly [question: string, answer: string])[]
  /** Answers about the household that are numbers, with their question, and the income ledger's `LEDGER_TOTAL` in yuan. */
  readonly numbers: readonly (readonly [question: string, number: number])[]
  /** The same text for the same answers throughout; who, when and what is only about the visit left out. */
  readonly vector: string
  readonly answerCount: number
  /** As they were given in the interview. */
  readonly idNumbers: readonly string[]
  /** SHA-256 of the files that photos were made from: the same however they were scaled. */
  readonly photos: readonly string[]
  /** SHA-256 of the sound files. */
  readonly recordings: readonly string[]
  readonly overrides: readonly { readonly check: string; readonly reason: string }[]
  /** Of a closed back-check: the answers given twice, and how many of them differ. */
  readonly backcheck: { readonly compared: number; readonly different: number } | null
}

/** An interview with what the list has of its household. */
export interface QualityCase extends InterviewFacts, ListedPersons {
  readonly interview: string
  readonly household: string
}

/** Of the visit, naming members by keys of the household, or no words: equal or different by nature. */
function isCompared({ questions, roles }: Instrument, question: string): boolean {
  const { outcome, consent, respondent, respondentState } = roles
  if ([outcome.question, consent?.question, outcome.reason, respondent, respondentState].includes(question))
    return false
  const type = questions.get(question)?.data.type
  return type === undefined || !isWordless(type)
}

/** A household as the list has it. */
export function listedPersons({ id, phone, members }: ListedHousehold): ListedPersons {
  return {
    household: id,
    idNumbers: personsOf(members.map(({ idNumber }) => idNumber)),
    phones: [...new Set([phone, ...members.map((member) => member.phone)].filter(isText))],
  }
}

export function qualityCase(listed: ListedPersons, facts: InterviewFacts): QualityCase {
  return {
    ...facts,
    idNumbers: [...new Set([...listed.idNumbers, ...facts.idNumbers])],
    phones: listed.phones,
  }
}

/** Reads an interview for the quality desk; `digest` shortens a long text. */
export function interviewFacts(
  household: string,
  interview: string,
  changes: readonly Change[],
  digest: (text: string) => string,
  forms: Forms,
): InterviewFacts {
  const { answers, overrides, instrumentVersion } = readInterview(interview, changes, forms)
  const form = formOf(forms, instrumentVersion) ?? forms.currentInstrument
  const idNumber = form.prefilled.get('idNumber') ?? ''
  const instances = [...answers.members.values(), ...answers.lines.values()]
  const compared = [answers.household, ...instances].map((each) =>
    [...each]
      .filter(([question]) => isCompared(form, question))
      .map(([question, { value }]) => [question, canonicalText(value)] as const)
      .sort(([left], [right]) => (left < right ? -1 : 1)),
  )
  const idsGiven = [...answers.members.values()].map((each) => textOf(each.get(idNumber)?.value))
  // The lead's comments on an interview are not work on it.
  const work = changes.filter(({ path }) => !isReturn(path))
  const isOnPaper = paperIn(changes) !== null
  return {
    household,
    interview,
    round: roundOf(interview) ?? '',
    assessor: busiest(work) ?? '',
    outcome: textOf(answers.household.get(form.roles.outcome.question)?.value),
    work: isOnPaper ? [] : workRuns(work),
    isOnPaper,
    answers: compared[0] ?? [],
    numbers: numbersIn(answers, form.roles.ledger),
    vector: digest(JSON.stringify(compared)),
    answerCount: compared.reduce((sum, each) => sum + each.length, 0),
    idNumbers: personsOf(idsGiven),
    photos: originalsIn(answers, form, 'image'),
    recordings: originalsIn(answers, form, 'audio'),
    overrides: [...overrides].map(([path, reason]) => ({ check: checkOf(path), reason })),
    backcheck: null,
  }
}

function originalsIn(
  { household }: InterviewAnswers,
  { questions }: Instrument,
  type: QuestionType,
): readonly string[] {
  const names = [...household].flatMap(([question, { value }]) =>
    questions.get(question)?.data.type === type ? attachmentsIn(value) : [],
  )
  return names.flatMap((name) => parseAttachmentName(String(name))?.original ?? [])
}

function numbersIn(
  { household, lines }: InterviewAnswers,
  ledger: LedgerRole | undefined,
): InterviewFacts['numbers'] {
  const numbers = [...household].flatMap(([question, { value }]) =>
    typeof value === 'number' ? [[question, value] as const] : [],
  )
  if (ledger === undefined || lines.size === 0) return numbers
  let total = 0
  for (const line of lines.values()) {
    const of = (question: string): number => Number(line.get(question)?.value ?? NaN)
    const yuan =
      [of(ledger.amount), of(ledger.quantity) * of(ledger.unitPrice)].find((each) => !Number.isNaN(each)) ?? 0
    total += line.get(ledger.kind)?.value === ledger.cost ? -yuan : yuan
  }
  return [...numbers, [LEDGER_TOTAL, total]]
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
