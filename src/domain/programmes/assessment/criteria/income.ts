import type { RuleCode } from './RuleCode'
import { answerTo, isVoid } from '../../../interview/Interview'
import type { Interview } from '../../../interview/Interview'
import type { QuestionRef } from '../../../interview/Answers'
import { parameterInForce, valueInForce } from '../../../standards/Standards'
import type { StandardsInForce } from '../../../standards/Standards'
import { closed, ruleSource, undetermined } from './applyEvidenceRule'
import type { Because, CriterionResult } from './Criterion'
import type { Ledger } from './ledger'

/**
 * 收入: counted income per person reaches the line in force, and the household accepts the ledger. Agreement counts as
 * two informants; a ledger of documents alone may establish `unmet` before it is read back (standards, `income`).
 */
export function judgeIncome(
  interview: Interview,
  ledger: Ledger,
  standards: StandardsInForce,
): CriterionResult {
  const agreement = answerTo(interview, interview.household, 'ledger_agreement')
  const trace = (rule: RuleCode): readonly Because[] => incomeTrace(interview, ledger, standards, rule)
  const open = (rule: RuleCode, wouldSettle: readonly QuestionRef[]): CriterionResult =>
    undetermined(rule, trace(rule), wouldSettle)
  const decided = (result: 'met' | 'unmet', rule: RuleCode): CriterionResult =>
    closed(result, rule, trace(rule))

  if (ledger.lines.length === 0) return open('no_ledger_line', [{ question: 'income_kind' }])
  if (ledger.counted === null) return open('nobody_in_divisor', [{ question: 'counts_in_economy' }])
  if (agreement?.value === 'disagrees') return open('ledger_disputed', [{ question: 'ledger_agreement' }])
  const missing = ledger.lines.flatMap((line) => line.missing)
  if (missing.length > 0) return open('ledger_incomplete', missing)

  const isBelow = ledger.counted < valueInForce(standards, 'poverty_line')
  const isRead = agreement?.value === 'agrees'
  if (isBelow && !isRead && ledger.lines.every(({ isDocument }) => isDocument)) {
    return decided('unmet', 'below_line_by_documents')
  }
  if (!isRead)
    return open(isVoid(interview, 'ledger_agreement') ? 'ledger_changed' : 'ledger_not_read_back', [
      { question: 'ledger_agreement' },
    ])
  return isBelow ? decided('unmet', 'below_line_agreed') : decided('met', 'reaches_line_agreed')
}

/** The sums, what they are compared with, over which window, and what the household answered about them. */
function incomeTrace(
  interview: Interview,
  ledger: Ledger,
  standards: StandardsInForce,
  rule: RuleCode,
): readonly Because[] {
  const line = parameterInForce(standards, 'poverty_line')
  const { from, to } = standards.incomeWindow
  const agreement = answerTo(interview, interview.household, 'ledger_agreement')
  const own = { rule, source: ruleSource('income', standards) }
  return [
    { fact: 'counted_income', value: ledger.counted, evidence: null, ...own },
    { fact: 'poverty_line', value: line.value, evidence: null, rule, source: line.source },
    { fact: 'line_year', value: line.year ?? null, evidence: null, ...own },
    { fact: 'income_window', value: `${from}:${to}`, evidence: null, ...own },
    { fact: 'income_divisor', value: ledger.divisor, evidence: null, ...own },
    {
      fact: 'ledger_agreement',
      value: agreement === undefined ? null : String(agreement.value),
      evidence: agreement?.evidence ?? null,
      ...own,
    },
  ]
}
