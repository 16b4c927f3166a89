import { isSuspected, type Conclusion } from '../conclusion/Conclusion'
import type { FlagName, MonitoringName } from '../flags/Flag'
import { isInterviewed, outcomeOf, type MeasuredHousehold } from './MeasuredHousehold'

/** Households of a village that the table of villages counts, and that are listed behind the count. */
export type VillagePart =
  | { readonly by: 'listed' | 'exited' | 'interviewed' | 'suspicionsOpen' | 'wrong' | 'monitored' }
  | { readonly by: 'conclusion'; readonly conclusion: Conclusion }
  | { readonly by: 'flag'; readonly flag: FlagName | MonitoringName }
  /** Asked whether they recognise the results, with this answer; null: either answer. */
  | { readonly by: 'recognition'; readonly recognises: boolean | null }

/** Whether a household is of a part: the counts are made by this, and so are the lists behind them. */
export function isInPart(household: MeasuredHousehold, part: VillagePart): boolean {
  switch (part.by) {
    case 'listed':
      return true
    case 'interviewed':
      return isInterviewed(household)
    case 'exited':
      return household.status === 'exited'
    case 'suspicionsOpen':
      return isSuspect(household) && household.determined === null
    case 'wrong':
      return isSuspect(household) && isDeterminedWrong(household)
    case 'monitored':
      return household.monitoring.length > 0
    case 'conclusion':
      // Of those that were drawn, or visited all the same.
      return household.conclusion === part.conclusion && outcomeOf(household) !== 'not_drawn'
    case 'flag':
      return [...household.flags, ...household.monitoring].some((each) => each === part.flag)
    case 'recognition':
      return (
        isInterviewed(household) &&
        household.recognises !== null &&
        (part.recognises === null || household.recognises === part.recognises)
      )
  }
}

/** Interviewed, and suspected. */
export function isSuspect(household: MeasuredHousehold): boolean {
  return isInterviewed(household) && isSuspected(household.conclusion)
}

export function isDeterminedWrong({ determined }: MeasuredHousehold): boolean {
  return determined === 'wrong_exit' || determined === 'omission'
}
