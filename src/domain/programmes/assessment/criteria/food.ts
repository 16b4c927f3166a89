import type { Interview } from '../../../interview/Interview'
import type { StandardsInForce } from '../../../standards/Standards'
import { applyEvidenceRule } from './applyEvidenceRule'
import type { CriterionResult } from './Criterion'
import { gatherFindings } from './gatherFindings'
import type { Contradiction, QuestionReading } from './gatherFindings'

const READINGS: readonly QuestionReading[] = [
  { question: 'food_enough', needed: true, met: ['all_year'], unmet: ['some_months_short', 'often_short'] },
  {
    question: 'food_protein',
    needed: true,
    met: ['any_time', 'sometimes', 'rarely_by_choice'],
    unmet: ['rarely_cannot_afford'],
  },
  { question: 'observed_food_store', needed: false, met: ['enough', 'little'], unmet: ['none'] },
]

const CONTRADICTIONS: readonly Contradiction[] = [
  {
    first: { question: 'food_enough', values: ['all_year'] },
    second: { question: 'observed_food_store', values: ['none'] },
  },
  {
    first: { question: 'food_enough', values: ['some_months_short', 'often_short'] },
    second: { question: 'observed_food_store', values: ['enough'] },
  },
]

/** 吃: enough staple food all year, and protein food within reach (standards, 'Household criteria'). */
export function judgeFood(interview: Interview, standards: StandardsInForce): CriterionResult {
  return applyEvidenceRule(
    'food',
    gatherFindings(interview, interview.household, READINGS, CONTRADICTIONS),
    standards,
  )
}
