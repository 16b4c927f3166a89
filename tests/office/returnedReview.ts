import { cellsNamed, type NamedCell } from './namedCells'
import { editSheet, type Typed } from './editSheet'

/** What a reviewer writes into a review workbook. */
export interface Written {
  readonly reviewer: string
  readonly confirmer: string | null
  /** By row of the review sheet, from 0: the word of a decision and its reason. */
  readonly decisions: readonly (readonly [row: number, word: string, reason: string])[]
  /** The same of the sheet of open questions: a proposed value and its reason. */
  readonly proposals?: readonly (readonly [row: number, value: string, reason: string])[]
}

/** The workbook as a reviewer fills it in, outside the app. */
export function filledIn(
  workbook: Uint8Array,
  { reviewer, confirmer, decisions, proposals = [] }: Written,
): Uint8Array {
  const decision = cellsNamed(workbook, 'Review_decision')
  const reason = cellsNamed(workbook, 'Review_reason')
  const value = cellsNamed(workbook, 'Question_value')
  const because = cellsNamed(workbook, 'Question_reason')
  const typed = [
    ...decisions.flatMap(([row, word, why]) => [
      [at(decision, row), word] as const,
      [at(reason, row), why] as const,
    ]),
    ...proposals.flatMap(([row, proposed, why]) => [
      [at(value, row), proposed] as const,
      [at(because, row), why] as const,
    ]),
  ]
  const named = [
    [at(cellsNamed(workbook, 'Reviewer'), 0), reviewer] as const,
    [at(cellsNamed(workbook, 'Confirmer'), 0), confirmer] as const,
  ]
  return [...named, ...typed].reduce(
    (bytes, [{ sheet, address }, content]) => editSheet(bytes, sheet, { [address]: content satisfies Typed }),
    workbook,
  )
}

function at(cells: readonly NamedCell[], row: number): NamedCell {
  const cell = cells[row]
  if (cell === undefined) throw new Error(`the workbook has no row ${row} to fill in`)
  return cell
}
