import type { SeededRandom } from '../../../src/domain/shared/seededRandom'
import type { ColumnKey, HonestList, ListCell, ListedHousehold, ListRow, ListSheet } from './HonestList'
import type { Writing } from './Writing'

/** A list while mutations work on it, and where the reader may therefore report something. */
export interface ListDraft {
  readonly list: HonestList
  readonly writing: Writing
  /** Rows that a mutation changed or added: only there may the roster differ, and only with a problem. */
  readonly touched: Set<ListRow>
  /** A mutation changed what a whole sheet says: problems about the sheet or its header count as well. */
  isWide: boolean
  /** The file may be refused as a whole. */
  mayRefuse: boolean
}

/** Changes a list by choices drawn from `random`; false, with nothing changed, where the list has not what it takes. */
export type ListMutation = (draft: ListDraft, random: SeededRandom) => boolean

export type ListMutations = Readonly<Record<string, ListMutation>>

/** A filled cell of a person's row. */
export interface FilledCell {
  readonly sheet: ListSheet
  readonly row: ListRow
  readonly column: number
  readonly cell: Exclude<ListCell, null>
  readonly household: ListedHousehold
}

/** The filled cells under the columns of a kind. */
export function filledCells({ list }: ListDraft, key: ColumnKey): FilledCell[] {
  return list.sheets.flatMap((sheet) =>
    sheet.columns.flatMap((column, index) =>
      column.key !== key
        ? []
        : sheet.rows.flatMap((row) => {
            const cell = row.cells[index] ?? null
            if (cell === null || row.person === null || row.line !== undefined) return []
            return [{ sheet, row, column: index, cell, household: row.person.household }]
          }),
    ),
  )
}

export function setCell(draft: ListDraft, { row, column }: FilledCell, cell: ListCell): void {
  row.cells[column] = cell
  draft.touched.add(row)
}

/**
 * Changes the cells of one of `keys`: one cell, all that speak of one household, or the whole column. `change` gives
 * the new cell, or undefined to leave a cell as it is; `then` gets the cells that were changed.
 */
export function changeCells(
  draft: ListDraft,
  random: SeededRandom,
  keys: readonly ColumnKey[],
  change: (cell: FilledCell) => ListCell | undefined,
  then: (cell: FilledCell) => void = () => undefined,
): boolean {
  const key = random.pick(keys)
  const cells = filledCells(draft, key).flatMap((filled) => {
    const cell = change(filled)
    return cell === undefined ? [] : [{ filled, cell }]
  })
  if (cells.length === 0) return false
  const { filled: chosen } = random.pick(cells)
  const reach = random.pick(['cell', 'household', 'column'] as const)
  for (const { filled, cell } of cells)
    if (
      reach === 'column' ||
      filled === chosen ||
      (reach === 'household' && filled.household === chosen.household)
    ) {
      setCell(draft, filled, cell)
      then(filled)
    }
  return true
}

/** Like {@link changeCells}, with all cells that say it of the household, so that the household says nothing else. */
export function changeHousehold(
  draft: ListDraft,
  random: SeededRandom,
  key: ColumnKey,
  change: (household: ListedHousehold) => ListCell | undefined,
): ListedHousehold | null {
  const cells = filledCells(draft, key)
  if (cells.length === 0) return null
  const { household } = random.pick(cells)
  const cell = change(household)
  if (cell === undefined) return null
  for (const filled of cells) if (filled.household === household) setCell(draft, filled, cell)
  return household
}

export function isSheetText({ writing }: ListDraft): boolean {
  return writing.format === 'delimited'
}
