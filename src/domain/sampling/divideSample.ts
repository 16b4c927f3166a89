import { refusals, success, type Result } from '../shared/Result'
import { allocateSample, type AllocationShare } from './allocateSample'
import type { HouseholdType } from './Frame'
import { fault } from './planFaults'
import { sampleSize } from './sampleSize'
import type { SamplingPlan } from './SamplingPlan'

/** What a stratum that is drawn from brings to the division of the sample. */
export interface DividedStratum extends AllocationShare {
  readonly type: HouseholdType
}

/**
 * How many households of each stratum, in their order: all types together, or each type by its own size. Refused:
 * `sample_size_above_frame`, `sample_size_below_strata`, and the same of one type (`sample_type_size_above_frame`,
 * `sample_type_size_below_strata`).
 */
export function divideSample(
  strata: readonly DividedStratum[],
  { design, size, types }: SamplingPlan,
  population: number,
): Result<readonly number[]> {
  const all = strata.reduce((sum, { households }) => sum + households, 0)
  if (design === 'all' || all === 0) return divideOne(strata, all, null)
  if (size.by !== 'type') return divideOne(strata, sampleSize(size, population), null)
  const counts = strata.map(() => 0)
  for (const type of types) {
    const places = strata.flatMap((each, index) => (each.type === type ? [index] : []))
    const own = strata.filter((each) => each.type === type)
    const divided = divideOne(own, size.households[type] ?? 0, type)
    if (!divided.ok) return divided
    for (const [nth, place] of places.entries()) counts[place] = divided.value[nth] ?? 0
  }
  return success(counts)
}

const OF_ALL = { above: 'sample_size_above_frame', below: 'sample_size_below_strata' } as const
const OF_TYPE = { above: 'sample_type_size_above_frame', below: 'sample_type_size_below_strata' } as const

function divideOne(
  strata: readonly AllocationShare[],
  size: number,
  type: HouseholdType | null,
): Result<readonly number[]> {
  const { above, below } = type === null ? OF_ALL : OF_TYPE
  const ofType = type === null ? {} : { type }
  const limit = strata.reduce((sum, { households }) => sum + households, 0)
  if (!Number.isSafeInteger(size) || size > limit || size < 1)
    return refusals([fault(above, String(size), { limit, ...ofType })])
  if (size < strata.length)
    return refusals([fault(below, String(size), { strata: strata.length, ...ofType })])
  return success(allocateSample(strata, size))
}
