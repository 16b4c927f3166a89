import { cellText } from './cellText'
import { normaliseLabel } from './normaliseLabel'
import type { MappedSheet } from './RosterRow'
import type { RosterField } from './RosterField'
import type { RowMarkers } from './RosterVocabulary'

/** What a row below the header is; only `data` rows say something about people. */
export type RowKind = 'data' | 'blank' | 'repeated_header' | 'total' | 'signature' | 'section_title'

/** The words that end a list, normalised once an import. */
export interface MarkerBook {
  readonly totals: readonly string[]
  readonly signatures: readonly string[]
}

export function markerBook(markers: RowMarkers): MarkerBook {
  return { totals: markers.totals.map(normaliseLabel), signatures: markers.signatures.map(normaliseLabel) }
}

/** A row with an ID number is data whatever else it says; the marks are asked only of the others. */
export function rowKind(sheet: MappedSheet, row: number, markers: MarkerBook): RowKind {
  const first = firstCell(sheet, row, 0)
  if (first === null) return 'blank'
  if (repeatsHeader(sheet, row)) return 'repeated_header'
  if (ID_FIELDS.some((field) => holdsNumber(sheet, row, field))) return 'data'
  if (isTotal(first.text, markers) || isTotal(fieldText(sheet, row, 'name'), markers)) return 'total'
  if (isSignature(first.text, markers)) return 'signature'
  return standsAlone(sheet, row, first.column) ? 'section_title' : 'data'
}

function firstCell(sheet: MappedSheet, row: number, from: number): { column: number; text: string } | null {
  const width = sheet.table.widthOf(row)
  for (let column = from; column < width; column++) {
    const text = cellText(sheet.table.cell(row, column))
    if (text !== null) return { column, text }
  }
  return null
}

/** Printed lists repeat their header on every page. */
function repeatsHeader(sheet: MappedSheet, row: number): boolean {
  let equal = 0
  for (const { column, field } of sheet.columns) {
    if (field === null) continue
    const header = cellText(sheet.table.cell(sheet.header.bottom, column))
    if (header === null) continue
    if (cellText(sheet.table.cell(row, column)) !== header) return false
    if (++equal === ENOUGH_EQUAL) return true
  }
  return equal > 0
}

/** An ID number, sound or not; a date in a signature line that falls into the column is none. */
function holdsNumber(sheet: MappedSheet, row: number, field: RosterField): boolean {
  const text = fieldText(sheet, row, field)
  return text !== null && text.replace(/\D/g, '').length >= FEWEST_DIGITS
}

function fieldText(sheet: MappedSheet, row: number, field: RosterField): string | null {
  const column = sheet.columnOf.get(field)
  return column === undefined ? null : cellText(sheet.table.cell(row, column))
}

function isTotal(text: string | null, markers: MarkerBook): boolean {
  if (text === null || text.length > LONGEST_MARK) return false
  const label = normaliseLabel(text)
  return markers.totals.some(
    (total) =>
      label.startsWith(total) && !/\p{Script=Han}/u.test(label.slice(total.length, total.length + 1)),
  )
}

/** `填表人：`, or the word alone; a village whose name begins so has no colon behind it. */
function isSignature(text: string, markers: MarkerBook): boolean {
  const [word = ''] = text.split(/[:：]/)
  const label = normaliseLabel(word)
  return markers.signatures.some((mark) => label === mark || (word !== text && label.endsWith(mark)))
}

/** One line of text by itself: `一、石门坎村`. A name alone is a person without anything else, and stays data. */
function standsAlone(sheet: MappedSheet, row: number, column: number): boolean {
  if (column === sheet.columnOf.get('name') || column === sheet.columnOf.get('headName')) return false
  return firstCell(sheet, row, column + 1) === null
}

const ID_FIELDS: readonly RosterField[] = ['idNumber', 'headIdNumber']
const FEWEST_DIGITS = 10
const ENOUGH_EQUAL = 3
const LONGEST_MARK = 20
