import { subtractYuan } from '../criteria/ledger'
import type { Because } from '../criteria/Criterion'
import { choiceOf, numberOf } from '../../../interview/Interview'
import { valueInForce } from '../../../standards/Standards'
import type { Finding, MonitoringName } from './Flag'
import { answered, figure, lineOf, parameter } from './PatternCase'
import type { PatternCase } from './PatternCase'

/** 脱贫不稳定户 and 边缘易致贫户: one rule, for exited and for unregistered households (standards, 'Monitoring'; S21). */
export const MONITORING_RULES: Readonly<Record<MonitoringName, (each: PatternCase) => Finding>> = {
  unstable: (each) => (each.interview.roster.status === 'exited' ? isAtRisk(each, 'unstable') : 'no'),
  marginal: (each) => (each.interview.roster.status === 'unregistered' ? isAtRisk(each, 'marginal') : 'no'),
}

function isAtRisk(each: PatternCase, rule: MonitoringName): Finding {
  const { interview, ledger, standards } = each
  const holds: Because[] = []
  const { counted, countedTotal, divisor } = ledger
  if (counted !== null) {
    const low = valueInForce(standards, 'monitoring_line_ratio') * lineOf(each)
    if (counted < low) {
      holds.push(
        figure(each, rule, 'counted_income', counted),
        parameter(each, rule, 'monitoring_line_ratio'),
      )
    }
    const spending = numberOf(interview, interview.household, 'rigid_spending_yuan')
    const left = subtractYuan(countedTotal, spending ?? 0) / divisor
    if (spending !== undefined && left < lineOf(each)) {
      holds.push(
        answered(each, rule, 'rigid_spending_yuan'),
        figure(each, rule, 'income_after_spending', left),
      )
    }
  }
  if (choiceOf(interview, interview.household, 'income_trend') === 'down_sharply') {
    holds.push(answered(each, rule, 'income_trend'))
  }
  if (holds.length > 0) return { holds: [...holds, parameter(each, rule, 'poverty_line')] }
  return counted === null ? 'not_computed' : 'no'
}
