import { answerTo } from '../../../interview/Interview'
import type { Interview, MemberInstance } from '../../../interview/Interview'
import { refTo } from '../../../interview/unansweredQuestions'
import type { StandardsInForce } from '../../../standards/Standards'
import { applyEvidenceRule } from './applyEvidenceRule'
import type { CriterionResult } from './Criterion'
import { readChoice } from './Fact'
import type { Fact, Missing, Reading } from './Fact'

const INSURED = ['resident', 'employee', 'other']
const EXCUSED = ['newborn', 'in_service']
const TREATMENT: Reading = {
  met: ['treated', 'untreated_other', 'no_need'],
  unmet: ['untreated_cannot_afford'],
}

/** 基本医疗: everybody is insured or excused, and nobody ill goes untreated for want of money. */
export function judgeMedical(interview: Interview, standards: StandardsInForce): CriterionResult {
  const facts: Fact[] = []
  const missing: Missing[] = []
  for (const member of interview.members) {
    if (!member.facts.isPresent) continue
    const insurance = readInsurance(interview, member)
    if (insurance === null) missing.push({ ref: refTo('insurance', member) })
    else facts.push(insurance)
    if (!member.facts.isIllOrDisabled) continue
    const treatment = readChoice(interview, member, 'treatment', TREATMENT, true)
    if (treatment.fact !== null) facts.push(treatment.fact)
    missing.push(...treatment.missing)
  }
  return applyEvidenceRule('medical', { facts, missing, contradictions: [] }, standards)
}

/** The insurance carries the fault and the evidence; the reason only qualifies it. */
function readInsurance(interview: Interview, member: MemberInstance): Fact | null {
  const insurance = answerTo(interview, member, 'insurance')
  if (insurance === undefined) return null
  const ref = refTo('insurance', member)
  const { evidence } = insurance
  const value = String(insurance.value)
  if (INSURED.includes(value)) return { ref, value, evidence, speaksFor: 'met' }
  const reason = answerTo(interview, member, 'uninsured_reason')
  if (reason === undefined) {
    return { ref, value, evidence, speaksFor: 'neither', settledBy: refTo('uninsured_reason', member) }
  }
  return { ref, value, evidence, speaksFor: EXCUSED.includes(String(reason.value)) ? 'met' : 'unmet' }
}
