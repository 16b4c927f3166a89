/** The result of the rules for a household; people decide afterwards (determination). */
export const CONCLUSIONS = [
  'exit_confirmed',
  'suspected_wrong_exit',
  'meets_standard',
  'still_poor',
  'no_omission',
  'suspected_omission',
  'to_verify',
  'not_interviewed',
] as const

export type Conclusion = (typeof CONCLUSIONS)[number]

/** A conclusion that speaks against the county. */
export type SuspectedConclusion = Extract<Conclusion, `suspected_${string}`>

export function isSuspected(conclusion: Conclusion): conclusion is SuspectedConclusion {
  return conclusion === 'suspected_wrong_exit' || conclusion === 'suspected_omission'
}
