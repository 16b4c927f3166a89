import type { RawCell } from '../../domain/roster/SheetTable'
import { dayCell } from './dayCell'
import { ERROR_NAMES } from './errorNames'
import type { SheetDraft } from './SheetDraft'
import { wideText, XlsbFault, xlsbRecords } from './xlsbRecords'

/** What the cells of an .xlsb refer to. */
export interface XlsbContext {
  readonly strings: readonly string[]
  readonly dayStyles: readonly boolean[]
  /** As in a `SheetTable`. */
  readonly epochShift: number
}

/** Collects the cells of a sheet part of an .xlsb ([MS-XLSB] 2.1.7.62). */
export function readXlsbSheet(part: Uint8Array, sheet: SheetDraft, context: XlsbContext): void {
  let [row, column] = [-1, -1]
  for (const { type, content } of xlsbRecords(part, SHEET_END)) {
    if (type === ROW) {
      row = content.getUint32(0, true)
      column = -1
      if (content.byteLength > ROW_FLAGS_AT && (content.getUint8(ROW_FLAGS_AT) & ROW_HIDDEN) !== 0)
        sheet.hiddenRows.push({ first: row, count: 1 })
    } else if (type === COLUMNS) readColumns(content, sheet)
    else if (type === MERGED) sheet.merges.push(areaOf(content))
    else if (FULL_CELLS.has(type) || SHORT_CELLS.has(type)) {
      const isShort = SHORT_CELLS.has(type)
      column = isShort ? column + 1 : content.getUint32(0, true)
      const value = isShort ? SHORT : FULL
      const kind = isShort ? (SHORT_CELLS.get(type) ?? BLANK) : type
      const cell = valueOf(kind, content, value, context)
      if (FORMULAS.has(type)) sheet.putResult(row, column, UNKNOWN_FORMULA, cell)
      else sheet.put(row, column, cell)
    }
  }
}

/** The value begins at `at`; the four bytes before it are the style. */
function valueOf(
  kind: number,
  content: DataView,
  at: number,
  { strings, dayStyles, epochShift }: XlsbContext,
): RawCell {
  const numberCell = (value: number): RawCell => {
    if (!Number.isFinite(value)) return { kind: 'error', text: '#NUM!' }
    return dayStyles[content.getUint32(at - 4, true) & STYLE_MASK] === true
      ? dayCell(value, epochShift)
      : value
  }
  switch (kind) {
    case RK:
      return numberCell(rkNumber(content, at))
    case REAL:
    case FORMULA_NUMBER:
      return numberCell(content.getFloat64(at, true))
    case BOOLEAN:
    case FORMULA_BOOLEAN:
      return content.getUint8(at) !== 0
    case ERROR:
    case FORMULA_ERROR:
      return { kind: 'error', text: ERROR_NAMES.get(content.getUint8(at)) ?? '#ERROR' }
    case TEXT:
    case FORMULA_TEXT:
      return wideText(content, at).text
    case RICH_TEXT:
      return wideText(content, at + 1).text
    case SHARED_TEXT: {
      const text = strings[content.getUint32(at, true)]
      if (text === undefined) throw new XlsbFault('shared text')
      return text
    }
    default:
      return null
  }
}

/** A number in four bytes ([MS-XLSB] 2.5.123): the upper half of an eight-byte one, or an integer; divided by 100 if the first bit is set. */
function rkNumber(content: DataView, at: number): number {
  const bits = content.getInt32(at, true)
  const half = new DataView(new ArrayBuffer(8))
  half.setInt32(4, bits & ~3, true)
  const number = (bits & 2) === 0 ? half.getFloat64(0, true) : bits >> 2
  return (bits & 1) === 0 ? number : number / 100
}

function readColumns(content: DataView, sheet: SheetDraft): void {
  const [first, last] = [content.getUint32(0, true), content.getUint32(4, true)]
  const isHidden = (content.getUint8(COLUMN_FLAGS_AT) & 1) !== 0
  if (isHidden && last >= first) sheet.hiddenColumns.push({ first, count: last - first + 1 })
}

function areaOf(content: DataView): { top: number; left: number; bottom: number; right: number } {
  const [top = 0, bottom = 0, left = 0, right = 0] = [0, 4, 8, 12].map((at) => content.getUint32(at, true))
  return { top, left, bottom, right }
}

const SHEET_END = 0x82
const ROW = 0x00
/** After the row, its style and height ([MS-XLSB] 2.4.738). */
const ROW_FLAGS_AT = 11
const ROW_HIDDEN = 0x10
const COLUMNS = 0x3c
/** After the first and last column, the width and the style ([MS-XLSB] 2.4.324). */
const COLUMN_FLAGS_AT = 16
const MERGED = 0xb0
const [BLANK, RK, ERROR, BOOLEAN, REAL, TEXT, SHARED_TEXT, RICH_TEXT] = [1, 2, 3, 4, 5, 6, 7, 0x3e]
const [FORMULA_TEXT, FORMULA_NUMBER, FORMULA_BOOLEAN, FORMULA_ERROR] = [8, 9, 0x0a, 0x0b]
const FORMULAS: ReadonlySet<number> = new Set([FORMULA_TEXT, FORMULA_NUMBER, FORMULA_BOOLEAN, FORMULA_ERROR])
const FULL_CELLS: ReadonlySet<number> = new Set([
  BLANK, RK, ERROR, BOOLEAN, REAL, TEXT, SHARED_TEXT, RICH_TEXT, ...FORMULAS,
]) // prettier-ignore
/** Cells without a column, which follow the one before; by the kind of their value. */
const SHORT_CELLS: ReadonlyMap<number, number> = new Map([
  [0x0c, BLANK],
  [0x0d, RK],
  [0x0e, ERROR],
  [0x0f, BOOLEAN],
  [0x10, REAL],
  [0x11, TEXT],
  [0x12, SHARED_TEXT],
])
/** Where the value begins: after the column and the style, or the style alone. */
const [FULL, SHORT] = [8, 4]
const STYLE_MASK = 0xffffff
/** Formulas are compiled; they are not needed to find the cell. */
const UNKNOWN_FORMULA = '?'
