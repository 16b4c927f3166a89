import { cellsNamed, type NamedCell } from './namedCells'
import { editSheet, type Typed } from './editSheet'

/** What a reviewer writes into a review workbook. */
export interface Written {
  readonly reviewer: string
  readonly confirmer: string | null
  /** By row of the review sheet, from 0: the word of a decision and its reason. */
  readonly decisions: readonly (readonly [row: number, word: string, reason: string])[]
}

/** The workbook as a reviewer fills it in, outside the app. */
export function filledIn(workbook: Uint8Array, { reviewer, confirmer, decisions }: Written): Uint8Array {
  const decision = cellsNamed(workbook, 'Review_decision')
  const reason = cellsNamed(workbook, 'Review_reason')
  const typed = decisions.flatMap(([row, word, why]) => [
    [at(decision, row), word] as const,
    [at(reason, row), why] as const,
  ])
  const named = [
    [at(cellsNamed(workbook, 'Reviewer'), 0), reviewer] as const,
    [at(cellsNamed(workbook, 'Confirmer'), 0), confirmer] as const,
  ]
  return [...named, ...typed].reduce(
    (bytes, [{ sheet, address }, value]) => editSheet(bytes, sheet, { [address]: value satisfies Typed }),
    workbook,
  )
}

function at(cells: readonly NamedCell[], row: number): NamedCell {
  const cell = cells[row]
  if (cell === undefined) throw new Error(`the workbook has no row ${row} to fill in`)
  return cell
}
