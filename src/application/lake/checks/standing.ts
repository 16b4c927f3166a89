import type { FunnelPoint } from '../../../domain/estimates/funnelLimits'

/** Where a county's rate lies among its peers. */
export type Standing = 'inside' | 'outside95' | 'outside998'

export function standingOf(point: FunnelPoint | null): Standing | null {
  if (point === null) return null
  const { rate, low95, high95, low998, high998 } = point
  if (rate < low998 || rate > high998) return 'outside998'
  return rate < low95 || rate > high95 ? 'outside95' : 'inside'
}
