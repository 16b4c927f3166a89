import { WORDLESS_TYPES, type QuestionType } from '../instrument/Instrument'
import type { Instrument } from '../instrument/loadInstrument'
import type { LedgerRole } from '../instrument/Roles'
import { isOfTheVisit } from '../interview/overlayAnswers'
import type { AnswerValue, InterviewAnswers, QuestionRef } from '../interview/Answers'
import { canonicalText } from '../changes/canonicalText'

/** A question that both rounds answered. `first` and `backcheck` are answer values; a ledger item's are yuan in all. */
export interface ComparedAnswer {
  readonly ref: QuestionRef
  /** Ledger item where its total is compared: lines have no counterpart of their own. */
  readonly item?: string
  readonly first: AnswerValue
  readonly backcheck: AnswerValue
  readonly isSame: boolean
}

/** How the answers to one question differ over many back-checks. */
export interface QuestionDifference {
  readonly question: string
  readonly compared: number
  readonly different: number
  /** `different / compared`. */
  readonly rate: number
}

/** Types of question whose answers belong to one visit alone. */
const NOT_COMPARED: readonly QuestionType[] = [...WORDLESS_TYPES, 'text']

/**
 * Every question that both rounds answered, with whether they agree. Members are matched by id, ledger lines by their
 * item's total (an item that only one round has counts as 0 yuan in the other). How an answer is known does not matter.
 */
export function compareBackcheck(
  first: InterviewAnswers,
  backcheck: InterviewAnswers,
  instrument: Instrument,
): readonly ComparedAnswer[] {
  const compared: ComparedAnswer[] = []
  const compare = (ref: QuestionRef, left: AnswerValue, right: AnswerValue): void => {
    const type = instrument.questions.get(ref.question)?.data.type
    if (type === undefined || NOT_COMPARED.includes(type) || isOfTheVisit(instrument, ref.question)) return
    compared.push({ ref, first: left, backcheck: right, isSame: isSameValue(left, right) })
  }
  for (const [question, { value }] of first.household) {
    const again = backcheck.household.get(question)
    if (again !== undefined) compare({ question }, value, again.value)
  }
  for (const [member, answers] of first.members)
    for (const [question, { value }] of answers) {
      const again = backcheck.members.get(member)?.get(question)
      if (again !== undefined) compare({ question, member }, value, again.value)
    }
  const { ledger } = instrument.roles
  return ledger === undefined ? compared : [...compared, ...comparedItems(first, backcheck, ledger)]
}

/** The rate of difference of every question, the largest first. */
export function differenceRates(compared: readonly ComparedAnswer[]): readonly QuestionDifference[] {
  const counts = new Map<string, { compared: number; different: number }>()
  for (const { ref, isSame } of compared) {
    const count = counts.get(ref.question) ?? { compared: 0, different: 0 }
    count.compared += 1
    if (!isSame) count.different += 1
    counts.set(ref.question, count)
  }
  return [...counts]
    .map(([question, count]) => ({ question, ...count, rate: count.different / count.compared }))
    .sort((left, right) => right.rate - left.rate || right.compared - left.compared)
}

function comparedItems(
  first: InterviewAnswers,
  backcheck: InterviewAnswers,
  ledger: LedgerRole,
): readonly ComparedAnswer[] {
  if (first.lines.size === 0 || backcheck.lines.size === 0) return []
  const [left, right] = [totalsOf(first, ledger), totalsOf(backcheck, ledger)]
  return [...new Set([...left.keys(), ...right.keys()])].map((item) => {
    const [one, other] = [left.get(item) ?? 0, right.get(item) ?? 0]
    return { ref: { question: ledger.amount }, item, first: one, backcheck: other, isSame: one === other }
  })
}

function totalsOf({ lines }: InterviewAnswers, roles: LedgerRole): ReadonlyMap<string, number> {
  const totals = new Map<string, number>()
  for (const line of lines.values()) {
    const [item, amount] = [line.get(roles.item)?.value, line.get(roles.amount)?.value]
    if (typeof item === 'string' && typeof amount === 'number')
      totals.set(item, (totals.get(item) ?? 0) + amount)
  }
  return totals
}

/** Several choices are the same in any order. */
function isSameValue(left: AnswerValue, right: AnswerValue): boolean {
  return canonicalText(sorted(left)) === canonicalText(sorted(right))
}

function sorted(value: AnswerValue): AnswerValue {
  return Array.isArray(value) && value.every((each) => typeof each === 'string') ? value.toSorted() : value
}
