import type { SheetVisibility } from '../../domain/roster/SheetTable'
import { isDateFormat } from './isDateFormat'
import { wideText, xlsbRecords } from './xlsbRecords'

/** The sheets listed in the workbook part of an .xlsb ([MS-XLSB] 2.1.7.61). */
export interface XlsbWorkbook {
  readonly sheets: readonly XlsbSheetEntry[]
  readonly is1904: boolean
  /** False when the results of formulas are to be calculated on loading. */
  readonly isCalculated: boolean
}

export interface XlsbSheetEntry {
  readonly name: string
  readonly visibility: SheetVisibility
  /** Its relation names its part. */
  readonly relation: string
}

export function xlsbWorkbook(part: Uint8Array): XlsbWorkbook {
  const sheets: XlsbSheetEntry[] = []
  let [is1904, isCalculated] = [false, true]
  for (const { type, content } of xlsbRecords(part, WORKBOOK_END)) {
    if (type === WORKBOOK_PROPERTIES) is1904 = (content.getUint32(0, true) & DATE_1904) !== 0
    else if (type === CALCULATION && content.byteLength > CALCULATION_FLAGS_AT)
      isCalculated = (content.getUint8(CALCULATION_FLAGS_AT) & CALCULATED_ON_LOAD) === 0
    else if (type === SHEET) {
      const relation = wideText(content, 8)
      const { text: name } = wideText(content, relation.end)
      const visibility = VISIBILITIES[content.getUint32(0, true)] ?? 'very_hidden'
      sheets.push({ name, visibility, relation: relation.text })
    }
  }
  return { sheets, is1904, isCalculated }
}

/** The texts that cells share, without formats and pronunciation. */
export function xlsbStrings(part: Uint8Array | undefined): readonly string[] {
  const strings: string[] = []
  if (part === undefined) return strings
  for (const { type, content } of xlsbRecords(part, STRINGS_END))
    if (type === SHARED_STRING) strings.push(wideText(content, 1).text)
  return strings
}

/** Whether each cell style shows numbers as dates. */
export function xlsbDayStyles(part: Uint8Array | undefined): readonly boolean[] {
  const formats = new Map<number, string>()
  const days: boolean[] = []
  let isOfCells = false
  if (part === undefined) return days
  for (const { type, content } of xlsbRecords(part, STYLES_END)) {
    if (type === FORMAT) formats.set(content.getUint16(0, true), wideText(content, 2).text)
    else if (type === CELL_STYLES_BEGIN) isOfCells = true
    else if (type === CELL_STYLES_END) isOfCells = false
    else if (type === STYLE && isOfCells) {
      const format = content.getUint16(2, true)
      days.push(formats.has(format) ? isDateFormat(formats.get(format)) : BUILT_IN_DAYS.has(format))
    }
  }
  return days
}

const [WORKBOOK_END, STRINGS_END, STYLES_END] = [0x84, 0xa0, 0x117]
const WORKBOOK_PROPERTIES = 0x99
const DATE_1904 = 1
const CALCULATION = 0x9d
/** After the engine, mode and count, the smallest change (8 bytes) and the threads ([MS-XLSB] 2.4.306). */
const CALCULATION_FLAGS_AT = 24
const CALCULATED_ON_LOAD = 1
const SHEET = 0x9c
const VISIBILITIES: readonly SheetVisibility[] = ['visible', 'hidden', 'very_hidden']
const SHARED_STRING = 0x13
const FORMAT = 0x2c
const [CELL_STYLES_BEGIN, CELL_STYLES_END, STYLE] = [0x269, 0x26a, 0x2f]
/** Dates and times among the formats that have numbers only, those of Chinese Excel included. */
const BUILT_IN_DAYS: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56,
  57, 58,
]) // prettier-ignore
