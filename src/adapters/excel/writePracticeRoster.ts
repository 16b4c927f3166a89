import iconv from 'iconv-lite'
import Papa from 'papaparse'
import { utils, write } from 'xlsx'
import type { PracticeCell } from '../../application/practice/practiceColumns'
import type { PracticeTable } from '../../application/practice/practiceTable'
import { withCopiedSlices } from './withCopiedSlices'

/** Rows of a sheet in the old .xls format. */
export const XLS_ROW_LIMIT = 65_536

/** The list as a workbook; a list too long for one .xls sheet is refused by the caller. Same table, same bytes. */
export function practiceWorkbook({ rows, merges }: PracticeTable, format: 'xlsx' | 'biff8'): Uint8Array {
  const sheet = utils.aoa_to_sheet(
    rows.map((row) => [...row]),
    { dense: true },
  )
  sheet['!merges'] = merges.map(({ column, firstRow, lastRow }) => ({
    s: { r: firstRow, c: column },
    e: { r: lastRow, c: column },
  }))
  const workbook = utils.book_new()
  utils.book_append_sheet(workbook, sheet, '名单')
  utils.book_append_sheet(
    workbook,
    utils.aoa_to_sheet([['填表说明'], ['本表为生成的练习名单，没有真人。']]),
    '说明',
  )
  return withCopiedSlices(
    () =>
      new Uint8Array(write(workbook, { type: 'array', bookType: format, compression: true }) as ArrayBuffer),
  )
}

/** The list as CSV in GBK, as Excel in China saves it. */
export function practiceCsv({ rows }: PracticeTable): Uint8Array {
  const csv = Papa.unparse(
    rows.map((row) => row.map(shownInExcel)),
    { newline: '\r\n' },
  )
  return iconv.encode(csv, 'gbk')
}

/** A number of more than 11 digits is saved as Excel shows it: 5.39901E+17. */
function shownInExcel(cell: PracticeCell): PracticeCell {
  if (typeof cell !== 'number' || cell < 1e11) return cell
  return cell.toExponential(5).replace('e', 'E')
}
