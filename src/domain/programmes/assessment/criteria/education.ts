import { answerTo } from '../../../interview/Interview'
import type { Interview, MemberInstance } from '../../../interview/Interview'
import { refTo } from '../../../interview/unansweredQuestions'
import { addYears } from '../../../shared/calendar'
import { parameterInForce, valueInForce } from '../../../standards/Standards'
import type { StandardsInForce } from '../../../standards/Standards'
import { applyEvidenceRule, ruleSource } from './applyEvidenceRule'
import type { Because, CriterionResult } from './Criterion'
import type { Fact, Missing, SpeaksFor } from './Fact'

const IN_EDUCATION = ['in_school', 'special_school', 'home_teaching', 'finished_nine_years']
const EXCUSED = ['unable_certified', 'deferred_approved']

/** 义务教育: every member of school age is taught, has finished, or is excused (standards, 'Household criteria'). */
export function judgeEducation(interview: Interview, standards: StandardsInForce): CriterionResult {
  const first = valueInForce(standards, 'compulsory_age_min')
  const last = valueInForce(standards, 'compulsory_age_max')
  const present = interview.members.filter(({ facts }) => facts.isPresent)
  const ofUnknownAge = present.filter(({ facts }) => facts.age === null)
  const ofSchoolAge = present.filter(({ facts: { age } }) => age !== null && age >= first && age <= last)

  if (ofSchoolAge.length === 0 && ofUnknownAge.length === 0) {
    const because: Because = {
      fact: 'members_of_school_age',
      value: 0,
      evidence: null,
      rule: 'nobody_of_school_age',
      source: ruleSource('education', standards),
    }
    return {
      result: 'met',
      rule: 'nobody_of_school_age',
      applicable: false,
      because: [because],
      wouldSettle: [],
    }
  }
  const facts: Fact[] = []
  const missing: Missing[] = ofUnknownAge.map((member) => ({ ref: refTo('birth_date', member) }))
  for (const child of ofSchoolAge) {
    const fact = readSchooling(interview, child, standards)
    if (fact === null) missing.push({ ref: refTo('school_status', child) })
    else facts.push(fact)
  }
  return applyEvidenceRule('education', { facts, missing, contradictions: [] }, standards)
}

/** The status carries the fault and the evidence; the reason only qualifies it. */
function readSchooling(
  interview: Interview,
  child: MemberInstance,
  standards: StandardsInForce,
): Fact | null {
  const status = answerTo(interview, child, 'school_status')
  if (status === undefined) return null
  const ref = refTo('school_status', child)
  const { evidence } = status
  const value = String(status.value)
  if (IN_EDUCATION.includes(value)) return { ref, value, evidence, speaksFor: 'met' }
  const reason = answerTo(interview, child, 'not_in_school_reason')
  if (reason === undefined) {
    return { ref, value, evidence, speaksFor: 'neither', settledBy: refTo('not_in_school_reason', child) }
  }
  return { ref, value, evidence, speaksFor: reasonSpeaksFor(String(reason.value), child, standards) }
}

function reasonSpeaksFor(reason: string, child: MemberInstance, standards: StandardsInForce): SpeaksFor {
  if (EXCUSED.includes(reason)) return 'met'
  return reason === 'not_yet_due' && isNotYetDue(child, standards) ? 'met' : 'unmet'
}

/** A child who reached the entry age only after the last entry day need not be in school yet. */
function isNotYetDue({ facts: { birthDate } }: MemberInstance, standards: StandardsInForce): boolean {
  if (birthDate === null) return false
  const entryDay = String(parameterInForce(standards, 'school_entry_day').value)
  const thisYear = `${standards.asOf.slice(0, 4)}-${entryDay}`
  const lastEntry = thisYear <= standards.asOf ? thisYear : addYears(thisYear, -1)
  return addYears(birthDate, valueInForce(standards, 'school_entry_age')) > lastEntry
}
