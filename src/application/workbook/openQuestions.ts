import { CRITERIA, type Criterion } from '../../domain/programmes/assessment/criteria/Criterion'
import type { Instrument } from '../../domain/instrument/loadInstrument'
import type { QuestionRef } from '../../domain/interview/Answers'
import { pathOfAnswer } from '../../domain/interview/answerPath'
import { outcomeIn } from '../../domain/interview/Interview'
import type { HouseholdAssessment } from '../assess/assessHousehold'

/** A question that somebody should look at again, and why. */
export interface OpenQuestion {
  readonly ref: QuestionRef
  /** Path of the changes that answer it. */
  readonly path: string
  readonly isConflict: boolean
  /** Criteria that are undetermined until it is answered, seen or proved. */
  readonly settles: readonly Criterion[]
}

/**
 * What is open in a household that was interviewed, in part or to the end: answers in conflict first, then what would settle a
 * criterion, then what nobody answered. Of a household where nobody was interviewed only what is in conflict.
 */
export function openQuestions(assessment: HouseholdAssessment): readonly OpenQuestion[] {
  const { conflicts, interview, judgement } = assessment
  const { completed, partial } = interview.instrument.roles.outcome
  const outcome = outcomeIn(interview)
  const isInterviewed = outcome === completed || outcome === partial
  const settling = isInterviewed ? settlingOf(assessment) : []
  const refs = [
    ...conflicts,
    ...settling.map(({ ref }) => ref),
    ...(isInterviewed ? judgement.unanswered : []),
  ]
  const byPath = new Map(refs.map((ref) => [pathOfAnswer(ref), ref]))
  const contested = new Set(conflicts.map(pathOfAnswer))
  return [...byPath].map(([path, ref]) => ({
    ref,
    path,
    isConflict: contested.has(path),
    settles: settling.filter((each) => each.path === path).map(({ criterion }) => criterion),
  }))
}

/** Whether a question of a line is asked while there is none: it is about the ledger. */
export function isOfNoLine({ question, line }: QuestionRef, { questions, repeats }: Instrument): boolean {
  return line === undefined && repeats.hand !== undefined && questions.get(question)?.scope === repeats.hand
}

function settlingOf({ judgement: { criteria } }: HouseholdAssessment) {
  return CRITERIA.flatMap((criterion) =>
    (criteria?.[criterion].wouldSettle ?? []).map((ref) => ({ criterion, ref, path: pathOfAnswer(ref) })),
  )
}
