import { cellText } from './cellText'
import type { MappedSheet } from './RosterRow'
import type { RosterField } from './RosterField'
import type { RawCell, SheetTable } from './SheetTable'
import { checksumHolds } from './values/idNumber'
import type { Trouble } from './values/Reading'

/**
 * Finds long numbers that went through a spreadsheet's floats and were saved as text. In a column of register numbers,
 * every one of more than 15 digits has zeros from the 16th on: a single one may end so by chance, all of them do not.
 * Among ID numbers, one that ends in 000 and fails its checksum speaks against all that end so.
 */
export function lostDigits({
  table,
  header,
  columnOf,
}: MappedSheet): (column: number, cell: RawCell) => Trouble | null {
  const begin = header.bottom + 1
  const columnsOf = (fields: readonly RosterField[]): readonly number[] =>
    fields.flatMap((field) => columnOf.get(field) ?? [])
  const numbers = new Set(columnsOf(NUMBER_FIELDS).filter((column) => areAllZeroed(table, column, begin)))
  const ids = new Set(columnsOf(ID_FIELDS).filter((column) => isAnyZeroed(table, column, begin)))
  return (column, cell) => {
    if (typeof cell !== 'string' || cell.length <= EXACT_DIGITS || !LONG_CODE.test(cell)) return null
    if (numbers.has(column)) return { code: 'number_digits_lost' }
    return ids.has(column) && cell.endsWith('000') ? { code: 'id_digits_lost' } : null
  }
}

function areAllZeroed(table: SheetTable, column: number, begin: number): boolean {
  const seen = new Set<string>()
  let zeros = 0
  for (let row = begin; row < table.rowCount; row++) {
    const cell = table.cell(row, column)
    if (typeof cell !== 'string' || !LONG_CODE.test(cell)) continue
    if (!ZEROS_FROM_16TH.test(cell)) return false
    if (!seen.has(cell)) zeros += cell.length - EXACT_DIGITS
    seen.add(cell)
  }
  return zeros >= ENOUGH_ZEROS
}

function isAnyZeroed(table: SheetTable, column: number, begin: number): boolean {
  for (let row = begin; row < table.rowCount; row++) {
    const text = cellText(table.cell(row, column))
    if (text?.length === 18 && text.endsWith('000') && LONG_CODE.test(text) && !checksumHolds(text))
      return true
  }
  return false
}

const NUMBER_FIELDS: readonly RosterField[] = ['householdNumber', 'memberNumber', 'headNumber']
const ID_FIELDS: readonly RosterField[] = ['idNumber', 'headIdNumber']
const EXACT_DIGITS = 15
const LONG_CODE = /^\d{16,}$/
const ZEROS_FROM_16TH = /^\d{15}0+$/
/** Three digits that are zero by chance are one in a thousand. */
const ENOUGH_ZEROS = 3
