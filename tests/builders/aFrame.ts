import { digest } from '../../src/adapters/crypto/digest'
import type { DrawnSample } from '../../src/domain/sampling/DrawnSample'
import { drawSample } from '../../src/domain/sampling/drawSample'
import type { FrameHousehold } from '../../src/domain/sampling/Frame'
import type { SamplingPlan } from '../../src/domain/sampling/SamplingPlan'

/** So many households of one village and type, `石村-1`, `石村-2` … */
export function someHouseholds(
  count: number,
  given: Partial<FrameHousehold> = {},
  prefix = given.village ?? '石村',
): readonly FrameHousehold[] {
  return Array.from({ length: count }, (_, index) => ({
    village: '石村',
    township: '甲乡',
    type: 'exited',
    isMarked: false,
    ...given,
    id: `${prefix}-${index + 1}`,
  }))
}

/** Ten households of townships and exited ones, nothing special about any. */
export function aPlan(given: Partial<SamplingPlan> = {}): SamplingPlan {
  return {
    seed: '种子',
    design: 'stratified',
    place: 'township',
    size: { by: 'number', households: 10 },
    villages: null,
    types: ['exited'],
    supervised: [],
    marked: { households: [], rate: 1 },
    visited: { households: [], rate: 0 },
    reserve: 0.2,
    ...given,
  }
}

export function drawn(frame: readonly FrameHousehold[], plan: SamplingPlan): DrawnSample {
  const result = drawSample(frame, plan, digest)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

/** Codes of what refuses a plan. */
export function refusedFor(frame: readonly FrameHousehold[], plan: SamplingPlan): readonly string[] {
  const result = drawSample(frame, plan, digest)
  return result.ok ? [] : result.problems.map(({ code }) => code)
}
