import { groupBy } from '../../../shared/groupBy'
import { townshipKey } from '../../../villages/townshipKey'
import type { VillageIncidence, VillageMeasures } from './measureVillages'

/** What villages come to together. Counts are of households, unless they say persons; nothing is weighted. */
export type VillageTotals = Readonly<
  Record<
    | 'villages'
    | 'listed'
    | 'interviewed'
    | 'interviewedPersons'
    | 'suspicionsOpen'
    | 'determinedWrong'
    | 'toVerify'
    | 'monitored'
    | 'asked'
    | 'recognising',
    number
  >
> & { readonly incidence: readonly Pick<VillageIncidence, 'basis' | 'numerator' | 'denominator' | 'value'>[] }

export interface Township {
  /** `county/township`, the beginning of its villages' keys. */
  readonly key: string
  readonly villages: readonly VillageMeasures[]
  readonly totals: VillageTotals
}

/** The villages by their townships, in the order in which they come, each with what they come to. */
export function townshipsOf(villages: readonly VillageMeasures[]): readonly Township[] {
  return [...groupBy(villages, ({ village }) => townshipKey(village))].map(([key, own]) => {
    return { key, villages: own, totals: totalVillages(own) }
  })
}

/** What villages come to together: a county's, or a township's. */
export function totalVillages(villages: readonly VillageMeasures[]): VillageTotals {
  const sum = (countOf: (village: VillageMeasures) => number): number =>
    villages.reduce((total, village) => total + countOf(village), 0)
  return {
    villages: villages.length,
    listed: sum(({ listed }) => listed),
    interviewed: sum(({ interviewed }) => interviewed),
    interviewedPersons: sum(({ interviewedPersons }) => interviewedPersons),
    suspicionsOpen: sum(({ suspicionsOpen }) => suspicionsOpen),
    determinedWrong: sum(({ determinedWrong }) => determinedWrong),
    toVerify: sum(({ conclusions }) => conclusions.to_verify ?? 0),
    monitored: sum(monitoredIn),
    asked: sum(({ asked }) => asked),
    recognising: sum(({ recognising }) => recognising),
    incidence: (['suspected', 'determined'] as const).map((basis) => {
      const persons = (part: 'numerator' | 'denominator'): number =>
        sum(({ incidence }) => incidence.find((each) => each.basis === basis)?.[part] ?? 0)
      const [numerator, denominator] = [persons('numerator'), persons('denominator')]
      return { basis, numerator, denominator, value: denominator === 0 ? null : numerator / denominator }
    }),
  }
}

/** Households of the village to be monitored; none is on both lists. */
function monitoredIn({ monitoring }: Pick<VillageMeasures, 'monitoring'>): number {
  return (monitoring.unstable ?? 0) + (monitoring.marginal ?? 0)
}
