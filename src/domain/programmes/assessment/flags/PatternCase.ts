import type { FlagName, MonitoringName } from './Flag'
import { ruleSource } from '../criteria/applyEvidenceRule'
import type { Because, Criterion, CriterionResult } from '../criteria/Criterion'
import type { Ledger } from '../criteria/ledger'
import { answerTo } from '../../../interview/Interview'
import type { Interview } from '../../../interview/Interview'
import { parameterInForce, valueInForce } from '../../../standards/Standards'
import type { StandardsInForce } from '../../../standards/Standards'

/** What a pattern or monitoring rule may look at. */
export interface PatternCase {
  readonly interview: Interview
  readonly ledger: Ledger
  readonly criteria: Readonly<Record<Criterion, CriterionResult>>
  readonly standards: StandardsInForce
}

/** Yuan per person: the poverty line in force. */
export function lineOf({ standards }: PatternCase): number {
  return valueInForce(standards, 'poverty_line')
}

/** Trace line for a figure that was computed or is in the roster. */
export function figure(
  { standards }: PatternCase,
  rule: FlagName | MonitoringName,
  fact: string,
  value: number | string | null,
): Because {
  return { fact, value, evidence: null, rule, source: ruleSource(rule, standards) }
}

/** Trace line for an answer about the household. */
export function answered(
  { interview, standards }: PatternCase,
  rule: FlagName | MonitoringName,
  question: string,
): Because {
  const answer = answerTo(interview, interview.household, question)
  const value =
    answer === undefined ? null : typeof answer.value === 'number' ? answer.value : String(answer.value)
  return {
    fact: question,
    value,
    evidence: answer?.evidence ?? null,
    rule,
    source: ruleSource(rule, standards),
  }
}

/** Trace line for a dated value, with that value's own source. */
export function parameter(
  { standards }: PatternCase,
  rule: FlagName | MonitoringName,
  name: string,
): Because {
  const { value, source } = parameterInForce(standards, name)
  return { fact: name, value, evidence: null, rule, source }
}
