import type { Because } from '../criteria/Criterion'

/** Signs of a false exit: never conclusions by themselves. */
export const FLAGS = [
  'guarantee_unmet',
  'accounting',
  'rush',
  'quota',
  'withdrawn',
  'allowance_only',
  'registry_gap',
  'wrong_inclusion',
] as const

export const MONITORING = ['unstable', 'marginal'] as const

export type FlagName = (typeof FLAGS)[number]
export type MonitoringName = (typeof MONITORING)[number]

/** Why a household is monitored, by the fact of the trace that shows it. */
export const MONITORING_REASONS = {
  low_income: 'counted_income',
  spending: 'income_after_spending',
  income_fell: 'income_trend',
} as const

export type MonitoringReason = keyof typeof MONITORING_REASONS

export interface Raised<Name extends FlagName | MonitoringName> {
  readonly flag: Name
  readonly because: readonly Because[]
}

/** A rule's finding: it holds, with its facts; it does not; or what it needs is missing. */
export type Finding = { readonly holds: readonly Because[] } | 'no' | 'not_computed'
