import type { Interview } from '../../../interview/Interview'
import type { StandardsInForce } from '../../../standards/Standards'
import { applyEvidenceRule } from './applyEvidenceRule'
import type { CriterionResult } from './Criterion'
import { gatherFindings } from './gatherFindings'
import type { Contradiction, QuestionReading } from './gatherFindings'

const READINGS: readonly QuestionReading[] = [
  { question: 'clothing_season', needed: true, met: ['yes'], unmet: ['no'] },
  { question: 'bedding', needed: true, met: ['enough'], unmet: ['short'] },
  { question: 'observed_clothing', needed: false, met: ['adequate'], unmet: ['inadequate'] },
]

const CONTRADICTIONS: readonly Contradiction[] = [
  {
    first: { question: 'clothing_season', values: ['yes'] },
    second: { question: 'observed_clothing', values: ['inadequate'] },
  },
  {
    first: { question: 'clothing_season', values: ['no'] },
    second: { question: 'observed_clothing', values: ['adequate'] },
  },
]

/** 穿: clothes for every season and bedding for the winter (standards, 'Household criteria'). */
export function judgeClothing(interview: Interview, standards: StandardsInForce): CriterionResult {
  const findings = gatherFindings(interview, interview.household, READINGS, CONTRADICTIONS)
  return applyEvidenceRule('clothing', findings, standards)
}
