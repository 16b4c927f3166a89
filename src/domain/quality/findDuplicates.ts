import { groupBy } from '../shared/groupBy'
import type { ListedPersons, QualityCase } from './QualityCase'
import { qualityLine, type QualityEntry, type QualityLine, type QualityThresholds } from './QualityLine'

/**
 * The same ID number, phone, photo or sound in several households, of whatever village or county, and answers that are identical
 * throughout. An ID number is looked for among the households `listed` without an interview too.
 */
export function findDuplicates(
  cases: readonly QualityCase[],
  listed: readonly ListedPersons[],
  thresholds: QualityThresholds,
): readonly QualityLine[] {
  // Several rounds of one household share what is theirs.
  const first = cases.filter(({ round }) => round === 'first')
  const onList = listed.map((each) => ({ ...each, interview: null, assessor: '' }))
  return [
    ...sharing('same_id', 'id_number', [...first, ...onList], thresholds, ({ idNumbers }) => idNumbers),
    ...sharing('same_phone', 'phone', first, thresholds, ({ phones }) => phones),
    ...sharing('same_photo', 'photo', first, thresholds, ({ photos }) => photos),
    ...sharing('same_recording', 'recording', first, thresholds, ({ recordings }) => recordings),
    ...identical(first, thresholds.same_answers),
  ]
}

function sharing<Each extends QualityEntry>(
  check: 'same_id' | 'same_phone' | 'same_photo' | 'same_recording',
  kind: 'id_number' | 'phone' | 'photo' | 'recording',
  all: readonly Each[],
  thresholds: QualityThresholds,
  marksOf: (each: Each) => readonly string[],
): readonly QualityLine[] {
  const marked = all.flatMap((each) => [...new Set(marksOf(each))].map((mark) => ({ each, mark })))
  return [...groupBy(marked, ({ mark }) => mark)].flatMap(([text, group]) => {
    if (group.length < 2) return []
    const own = group.map(({ each }) => each)
    const households = householdsIn(own)
    // Among households that nobody visited it is a fault of the list, reported where the list was read.
    const isVisited = own.some(({ interview }) => interview !== null)
    return isVisited && households >= Math.max(2, thresholds[check])
      ? [qualityLine(check, own, households, { kind, text })]
      : []
  })
}

function identical(cases: readonly QualityCase[], fewest: number): readonly QualityLine[] {
  const long = cases.filter(({ answerCount }) => answerCount >= fewest)
  return [...groupBy(long, ({ vector }) => vector).values()].flatMap((own) =>
    householdsIn(own) < 2 ? [] : [qualityLine('same_answers', own, own[0]?.answerCount ?? 0)],
  )
}

function householdsIn(entries: readonly QualityEntry[]): number {
  return new Set(entries.map(({ household }) => household)).size
}
