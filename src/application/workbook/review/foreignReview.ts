import type { Problem } from '../../../domain/shared/Problem'
import type { ReturnedBook } from './ReturnedWorkbook'
import { reviewProblem } from './reviewProblem'
import { identityOf, type KnownHousehold, type RowMark } from './rowFingerprint'
import type { SoundRow } from './soundRows'

/** Why a workbook does not belong to this project, or contradicts itself in saying whose it is. */
export function foreignProblems(
  returned: Pick<ReturnedBook, 'file' | 'marks'>,
  project: string,
): readonly Problem[] {
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
export function isAnotherList(
  rows: readonly Pick<SoundRow, 'household' | 'mark'>[],
  householdOf: (id: string) => KnownHousehold | undefined,
): boolean {
  const step = Math.ceil(rows.length / LOOKED_AT)
  const some = rows.filter((_, index) => index % step === 0)
  const fitting = some.filter(({ household, mark }) => isSameHousehold(mark, householdOf(household)))
  return fitting.length * 10 < some.length
}

/** Hashing every row of a county would hold up the window. */
const LOOKED_AT = 500

/** Whether a row was written of the household that has its key now. */
export function isSameHousehold({ identity }: RowMark, now: KnownHousehold | undefined): boolean {
  return now !== undefined && identityOf(now) === identity
}
