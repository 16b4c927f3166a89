import type { QuestionRef } from '../../../interview/Answers'
import { refTo } from '../../../interview/unansweredQuestions'
import { answerTo } from '../../../interview/Interview'
import type { Instance, Interview } from '../../../interview/Interview'
import type { Evidence } from '../../../shared/Evidence'

export type SpeaksFor = 'met' | 'unmet' | 'neither'

/** An answer as a criterion reads it. */
export interface Fact {
  readonly ref: QuestionRef
  readonly value: string | number
  readonly evidence: Evidence
  readonly speaksFor: SpeaksFor
  /** Part of the criterion it belongs to, where parts are reported. */
  readonly part?: string
  /** What would settle it where it speaks for neither: itself unless stated otherwise. */
  readonly settledBy?: QuestionRef
  /** Name of the dated value it was compared with: the trace shows it beside the fact. */
  readonly comparedWith?: string
}

/** What a criterion has found: the facts it has, the questions it still needs, and facts that contradict each other. */
export interface Findings {
  readonly facts: readonly Fact[]
  readonly missing: readonly Missing[]
  readonly contradictions: readonly (readonly [Fact, Fact])[]
}

export interface Missing {
  readonly ref: QuestionRef
  readonly part?: string
}

/** Which choices of a question speak for what; every other choice speaks for neither. */
export interface Reading {
  readonly met?: readonly string[]
  readonly unmet?: readonly string[]
}

/**
 * Reads one choice question as a fact. `needed` questions without an answer are reported missing. Answers that only
 * the registry gives count for nothing: they are missing where needed, and absent otherwise.
 */
export function readChoice(
  interview: Interview,
  instance: Instance,
  question: string,
  reading: Reading,
  needed: boolean,
): { fact: Fact | null; missing: readonly Missing[] } {
  const ref = refTo(question, instance)
  const answer = answerTo(interview, instance, question)
  if (answer === undefined) return { fact: null, missing: needed ? [{ ref }] : [] }
  const value = String(answer.value)
  return {
    fact: { ref, value, evidence: answer.evidence, speaksFor: speaksFor(value, reading) },
    missing: [],
  }
}

function speaksFor(value: string, { met = [], unmet = [] }: Reading): SpeaksFor {
  if (met.includes(value)) return 'met'
  return unmet.includes(value) ? 'unmet' : 'neither'
}
