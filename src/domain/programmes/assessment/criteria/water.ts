import { answerTo } from '../../../interview/Interview'
import type { Interview } from '../../../interview/Interview'
import { valueInForce } from '../../../standards/Standards'
import type { StandardsInForce } from '../../../standards/Standards'
import { applyEvidenceRule, partOutcome } from './applyEvidenceRule'
import type { CriterionResult } from './Criterion'
import { readChoice } from './Fact'
import type { Fact, Findings, Missing, Reading } from './Fact'

const QUANTITY: Reading = { met: ['enough'], unmet: ['short'] }
const QUALITY: Reading = { met: ['report_ok', 'looks_ok'], unmet: ['bad'] }

export const WATER_PARTS = ['quantity', 'access', 'reliability', 'quality'] as const

/** 饮水安全: quantity, access, reliability and quality, each also reported by itself. */
export function judgeWater(interview: Interview, standards: StandardsInForce): CriterionResult {
  const { household } = interview
  const found = [
    inPart('quantity', readChoice(interview, household, 'water_quantity', QUANTITY, true)),
    inPart('access', readAccess(interview, standards)),
    inPart('reliability', readAtMost(interview, 'water_short_days', 'water_short_days_max', standards)),
    inPart('quality', readChoice(interview, household, 'water_quality', QUALITY, true)),
  ]
  const findings: Findings = {
    facts: found.flatMap(({ fact }) => (fact === null ? [] : [fact])),
    missing: found.flatMap(({ missing }) => missing),
    contradictions: [],
  }
  const apply = (of: Findings): CriterionResult => applyEvidenceRule('water', of, standards)
  const parts = WATER_PARTS.map((part) => [part, partOutcome(part, findings, apply)] as const)
  return { ...apply(findings), parts: Object.fromEntries(parts) }
}

interface Found {
  readonly fact: Fact | null
  readonly missing: readonly Missing[]
}

/** Water at home speaks for met; fetched water is judged, and evidenced, by the minutes it takes. */
function readAccess(interview: Interview, standards: StandardsInForce): Found {
  const found = readChoice(interview, interview.household, 'water_fetch', { met: ['at_home'] }, true)
  if (found.fact?.value !== 'fetch') return found
  return readAtMost(interview, 'water_fetch_minutes', 'water_fetch_minutes_max', standards)
}

function readAtMost(
  interview: Interview,
  question: string,
  limit: string,
  standards: StandardsInForce,
): Found {
  const answer = answerTo(interview, interview.household, question)
  if (answer === undefined || typeof answer.value !== 'number')
    return { fact: null, missing: [{ ref: { question } }] }
  const { value, evidence } = answer
  const speaksFor = value <= valueInForce(standards, limit) ? 'met' : 'unmet'
  return { fact: { ref: { question }, value, evidence, speaksFor, comparedWith: limit }, missing: [] }
}

function inPart(part: string, { fact, missing }: Found): Found {
  return {
    fact: fact === null ? null : { ...fact, part },
    missing: missing.map((each) => ({ ...each, part })),
  }
}
