import { utils, write, type CellObject, type WorkSheet } from 'xlsx'
import type { ListCell, ListSheet } from './HonestList'
import { mergedAreas } from './mergedAreas'
import { serialOf } from './serialOf'
import type { OldWorkbookSpelling } from './Writing'

/** An .xls by SheetJS. */
export function writeXls(sheets: readonly ListSheet[], { is1904 }: OldWorkbookSpelling): Uint8Array {
  const workbook = utils.book_new()
  for (const sheet of sheets) {
    const cells: WorkSheet = {}
    const width = Math.max(1, ...sheet.rows.map((row) => row.cells.length))
    sheet.rows.forEach((row, r) =>
      row.cells.forEach((cell, c) => {
        if (cell !== null) cells[utils.encode_cell({ r, c })] = cellObject(cell, is1904)
      }),
    )
    cells['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: sheet.rows.length - 1, c: width - 1 } })
    cells['!merges'] = mergedAreas(sheet).map(([top, bottom, c]) => ({
      s: { r: top, c },
      e: { r: bottom, c },
    }))
    cells['!rows'] = sheet.rows.map(({ isHidden }) => ({ hidden: isHidden === true }))
    utils.book_append_sheet(workbook, cells, sheet.name)
  }
  workbook.Workbook = {
    WBProps: { date1904: is1904 },
    Sheets: sheets.map(({ visibility }) => ({
      Hidden: visibility === 'visible' ? 0 : visibility === 'hidden' ? 1 : 2,
    })),
  }
  return new Uint8Array(write(workbook, { type: 'array', bookType: 'biff8' }) as ArrayBuffer)
}

function cellObject(cell: Exclude<ListCell, null>, is1904: boolean): CellObject {
  if (typeof cell === 'number') return { t: 'n', v: cell }
  if (typeof cell === 'string') return { t: 's', v: cell }
  switch (cell.kind) {
    case 'day':
      return { t: 'n', v: serialOf(cell.iso, is1904), z: 'yyyy-mm-dd' }
    case 'error':
      return { t: 'e', v: 0x17 }
    case 'formula':
      return typeof cell.cached === 'number' ? { t: 'n', v: cell.cached } : { t: 's', v: cell.cached ?? '' }
  }
}
