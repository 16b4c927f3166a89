import type { ColumnKey } from './HonestList'
import { filledCells, setCell, type ListMutation, type ListMutations } from './ListDraft'

const MARKS = [
  '〃',
  '同上',
  '″',
  '"',
  '同左',
  '↓',
  '”',
  '＂',
  '同上户',
  '“',
  "''",
  ',,',
  '·同上·',
  '々',
  '仝上',
  '同 上',
  '（同上）',
  '如上',
]

/** Marks that stand for the value above. */
export const dittoMutations: ListMutations = {
  dittoVillage: ditto(['village', 'township', 'county']),
  dittoHousehold: ditto(['householdNumber', 'headName', 'headIdNumber']),
  dittoOther: ditto(['status', 'exitYear', 'income', 'size', 'phone', 'ethnicity', 'headNumber', 'dataDate']),
}

function ditto(keys: readonly ColumnKey[]): ListMutation {
  return (draft, random) => {
    const mark = random.pick(MARKS)
    const key = random.pick(keys)
    const cells = filledCells(draft, key)
    const repeats = cells.filter(({ cell, sheet, row, column }) => {
      const above = sheet.rows[sheet.rows.indexOf(row) - 1]
      return (
        above !== undefined &&
        above.person !== null &&
        JSON.stringify(above.cells[column] ?? null) === JSON.stringify(cell)
      )
    })
    if (repeats.length === 0) return false
    for (const filled of repeats) setCell(draft, filled, mark)
    return true
  }
}
