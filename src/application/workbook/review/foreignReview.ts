import type { Problem } from '../../../domain/shared/Problem'
import type { ReturnedWorkbook } from './ReturnedWorkbook'
import { fingerprintOf, readFingerprint, type RowState } from './reviewFormat'
import { reviewProblem } from './reviewProblem'
import type { SoundRow } from './soundRows'

/** Why a workbook does not belong to this project, or contradicts itself in saying whose it is. */
export function foreignProblems(returned: ReturnedWorkbook, project: string): readonly Problem[] {
  const { marks } = returned
  const isContradicted = Object.values(marks).some(
    ({ cell, property }) => cell !== null && property !== null && cell !== property,
  )
  if (isContradicted) return [reviewProblem('review_marks_contradict', returned, null)]
  const { cell, property } = marks.project
  return (cell ?? property) === project ? [] : [reviewProblem('review_of_another_project', returned, null)]
}

/**
 * Whether these are not the households of this list: of some hundred rows spread over the sheet fewer than one in ten fits. Commands of the terminal that are given no salt
 * all make the same mark.
 */
export function isAnotherList(rows: readonly SoundRow[], households: ReadonlyMap<string, RowState>): boolean {
  const step = Math.ceil(rows.length / LOOKED_AT)
  const some = rows.filter((_, index) => index % step === 0)
  const fitting = some.filter(({ household, mark }) => {
    const now = households.get(household)
    return now !== undefined && markNow(now)?.identity === mark.identity
  })
  return fitting.length * 10 < some.length
}

/** Hashing every row of a county would hold up the window. */
const LOOKED_AT = 500

/** The fingerprint's parts as a row would have them now. */
export function markNow(row: RowState): ReturnType<typeof readFingerprint> {
  return readFingerprint(row.household.id, fingerprintOf(row))
}
