import { isIsoDate } from '../../../shared/calendar'

/** The way of a county's exit (Decision of 2015-11-29, item 4), in its order. */
export const STAGES = ['county_applies', 'city_reviews', 'province_decides', 'centre_records'] as const

export type Stage = (typeof STAGES)[number]

/** ISO dates of the stages reached; null where not, or where two laptops disagree. */
export type CountyStages = Readonly<Record<Stage, string | null>>

/**
 * Why a stage cannot bear a date; null where it can. It is not later than `today`, follows the stage before it, and no later
 * one may already stand before it.
 */
export function stageFault(
  stages: CountyStages,
  stage: Stage,
  date: string,
  today: string,
): 'stage_date_unreadable' | 'stage_date_in_future' | 'stage_before_missing' | 'stage_out_of_order' | null {
  if (!isIsoDate(date)) return 'stage_date_unreadable'
  if (date > today) return 'stage_date_in_future'
  const at = STAGES.indexOf(stage)
  const dates = STAGES.map((each) => stages[each])
  const before = dates.slice(0, at)
  if (before.includes(null)) return 'stage_before_missing'
  const isInOrder =
    before.every((each) => each === null || each <= date) &&
    dates.slice(at + 1).every((each) => each === null || each >= date)
  return isInOrder ? null : 'stage_out_of_order'
}
