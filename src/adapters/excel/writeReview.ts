import type { SnapshotCell } from '../../application/workbook/review/Snapshot'
import { REVIEW_NAMES, REVIEW_PROPERTIES } from '../../application/workbook/review/reviewFormat'
import type { ReviewMark } from '../../application/workbook/review/reviewMark'
import { isRich, type Cell } from '../../application/tables/TableSpec'
import type { WorkbookSheet } from '../../application/workbook/WorkbookSheet'
import { packSnapshot, type SnapshotRows } from './packSnapshot'
import { serialOf } from './serialOf'
import { plain, toCell, typeOf } from './toSheet'
import { writeWorkbook } from './writeWorkbook'

/**
 * The bytes of a review workbook: its sheets, and a hidden one that says whose it is and what every cell was, so that it can come
 * back (docs/formats.md).
 */
export async function writeReview(sheets: readonly WorkbookSheet[], mark: ReviewMark): Promise<Uint8Array> {
  // All of it is locked but what the reviewer fills in.
  const locked = sheets.map((sheet) => ({ ...sheet, inputs: sheet.inputs ?? [] }))
  return writeWorkbook([...locked, hiddenSheet(await packSnapshot(sheets.map(snapshotOf)), mark)], {
    [REVIEW_PROPERTIES.format]: mark.format,
    [REVIEW_PROPERTIES.project]: mark.project,
    [REVIEW_PROPERTIES.state]: mark.state,
  })
}

/** `written`: see `packSnapshot`. */
function hiddenSheet(written: readonly string[], mark: ReviewMark): WorkbookSheet {
  const own = [
    [REVIEW_NAMES.format, mark.format],
    [REVIEW_NAMES.project, mark.project],
    [REVIEW_NAMES.state, mark.state],
    [REVIEW_NAMES.asOf, mark.asOf],
  ] as const
  return {
    name: '_yihu',
    isList: false,
    isHidden: true,
    columns: [
      { key: 'name', label: 'name', width: 20, type: 'text' },
      { key: 'value', label: 'value', width: 40, type: 'text' },
    ],
    rows: [...own, ...written.map((piece) => [REVIEW_NAMES.written, piece] as const)],
    inputs: [],
    names: [
      ...own.map(([name], row) => ({ name, column: 'value', row })),
      { name: REVIEW_NAMES.written, column: 'value', from: own.length, row: own.length + written.length - 1 },
    ],
  }
}

function snapshotOf(sheet: WorkbookSheet): SnapshotRows {
  return { name: sheet.name, rows: snapshotRows(sheet) }
}

function* snapshotRows({ columns, rows }: WorkbookSheet): Generator<readonly SnapshotCell[]> {
  yield columns.map(({ label }) => label)
  for (const row of rows) yield row.map((cell, at) => snapshotCell(cell, columns[at]?.type))
}

function snapshotCell(cell: Cell, type: Parameters<typeof typeOf>[1]): SnapshotCell {
  const value = toCell(plain(cell), typeOf(cell, type))
  const written = value instanceof Date ? serialOf(value) : typeof value === 'boolean' ? String(value) : value
  return isRich(cell) && cell.formula !== undefined ? { f: written } : written
}
