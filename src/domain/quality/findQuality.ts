import { findDuplicates } from './findDuplicates'
import { findDurations } from './findDurations'
import { findHabits } from './findHabits'
import type { ListedPersons, QualityCase } from './QualityCase'
import { QUALITY_CHECKS, type QualityLine, type QualityThresholds } from './QualityLine'

/** Everything that the checks find, in their order, each with the worst first. */
export function findQuality(
  cases: readonly QualityCase[],
  listed: readonly ListedPersons[],
  thresholds: QualityThresholds,
): readonly QualityLine[] {
  const lines = [
    ...findDurations(cases, thresholds),
    ...findDuplicates(cases, listed, thresholds),
    ...findHabits(cases, thresholds),
  ]
  return lines.sort(
    (left, right) =>
      QUALITY_CHECKS.indexOf(left.check) - QUALITY_CHECKS.indexOf(right.check) ||
      badness(right) - badness(left),
  )
}

/** Of interviews too short the shortest is worst, of a share that differs either way the largest difference. */
function badness({ check, value }: QualityLine): number {
  return check === 'too_short' ? -value : Math.abs(value)
}
