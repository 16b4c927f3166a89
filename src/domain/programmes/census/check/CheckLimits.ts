/** A number with where it is from; `confirmed`: it was read there. */
interface StatedNumber {
  readonly value: number
  readonly source: string
  readonly confirmed: boolean
}

/** How many a check draws unless it is told otherwise, and the share of answers that may differ (0.05: 5 %). */
export interface CheckLimits {
  readonly villages: StatedNumber
  readonly households: StatedNumber
  readonly errorLimit: StatedNumber
}
