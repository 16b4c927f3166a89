import { isFinished } from '../instrument/Roles'
import { groupBy } from '../shared/groupBy'
import { ROUNDING } from './comparing'
import { findNumberOutliers } from './findNumberOutliers'
import { findOutliers } from './findOutliers'
import type { QualityCase } from './QualityCase'
import { qualityLine, type QualityLine, type QualityThresholds } from './QualityLine'

/** Below this many answers asked twice, a rate of differences means nothing. */
const FEWEST_ASKED_AGAIN = 5

/**
 * An assessor's habits: one answer given much oftener or more seldom than by all others, numbers away from theirs; back-checks
 * that find other answers; warnings passed over.
 */
export function findHabits(
  cases: readonly QualityCase[],
  thresholds: QualityThresholds,
): readonly QualityLine[] {
  const completed = cases.filter(({ outcome, round }) => isFinished(outcome) && round === 'first')
  return [
    ...findOutliers(completed, thresholds.outlying_answers),
    ...findNumberOutliers(completed, thresholds.outlying_numbers),
    ...backChecks(cases, thresholds.back_check_differs),
    ...cases
      .filter(({ overrides }) => overrides.length >= Math.max(1, thresholds.overridden))
      .map((each) =>
        qualityLine('overridden', [each], each.overrides.length, {
          kind: 'warnings',
          warnings: each.overrides,
        }),
      ),
  ]
}

/** By the assessor of the first round: how many of the answers that were asked again came out differently. */
function backChecks(cases: readonly QualityCase[], most: number): readonly QualityLine[] {
  const firsts = new Map(cases.filter(({ round }) => round === 'first').map((each) => [each.household, each]))
  const pairs = cases.flatMap(({ household, backcheck }) => {
    const first = firsts.get(household)
    return first === undefined || backcheck === null ? [] : [{ first, backcheck }]
  })
  return [...groupBy(pairs, ({ first }) => first.assessor).values()].flatMap((own) => {
    let [compared, different] = [0, 0]
    for (const { backcheck } of own) {
      compared += backcheck.compared
      different += backcheck.different
    }
    if (compared < FEWEST_ASKED_AGAIN || different / compared - most < ROUNDING) return []
    const first = own.map((each) => each.first)
    return [
      qualityLine('back_check_differs', first, different / compared, {
        kind: 'compared',
        compared,
        different,
      }),
    ]
  })
}
