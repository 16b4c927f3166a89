import { groupBy } from '../shared/groupBy'
import { FEWEST_TO_COMPARE, ROUNDING } from './comparing'
import type { QualityCase } from './QualityCase'
import { qualityLine, type QualityLine } from './QualityLine'

interface Given {
  readonly each: QualityCase
  readonly number: number
}

/**
 * Questions answered by a number of which an assessor's median is away from the median of all others by more than `most` of it.
 * `cases`: completed ones of the first round. The line opens those farthest away first.
 */
export function findNumberOutliers(cases: readonly QualityCase[], most: number): readonly QualityLine[] {
  const given = cases.flatMap((each) =>
    each.numbers.map(([question, number]) => ({ question, each, number })),
  )
  return [...groupBy(given, ({ question }) => question)].flatMap(([question, all]) => {
    const ascending = all.toSorted(byNumber)
    return [...groupBy(all, ({ each }) => each.assessor)].flatMap(([assessor, mine]) => {
      const theirs = ascending.filter(({ each }) => each.assessor !== assessor)
      if (mine.length < FEWEST_TO_COMPARE || theirs.length < FEWEST_TO_COMPARE) return []
      const [own, others] = [medianOf(mine.toSorted(byNumber)), medianOf(theirs)]
      const difference = others === 0 ? 0 : (own - others) / Math.abs(others)
      if (Math.abs(difference) - most < ROUNDING) return []
      const farthest = mine.toSorted(
        (left, right) => Math.abs(right.number - others) - Math.abs(left.number - others),
      )
      return [
        qualityLine(
          'outlying_numbers',
          farthest.map(({ each }) => each),
          difference,
          { kind: 'number', question, own, others },
        ),
      ]
    })
  })
}

function byNumber(left: Given, right: Given): number {
  return left.number - right.number
}

function medianOf(ascending: readonly Given[]): number {
  const middle = ascending.length / 2
  const [low, high] = [ascending[Math.ceil(middle) - 1], ascending[Math.floor(middle)]]
  return ((low?.number ?? 0) + (high?.number ?? 0)) / 2
}
