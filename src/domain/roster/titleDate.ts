import { cellText } from './cellText'
import type { SheetTable } from './SheetTable'
import { calendarDate, isoDate } from './values/calendarDate'

/** The day that the titles above a header name (`数据截至2019年12月31日`), as ISO date: ages on the list are of that day. */
export function titleDate(table: SheetTable, headerTop: number): string | null {
  for (let row = 0; row < headerTop; row++) {
    for (let column = 0; column < table.widthOf(row); column++) {
      const written = DAY.exec(cellText(table.cell(row, column)) ?? '')
      const date = written === null ? null : calendarDate(written[0], NOTHING_MISSING).value
      if (date !== null) return isoDate(date)
    }
  }
  return null
}

const DAY = /20\d{2}[年\-/.]\d{1,2}[月\-/.]\d{1,2}/
const NOTHING_MISSING: ReadonlySet<string> = new Set()
