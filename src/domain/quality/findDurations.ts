import { isFinished } from '../instrument/Roles'
import { groupBy } from '../shared/groupBy'
import type { QualityCase } from './QualityCase'
import { qualityLine, type QualityLine, type QualityThresholds } from './QualityLine'
import { minutesOf, sharedMinutes } from './workRuns'

/** Completed interviews at a laptop with too little time at work, and interviews of one assessor that overlap in time. */
export function findDurations(
  cases: readonly QualityCase[],
  { too_short: fewest, overlapping: most }: QualityThresholds,
): readonly QualityLine[] {
  const lines: QualityLine[] = []
  for (const each of cases) {
    const minutes = minutesOf(each.work)
    if (isFinished(each.outcome) && !each.isOnPaper && minutes < fewest)
      lines.push(qualityLine('too_short', [each], minutes))
  }
  for (const own of groupBy(cases, ({ assessor }) => assessor).values()) {
    // By beginning: only neighbours that begin before the end can overlap.
    const sorted = own
      .filter(({ work }) => work.length > 0)
      .map((each) => ({
        each,
        from: Math.min(...each.work.map(({ from }) => from)),
        to: Math.max(...each.work.map(({ to }) => to)),
      }))
      .sort((left, right) => left.from - right.from)
    for (const [at, { each, to }] of sorted.entries())
      for (let next = at + 1; next < sorted.length && (sorted[next]?.from ?? 0) < to; next++) {
        const other = sorted[next]?.each
        const minutes = other === undefined ? 0 : sharedMinutes(each.work, other.work)
        if (other !== undefined && minutes > most)
          lines.push(qualityLine('overlapping', [each, other], minutes))
      }
  }
  return lines
}
