import { groupBy } from '../shared/groupBy'
import type { QualityCase } from './QualityCase'
import type { QualityCheck, QualityLine, QualityThresholds } from './QualityLine'

/** The same ID number, phone or photo in several households, and answers that are identical throughout. */
export function findDuplicates(
  cases: readonly QualityCase[],
  thresholds: QualityThresholds,
): readonly QualityLine[] {
  // Several rounds of one household share what is theirs.
  const first = cases.filter(({ round }) => round === 'first')
  return [
    ...sharing(first, 'same_id', thresholds, ({ idNumbers }) => idNumbers),
    ...sharing(first, 'same_phone', thresholds, ({ phones }) => phones),
    ...sharing(first, 'same_photo', thresholds, ({ photos }) => photos),
    ...identical(first, thresholds.same_answers),
  ]
}

function sharing(
  cases: readonly QualityCase[],
  check: QualityCheck,
  thresholds: QualityThresholds,
  marksOf: (each: QualityCase) => readonly string[],
): readonly QualityLine[] {
  const marked = cases.flatMap((each) => [...new Set(marksOf(each))].map((mark) => ({ each, mark })))
  return [...groupBy(marked, ({ mark }) => mark)].flatMap(([about, group]) => {
    const own = group.map(({ each }) => each)
    const households = householdsOf(own)
    return households.length >= Math.max(2, thresholds[check])
      ? [{ check, value: households.length, about, households, ...who(own) }]
      : []
  })
}

function identical(cases: readonly QualityCase[], fewest: number): readonly QualityLine[] {
  const long = cases.filter(({ answerCount }) => answerCount >= fewest)
  return [...groupBy(long, ({ vector }) => vector).values()].flatMap((own) => {
    const households = householdsOf(own)
    const value = own[0]?.answerCount ?? 0
    return households.length < 2
      ? []
      : [{ check: 'same_answers' as const, value, about: null, households, ...who(own) }]
  })
}

function householdsOf(cases: readonly QualityCase[]): readonly string[] {
  return [...new Set(cases.map(({ household }) => household))]
}

function who(cases: readonly QualityCase[]): Pick<QualityLine, 'interviews' | 'assessors'> {
  return {
    interviews: cases.map(({ interview }) => interview),
    assessors: [...new Set(cases.map(({ assessor }) => assessor))],
  }
}
