import type { ComparedAnswer } from '../../../rounds/compareBackcheck'
import type { Sampling } from '../../../sampling/Sampling'
import { checkRates, NO_RATE, NONE_OF_NONE, type CheckRate, type PartOf } from './checkRates'

/** A household that was enumerated twice. */
export interface TwiceAnswered {
  readonly sampling: Sampling
  readonly answers: readonly ComparedAnswer[]
}

/** Answers that differ of those compared: over all items, and of each, the largest rate first. */
export interface ErrorRates {
  readonly overall: CheckRate
  readonly items: readonly ItemError[]
}

export interface ItemError extends CheckRate {
  readonly question: string
}

/** How often the check found another answer. */
export function errorRates(households: readonly TwiceAnswered[]): ErrorRates {
  const questions = [
    ...new Set(households.flatMap(({ answers }) => answers.map(({ ref }) => ref.question))),
  ].sort()
  const [overall, ...rates] = checkRates(
    households.map(({ sampling, answers }) => {
      const counts = countsOf(answers)
      const ofItems = questions.map((question) => counts.get(question) ?? NONE_OF_NONE)
      return { sampling, counts: [totalOf(answers), ...ofItems] }
    }),
    questions.length + 1,
  )
  const items = rates.map((rate, at) => ({ question: questions[at] ?? '', ...rate }))
  return { overall: overall ?? NO_RATE, items: items.toSorted(largestFirst) }
}

function totalOf(answers: readonly ComparedAnswer[]): PartOf {
  return { part: answers.filter(({ isSame }) => !isSame).length, whole: answers.length }
}

function countsOf(answers: readonly ComparedAnswer[]): ReadonlyMap<string, PartOf> {
  const counts = new Map<string, PartOf>()
  for (const { ref, isSame } of answers) {
    const { part, whole } = counts.get(ref.question) ?? NONE_OF_NONE
    counts.set(ref.question, { part: part + (isSame ? 0 : 1), whole: whole + 1 })
  }
  return counts
}

function largestFirst(left: ItemError, right: ItemError): number {
  return (right.estimate.value ?? 0) - (left.estimate.value ?? 0) || right.whole - left.whole
}
