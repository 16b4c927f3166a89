import { cellText } from './cellText'
import type { MappedSheet } from './RosterRow'
import type { RosterField } from './RosterField'
import type { RawCell } from './SheetTable'

/**
 * Columns of register numbers that went through a spreadsheet's floats and were saved as text: every number of more
 * than 15 digits has zeros from the 16th on. A single number may end so by chance; all of them do not.
 */
export function columnsWithLostDigits({ table, header, columnOf }: MappedSheet): ReadonlySet<number> {
  const columns = NUMBER_FIELDS.flatMap((field) => columnOf.get(field) ?? [])
  return new Set(
    columns.filter((column) => {
      const seen = new Set<string>()
      let zeros = 0
      for (let row = header.bottom + 1; row < table.rowCount; row++) {
        const cell = table.cell(row, column)
        if (!isLongCode(cell)) continue
        const text = cellText(cell) ?? ''
        if (!ZEROS_FROM_16TH.test(text)) return false
        if (!seen.has(text)) zeros += text.length - EXACT_DIGITS
        seen.add(text)
      }
      return zeros >= ENOUGH_ZEROS
    }),
  )
}

/** A text of more digits than a spreadsheet's number keeps. */
export function isLongCode(cell: RawCell): boolean {
  return typeof cell === 'string' && cell.length > EXACT_DIGITS && LONG_CODE.test(cell)
}

const NUMBER_FIELDS: readonly RosterField[] = ['householdNumber', 'memberNumber', 'headNumber']
const EXACT_DIGITS = 15
const LONG_CODE = /^\d{16,}$/
const ZEROS_FROM_16TH = /^\d{15}0+$/
/** Three digits that are zero by chance are one in a thousand. */
const ENOUGH_ZEROS = 3
