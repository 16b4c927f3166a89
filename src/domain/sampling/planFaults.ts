import type { Problem } from '../shared/Problem'
import type { FrameHousehold } from './Frame'
import type { SamplingPlan } from './SamplingPlan'
import type { ProblemCode } from '../shared/ProblemCode'

/** Bounds of the plan's numbers: what is outside is a slip of the pen. */
export const BOUNDS = {
  margin: [0.001, 0.5],
  share: [0.001, 0.999],
  designEffect: [1, 20],
  markedRate: [1, 20],
  visitedRate: [0, 1],
  reserve: [0, 10],
} as const

/**
 * What of a plan is impossible, whatever is drawn: `sample_seed_missing`, `sample_value_invalid`, `sample_frame_empty`,
 * `sample_stratum_empty` (a type that nobody of the frame has), `sample_village_unknown`, `sample_villages_above_frame`,
 * `sample_villages_below_supervised`. And the warning `sample_household_unknown`.
 */
export function planFaults(frame: readonly FrameHousehold[], plan: SamplingPlan): readonly Problem[] {
  const villages = new Set(frame.map(({ village }) => village))
  const ids = new Set(frame.map(({ id }) => id))
  return [
    ...(plan.seed.trim() === '' ? [fault('sample_seed_missing')] : []),
    ...numbersOf(plan).flatMap(([field, value]) => {
      const [from, to] = BOUNDS[field]
      const isSound = Number.isFinite(value) && value >= from && value <= to
      return isSound ? [] : [fault('sample_value_invalid', String(value), { field, from, to })]
    }),
    ...(frame.length === 0 ? [fault('sample_frame_empty')] : emptyTypes(frame, plan)),
    ...plan.supervised
      .filter((village) => !villages.has(village))
      .map((village) => fault('sample_village_unknown', village)),
    ...villageFaults(villages, plan),
    ...[...plan.marked.households, ...plan.visited.households]
      .filter((id) => !ids.has(id))
      .map((id): Problem => ({ ...fault('sample_household_unknown', id), severity: 'warning' })),
  ]
}

export function fault(code: ProblemCode, value: string | null = null, details?: Problem['details']): Problem {
  return { code, severity: 'error', place: {}, value, ...(details && { details }) }
}

function numbersOf({ design, size, marked, visited, reserve }: SamplingPlan) {
  const numbers: [keyof typeof BOUNDS, number][] = [
    ['markedRate', marked.rate],
    ['visitedRate', visited.rate],
    ['reserve', reserve],
  ]
  if (design !== 'all' && size.by === 'margin')
    numbers.push(['margin', size.margin], ['share', size.share], ['designEffect', size.designEffect])
  return numbers
}

function emptyTypes(frame: readonly FrameHousehold[], { types }: SamplingPlan): readonly Problem[] {
  const found = new Set(frame.map(({ type }) => type))
  return types.filter((type) => !found.has(type)).map((type) => fault('sample_stratum_empty', type))
}

function villageFaults(found: ReadonlySet<string>, plan: SamplingPlan): readonly Problem[] {
  if (plan.design !== 'cluster') return []
  const [villages, supervised] = [plan.villages ?? 0, new Set(plan.supervised).size]
  if (!Number.isSafeInteger(villages) || villages < 1 || villages > found.size)
    return [fault('sample_villages_above_frame', String(plan.villages ?? ''), { limit: found.size })]
  // Were only the supervised ones in, the others would have no chance at all.
  return villages <= supervised && supervised < found.size
    ? [fault('sample_villages_below_supervised', String(villages), { supervised })]
    : []
}
