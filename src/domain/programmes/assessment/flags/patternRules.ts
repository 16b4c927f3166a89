import { choiceOf, choicesOf } from '../../../interview/Interview'
import { valueInForce } from '../../../standards/Standards'
import type { Finding, FlagName } from './Flag'
import { answered, figure, lineOf, parameter } from './PatternCase'
import type { PatternCase } from './PatternCase'

const GUARANTEES = ['food', 'clothing', 'education', 'medical', 'housing', 'water'] as const
const ORDINARY_WORKERS = ['ordinary', 'skilled']

/** The rule of every household flag (standards, 'Pattern flags'). */
export const PATTERN_RULES: Readonly<Record<FlagName, (each: PatternCase) => Finding>> = {
  guarantee_unmet: guaranteeUnmet,
  accounting,
  rush,
  quota,
  withdrawn,
  allowance_only: allowanceOnly,
  registry_gap: registryGap,
  wrong_inclusion: wrongInclusion,
}

/** S7: declared as exited with a guarantee unmet. */
function guaranteeUnmet(each: PatternCase): Finding {
  if (each.interview.roster.status !== 'exited') return 'no'
  const unmet = GUARANTEES.filter((criterion) => each.criteria[criterion].result === 'unmet')
  return unmet.length === 0 ? 'no' : { holds: unmet.flatMap((criterion) => each.criteria[criterion].because) }
}

/** S8: only income that never arrived lifts the household over the line. */
function accounting(each: PatternCase): Finding {
  const { counted, claimed } = each.ledger
  if (counted === null || claimed === null) return 'not_computed'
  if (claimed < lineOf(each) || counted >= lineOf(each)) return 'no'
  return {
    holds: [
      figure(each, 'accounting', 'claimed_income', claimed),
      figure(each, 'accounting', 'counted_income', counted),
      parameter(each, 'accounting', 'poverty_line'),
    ],
  }
}

/** S11: entered and exited in one year, or lifted over the line by one-off money in the year of the assessment. */
function rush(each: PatternCase): Finding {
  const { status, exitYear, identifiedYear } = each.interview.roster
  if (status !== 'exited') return 'no'
  if (exitYear === null) return 'not_computed'
  const exited = figure(each, 'rush', 'exit_year', exitYear)
  if (exitYear === identifiedYear)
    return { holds: [exited, figure(each, 'rush', 'identified_year', identifiedYear)] }
  if (exitYear === Number(each.standards.asOf.slice(0, 4))) {
    const { claimedTotal, oneOffTransfers, claimed } = each.ledger
    if (claimed === null) return 'not_computed'
    const limit = valueInForce(each.standards, 'rush_one_off_share')
    if (claimedTotal > 0 && oneOffTransfers > limit * claimedTotal) {
      return {
        holds: [
          exited,
          figure(each, 'rush', 'one_off_transfers', oneOffTransfers),
          figure(each, 'rush', 'claimed_total', claimedTotal),
          parameter(each, 'rush', 'rush_one_off_share'),
        ],
      }
    }
  }
  return identifiedYear === null ? 'not_computed' : 'no'
}

/** S9: exit within a year of entry. */
function quota(each: PatternCase): Finding {
  const { status, exitYear, identifiedYear } = each.interview.roster
  if (status !== 'exited') return 'no'
  if (exitYear === null || identifiedYear === null) return 'not_computed'
  if (exitYear - identifiedYear !== valueInForce(each.standards, 'quota_years')) return 'no'
  return {
    holds: [
      figure(each, 'quota', 'exit_year', exitYear),
      figure(each, 'quota', 'identified_year', identifiedYear),
      parameter(each, 'quota', 'quota_years'),
    ],
  }
}

/** S10: support moved away while the income is still thin, or thinner than the register says. */
function withdrawn(each: PatternCase): Finding {
  const { interview, ledger } = each
  const { status, registryIncome } = interview.roster
  const support = choiceOf(interview, interview.household, 'support_after_exit')
  if (status !== 'exited' || (support !== 'reduced' && support !== 'stopped')) return 'no'
  if (ledger.counted === null) return 'not_computed'
  const facts = [
    answered(each, 'withdrawn', 'support_after_exit'),
    figure(each, 'withdrawn', 'counted_income', ledger.counted),
  ]
  if (ledger.counted < valueInForce(each.standards, 'withdrawn_line_ratio') * lineOf(each)) {
    return {
      holds: [
        ...facts,
        parameter(each, 'withdrawn', 'withdrawn_line_ratio'),
        parameter(each, 'withdrawn', 'poverty_line'),
      ],
    }
  }
  if (registryIncome === null) return 'not_computed'
  if (ledger.counted >= registryIncome) return 'no'
  return { holds: [...facts, figure(each, 'withdrawn', 'registry_income', registryIncome)] }
}

/** S12: allowance alone, though somebody could work. */
function allowanceOnly(each: PatternCase): Finding {
  const { interview, ledger } = each
  const { status } = interview.roster
  if (status === null || status === 'unregistered') return 'no'
  if (ledger.counted === null) return 'not_computed'
  const { countedGross, countedTransfers } = ledger
  const share = valueInForce(each.standards, 'allowance_only_share')
  if (countedGross <= 0 || countedTransfers < share * countedGross) return 'no'
  const worker = interview.members.find(
    ({ facts }) => facts.isPresent && ORDINARY_WORKERS.includes(facts.laborAbility ?? ''),
  )
  if (worker === undefined) return 'no'
  return {
    holds: [
      figure(each, 'allowance_only', 'counted_transfers', countedTransfers),
      figure(each, 'allowance_only', 'counted_gross', countedGross),
      parameter(each, 'allowance_only', 'allowance_only_share'),
      { ...figure(each, 'allowance_only', 'labor_ability', worker.facts.laborAbility), member: worker.id },
    ],
  }
}

/** The register and the ledger contradict each other. */
function registryGap(each: PatternCase): Finding {
  const { registryIncome } = each.interview.roster
  const { counted } = each.ledger
  if (registryIncome === null || counted === null) return 'not_computed'
  const gap = Math.abs(registryIncome - counted)
  if (gap <= valueInForce(each.standards, 'registry_gap_share') * Math.max(registryIncome, counted))
    return 'no'
  return {
    holds: [
      figure(each, 'registry_gap', 'registry_income', registryIncome),
      figure(each, 'registry_gap', 'counted_income', counted),
      parameter(each, 'registry_gap', 'registry_gap_share'),
    ],
  }
}

/** S27: on the register, with a standing that excludes it. */
function wrongInclusion(each: PatternCase): Finding {
  const { status } = each.interview.roster
  if (status === null || status === 'unregistered' || !hasExclusionFact(each.interview)) return 'no'
  return { holds: [answered(each, 'wrong_inclusion', 'exclusion_facts')] }
}

/** Whether `exclusion_facts` was answered with anything but `none`; unanswered is no exclusion fact. */
export function hasExclusionFact(interview: PatternCase['interview']): boolean {
  const facts = choicesOf(interview, interview.household, 'exclusion_facts') ?? []
  return facts.some((fact) => fact !== 'none')
}
