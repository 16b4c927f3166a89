import { choiceOf } from '../../../interview/Interview'
import type { Interview } from '../../../interview/Interview'
import type { StandardsInForce } from '../../../standards/Standards'
import { applyEvidenceRule } from './applyEvidenceRule'
import type { CriterionResult } from './Criterion'
import { gatherFindings } from './gatherFindings'
import type { Contradiction, QuestionReading } from './gatherFindings'

const SAFE = ['grade_a', 'grade_b', 'repaired', 'relocated', 'other_safe_house']
const UNSAFE = ['grade_c_unrepaired', 'grade_d_unrebuilt']

const READINGS: readonly QuestionReading[] = [
  { question: 'house_basis', needed: true, met: SAFE, unmet: UNSAFE },
  { question: 'lives_in_safe_house', needed: true, met: ['all'], unmet: ['some_elsewhere', 'none'] },
  { question: 'observed_house', needed: true, met: ['looks_safe'], unmet: ['clearly_dangerous'] },
]

const RELOCATION: QuestionReading = {
  question: 'relocation_state',
  needed: true,
  met: ['moved_in'],
  unmet: ['keys_not_moved', 'not_delivered'],
}

const CONTRADICTIONS: readonly Contradiction[] = [
  {
    first: { question: 'house_basis', values: SAFE },
    second: { question: 'observed_house', values: ['clearly_dangerous'] },
  },
  {
    first: { question: 'house_basis', values: UNSAFE },
    second: { question: 'observed_house', values: ['looks_safe'] },
  },
]

/** 住房安全: a safe house in which everybody lives; `not_graded` and `doubtful` speak for neither. */
export function judgeHousing(interview: Interview, standards: StandardsInForce): CriterionResult {
  const isRelocated = choiceOf(interview, interview.household, 'house_basis') === 'relocated'
  const readings = isRelocated ? [...READINGS, RELOCATION] : READINGS
  const findings = gatherFindings(interview, interview.household, readings, CONTRADICTIONS)
  return applyEvidenceRule('housing', findings, standards)
}
