import type { Problem } from '../../../shared/Problem'
import { TOTAL_NAMES, type CountyTotals } from './CountyTotals'

/** Persons met in the sample, under the totals they are part of. */
export interface SampledPersons {
  readonly exited: number
  readonly poor: number
  readonly unregistered: number
}

/**
 * What in the county's totals cannot be true: a total below the persons interviewed, or above the whole it is part of, and
 * parts that together exceed the whole: nobody is exited, poor and unregistered at once.
 */
export function checkTotals(
  totals: CountyTotals,
  sampled: SampledPersons,
  file?: string,
): readonly Problem[] {
  const problems: Problem[] = []
  const place = file === undefined ? {} : { file }
  const report = (code: string, field: string, value: number, limit: number): void => {
    problems.push({ code, severity: 'error', place, value: String(value), details: { field, limit } })
  }
  const { ruralRegistered, sampledVillagesUnregistered: ofVillages } = totals
  for (const name of TOTAL_NAMES) {
    if (name === 'ruralRegistered') continue
    if (totals[name] < sampled[name]) report('totals_below_sample', name, totals[name], sampled[name])
    if (totals[name] > ruralRegistered)
      report('totals_part_exceeds_whole', name, totals[name], ruralRegistered)
  }
  if (ofVillages !== null) {
    const field = 'sampledVillagesUnregistered'
    if (ofVillages < sampled.unregistered)
      report('totals_below_sample', field, ofVillages, sampled.unregistered)
    if (ofVillages > totals.unregistered)
      report('totals_part_exceeds_whole', field, ofVillages, totals.unregistered)
  }
  const parts = totals.exited + totals.poor + totals.unregistered
  if (parts > ruralRegistered && problems.length === 0)
    report('totals_parts_exceed_whole', 'ruralRegistered', parts, ruralRegistered)
  return problems
}
