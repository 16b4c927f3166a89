import { judgeClothing } from '../criteria/clothing'
import type { Criterion, CriterionResult } from '../criteria/Criterion'
import { judgeEducation } from '../criteria/education'
import { judgeFood } from '../criteria/food'
import { judgeHousing } from '../criteria/housing'
import { judgeIncome } from '../criteria/income'
import { computeLedger } from '../criteria/ledger'
import type { Ledger } from '../criteria/ledger'
import { judgeMedical } from '../criteria/medical'
import { judgeWater } from '../criteria/water'
import type { QuestionRef } from '../../../interview/Answers'
import { choiceOf } from '../../../interview/Interview'
import type { Interview } from '../../../interview/Interview'
import { unansweredQuestions } from '../../../interview/unansweredQuestions'
import { FLAGS, MONITORING } from '../flags/Flag'
import type { Finding, FlagName, MonitoringName, Raised } from '../flags/Flag'
import { MONITORING_RULES } from '../flags/monitoringRules'
import type { PatternCase } from '../flags/PatternCase'
import { hasExclusionFact, PATTERN_RULES } from '../flags/patternRules'
import { valueInForce } from '../../../standards/Standards'
import type { StandardsInForce } from '../../../standards/Standards'
import type { Conclusion } from './Conclusion'
import { concludeHousehold, hasEstablishedFault } from './concludeHousehold'

/** Every result of the rules for one household. */
export interface Judgement {
  readonly conclusion: Conclusion
  /** Null when not interviewed. */
  readonly criteria: Readonly<Record<Criterion, CriterionResult>> | null
  readonly income: IncomeResult | null
  readonly flags: readonly Raised<FlagName>[]
  readonly monitoring: readonly Raised<MonitoringName>[]
  /** Flags and monitoring rules that lack a year, a register income or a ledger. */
  readonly notComputed: readonly (FlagName | MonitoringName)[]
  readonly unanswered: readonly QuestionRef[]
}

/** Yuan per person over the income window; `persons` is the divisor, `line` the poverty line in force. */
export interface IncomeResult {
  readonly counted: number | null
  readonly claimed: number | null
  readonly persons: number
  readonly line: number
}

type Criteria = Readonly<Record<Criterion, CriterionResult>>

const NO_RESULT = { criteria: null, income: null, flags: [], monitoring: [], notComputed: [] } as const

/**
 * Judges a household by its closed interview. Without a completed one there is no result, save that a partial one
 * which established a fault goes to the lead.
 */
export function judgeHousehold(interview: Interview, standards: StandardsInForce): Judgement {
  const outcome = choiceOf(interview, interview.household, 'visit_outcome')
  const unanswered = unansweredQuestions(interview)
  if (outcome === 'completed') return { ...judgeProvisionally(interview, standards), unanswered }
  if (outcome === 'partial') {
    const ledger = computeLedger(interview)
    const criteria = judgeCriteria(interview, ledger, standards)
    if (hasEstablishedFault(criteria)) {
      return {
        ...NO_RESULT,
        conclusion: 'to_verify',
        criteria,
        income: incomeOf(ledger, standards),
        unanswered,
      }
    }
  }
  return { ...NO_RESULT, conclusion: 'not_interviewed', unanswered }
}

/** The same judgement whatever the outcome: what the verdict panel shows while an interview runs. */
export function judgeProvisionally(
  interview: Interview,
  standards: StandardsInForce,
): Omit<Judgement, 'unanswered'> {
  const ledger = computeLedger(interview)
  const criteria = judgeCriteria(interview, ledger, standards)
  // Sums of an incomplete ledger are no income yet: signs that need it are not computed.
  const known = ledger.isComplete ? ledger : { ...ledger, counted: null, claimed: null }
  const each: PatternCase = { interview, ledger: known, criteria, standards }
  const flags = raise(FLAGS, PATTERN_RULES, each)
  const monitoring = raise(MONITORING, MONITORING_RULES, each)
  return {
    conclusion: concludeHousehold(interview.roster.status, criteria, hasExclusionFact(interview)),
    criteria,
    income: incomeOf(ledger, standards),
    flags: flags.raised,
    monitoring: monitoring.raised,
    notComputed: [...flags.notComputed, ...monitoring.notComputed],
  }
}

function judgeCriteria(interview: Interview, ledger: Ledger, standards: StandardsInForce): Criteria {
  return {
    food: judgeFood(interview, standards),
    clothing: judgeClothing(interview, standards),
    education: judgeEducation(interview, standards),
    medical: judgeMedical(interview, standards),
    housing: judgeHousing(interview, standards),
    water: judgeWater(interview, standards),
    income: judgeIncome(interview, ledger, standards),
  }
}

function incomeOf(ledger: Ledger, standards: StandardsInForce): IncomeResult {
  const { counted, claimed, divisor } = ledger
  return { counted, claimed, persons: divisor, line: valueInForce(standards, 'poverty_line') }
}

function raise<Name extends FlagName | MonitoringName>(
  names: readonly Name[],
  rules: Readonly<Record<Name, (each: PatternCase) => Finding>>,
  each: PatternCase,
): { raised: readonly Raised<Name>[]; notComputed: readonly Name[] } {
  const raised: Raised<Name>[] = []
  const notComputed: Name[] = []
  for (const flag of names) {
    const finding = rules[flag](each)
    if (finding === 'not_computed') notComputed.push(flag)
    else if (finding !== 'no') raised.push({ flag, because: finding.holds })
  }
  return { raised, notComputed }
}
