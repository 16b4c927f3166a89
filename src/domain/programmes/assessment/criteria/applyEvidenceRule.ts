import type { RuleCode, SourcedCode } from './RuleCode'
import type { QuestionRef } from '../../../interview/Answers'
import { kindsOf } from '../../../shared/Evidence'
import { parameterInForce, type Source, type StandardsInForce } from '../../../standards/Standards'
import type { Because, Criterion, CriterionOutcome, CriterionResult } from './Criterion'
import type { Fact, Findings } from './Fact'

/**
 * The evidence rule (standards, 'Evidence rule'; demands S5 and S6): contradictions leave a criterion undetermined; what
 * speaks for unmet decides only with a document, an observation or two informants; met needs every answer.
 */
export function applyEvidenceRule(
  criterion: Criterion,
  { facts, missing, contradictions }: Findings,
  standards: StandardsInForce,
): CriterionResult {
  const because = (chosen: readonly Fact[], rule: RuleCode): readonly Because[] =>
    chosen.flatMap((fact) => toBecause(fact, rule, criterion, standards))

  if (contradictions.length > 0) {
    const facts = contradictions.flat()
    return undetermined('contradiction', because(facts, 'contradiction'), facts.map(refOf))
  }
  const againstIt = facts.filter((fact) => fact.speaksFor === 'unmet')
  if (againstIt.length > 0) {
    return isEstablished(againstIt)
      ? closed('unmet', 'speaks_for_unmet', because(againstIt, 'speaks_for_unmet'))
      : undetermined('unmet_by_hearsay', because(againstIt, 'unmet_by_hearsay'), againstIt.map(refOf))
  }
  const open = facts.filter((fact) => fact.speaksFor === 'neither')
  if (open.length > 0 || missing.length > 0) {
    const refs = [...open.map((fact) => fact.settledBy ?? fact.ref), ...missing.map(({ ref }) => ref)]
    const rule = open.length > 0 ? 'speaks_for_neither' : 'answers_missing'
    return undetermined(rule, because(open, rule), refs)
  }
  return closed('met', 'speaks_for_met', because(facts, 'speaks_for_met'))
}

/** Result by the same rule for one part of a criterion. */
export function partOutcome(
  part: string,
  findings: Findings,
  apply: (of: Findings) => CriterionResult,
): CriterionOutcome {
  return apply({
    facts: findings.facts.filter((fact) => fact.part === part),
    missing: findings.missing.filter((each) => each.part === part),
    contradictions: [],
  }).result
}

/** A document or an observation; or the respondent and a second informant, about any question or member. */
function isEstablished(facts: readonly Fact[]): boolean {
  const kinds = new Set(facts.flatMap(({ evidence }) => kindsOf(evidence)))
  return kinds.has('document') || kinds.has('observed') || (kinds.has('respondent') && kinds.has('other'))
}

/** Trace of a fact: what was answered, and the dated value it was compared with, each with its own source. */
function toBecause(
  fact: Fact,
  rule: RuleCode,
  criterion: Criterion,
  standards: StandardsInForce,
): readonly Because[] {
  const { question, ...place } = fact.ref
  const { value, evidence, comparedWith } = fact
  const answer = { fact: question, ...place, value, evidence, rule, source: ruleSource(criterion, standards) }
  if (comparedWith === undefined) return [answer]
  const limit = parameterInForce(standards, comparedWith)
  return [answer, { fact: comparedWith, value: limit.value, evidence: null, rule, source: limit.source }]
}

/** Where a rule comes from. A rule without a source is a bug and throws. */
export function ruleSource(code: SourcedCode, standards: StandardsInForce): Source {
  const source = standards.rules.get(code)
  if (source === undefined) throw new Error(`no source for rule ${code}`)
  return source
}

/** A result that needs nothing more. */
export function closed(
  result: 'met' | 'unmet',
  rule: RuleCode,
  because: readonly Because[],
): CriterionResult {
  return { result, rule, applicable: true, because, wouldSettle: [] }
}

/** A result that waits for what would settle it. */
export function undetermined(
  rule: RuleCode,
  because: readonly Because[],
  wouldSettle: readonly QuestionRef[],
): CriterionResult {
  return { result: 'undetermined', rule, applicable: true, because, wouldSettle }
}

function refOf(fact: Fact): QuestionRef {
  return fact.ref
}
