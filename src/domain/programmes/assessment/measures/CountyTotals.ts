/** Persons of the whole county, as its own statistics have them; `source` names the publication. */
export interface CountyTotals {
  /** Rural registered population: what poverty incidence divides by. */
  readonly ruralRegistered: number
  readonly exited: number
  /** Remaining poor, those who relapsed among them. */
  readonly poor: number
  readonly unregistered: number
  /** Unregistered rural persons of the sampled villages: the second reading of the omission rate; null where unknown. */
  readonly sampledVillagesUnregistered: number | null
  readonly source: string
}

export const TOTAL_NAMES = ['ruralRegistered', 'exited', 'poor', 'unregistered'] as const
