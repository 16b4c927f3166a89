import { cellText } from './cellText'
import { columnOf } from './ColumnBook'
import { isColumnNumbers } from './isColumnNumbers'
import { normaliseLabel } from './normaliseLabel'
import type { MappedSheet } from './RosterRow'
import type { RosterField } from './RosterField'
import type { RowMarkers } from './RosterVocabulary'

/** What a row below the header is; only `data` rows are about people. */
export type RowKind =
  | 'data'
  | 'blank'
  | 'repeated_header'
  /** The header of a table with other columns. */
  | 'other_header'
  | 'column_numbers'
  | 'total'
  | 'signature'
  | 'note'
  | 'section_title'

/** The words that mark rows which are nobody, normalised once an import. */
export interface MarkerBook {
  readonly totals: readonly string[]
  readonly signatures: readonly string[]
  readonly notes: ReadonlySet<string>
  readonly tableWords: readonly string[]
  readonly pages: ReadonlySet<string>
}

export function markerBook({ totals, signatures, notes, tableWords, pages }: RowMarkers): MarkerBook {
  return {
    totals: totals.map(normaliseLabel),
    signatures: signatures.map(normaliseLabel),
    notes: new Set(notes.map(noteLabel)),
    tableWords: tableWords.map(normaliseLabel),
    pages: new Set(pages.map(noteLabel)),
  }
}

/** A row with an ID number is data whatever else it holds; the marks are looked for only in the others. */
export function rowKind(sheet: MappedSheet, row: number, markers: MarkerBook): RowKind {
  if (ID_FIELDS.some((field) => holdsNumber(sheet, row, field))) return 'data'
  const cells = filledCells(sheet, row)
  const [first] = cells
  if (first === undefined) return 'blank'
  const header = headerKind(sheet, cells, markers)
  if (header !== null) return header
  if (isColumnNumbers(cells.map(({ text }) => text))) return 'column_numbers'
  if (isTotal(first.text, markers)) return 'total'
  if (isSignature(first.text, markers)) return 'signature'
  if (cells.length === 1 && markers.pages.has(noteLabel(first.text))) return 'note'
  if (namesNobody(sheet, row, markers)) {
    if (cells.some(({ text }) => isNote(text, markers))) return 'note'
    if (cells.some(({ text }) => isTotal(text, markers))) return 'total'
    if (cells.some(({ text }) => text.length > 1 && isSignature(text, markers))) return 'signature'
  }
  return standsAlone(sheet, cells) ? 'section_title' : 'data'
}

interface FilledCell {
  readonly column: number
  readonly text: string
}

function filledCells(sheet: MappedSheet, row: number): readonly FilledCell[] {
  const cells: FilledCell[] = []
  const width = sheet.table.widthOf(row)
  for (let column = 0; column < width; column++) {
    const text = cellText(sheet.table.cell(row, column))
    if (text !== null) cells.push({ column, text })
  }
  return cells
}

/** Printed lists repeat their header on every page, in any of its spellings; another header begins another table. */
function headerKind(
  { headerWords, book }: MappedSheet,
  cells: readonly FilledCell[],
  { tableWords }: MarkerBook,
): 'repeated_header' | 'other_header' | null {
  let repeated = 0
  const named = new Set<RosterField | 'keep'>()
  let known = 0
  let worded = 0
  // A small table below: `村名 户数 人数`, `序号 姓名 单位 电话`.
  const isAllText = cells.every(({ text }) => !/\d/.test(text))
  for (const { column, text } of cells) {
    if (text.length > LONGEST_HEADER) continue
    const label = normaliseLabel(text)
    if (headerWords.get(column)?.has(label) === true) repeated++
    const field = columnOf(book, text)?.field
    if (field !== undefined || (isAllText && tableWords.some((word) => isTableWord(label, word)))) worded++
    if (field === undefined) continue
    known++
    if (field !== 'keep') named.add(field)
  }
  const isMost = (count: number): boolean => count * 5 >= cells.length * 3
  if (repeated === cells.length || (repeated >= ENOUGH_NAMED && isMost(repeated))) return 'repeated_header'
  if (named.size >= ENOUGH_NAMED && isMost(known)) return 'other_header'
  return worded >= ENOUGH_NAMED && isMost(worded) && isAllText ? 'other_header' : null
}

/** A word of one character is a column's name only alone: many names of people end with it. */
function isTableWord(label: string, word: string): boolean {
  return word.length === 1 ? label === word : label.endsWith(word)
}

/** An ID number, sound or not; a date in a signature line that falls into the column is none. */
function holdsNumber(sheet: MappedSheet, row: number, field: RosterField): boolean {
  const text = fieldText(sheet, row, field)
  if (text === null || MOBILE_NUMBER.test(text)) return false
  const digits = text.replace(/\D/g, '').length
  return digits >= FEWEST_DIGITS || (text.length >= SHORTEST_ID && digits > 0 && !WORDS.test(text))
}

function fieldText(sheet: MappedSheet, row: number, field: RosterField): string | null {
  const column = sheet.columnOf.get(field)
  return column === undefined ? null : cellText(sheet.table.cell(row, column))
}

/** No name, or a word or count in its place, and no number of the register. */
function namesNobody(sheet: MappedSheet, row: number, markers: MarkerBook): boolean {
  if (
    NUMBER_FIELDS.some(
      (field) => (fieldText(sheet, row, field)?.replace(/\D/g, '').length ?? 0) >= FEWEST_OF_NUMBER,
    )
  )
    return false
  return NAME_FIELDS.every((field) => {
    const text = fieldText(sheet, row, field)
    if (text === null || /\d/.test(text)) return true
    return isNote(text, markers) || isTotal(text, markers) || isSignature(text, markers)
  })
}

function isNote(text: string, { notes }: MarkerBook): boolean {
  return text.length <= LONGEST_MARK && notes.has(noteLabel(text))
}

function noteLabel(text: string): string {
  return normaliseLabel(text.replace(/#|[\d零一二三四五六七八九十百]+/g, 'n'))
}

function isTotal(text: string, markers: MarkerBook): boolean {
  if (text.length > LONGEST_MARK) return false
  const label = normaliseLabel(text)
  return markers.totals.some(
    (total) =>
      label === total ||
      (label.startsWith(total) && !/\p{Script=Han}/u.test(label.slice(total.length, total.length + 1))),
  )
}

/** `填表人：`, or the word alone; a village whose name begins so has no colon behind it. */
function isSignature(text: string, markers: MarkerBook): boolean {
  const [word = ''] = text.split(/[:：]/)
  const label = normaliseLabel(word)
  return markers.signatures.some((mark) => label === mark || (word !== text && label.endsWith(mark)))
}

/**
 * One line of text by itself: `一、石门坎村`. What may be a name is a person without anything else, and stays data,
 * unless it is one of the list's own places.
 */
function standsAlone(sheet: MappedSheet, [first, ...others]: readonly FilledCell[]): boolean {
  if (first === undefined || others.length > 0) return false
  if (NAME_FIELDS.every((field) => first.column !== sheet.columnOf.get(field))) return true
  const text = first.text.replace(AROUND_TITLE, '')
  return !MAY_BE_NAME.test(text) || NAMES_PLACE.test(text) || sheet.places().has(normaliseLabel(text))
}

const ID_FIELDS: readonly RosterField[] = ['idNumber', 'headIdNumber']
const NUMBER_FIELDS: readonly RosterField[] = ['householdNumber', 'memberNumber', 'headNumber']
const NAME_FIELDS: readonly RosterField[] = ['name', 'headName']
const FEWEST_DIGITS = 10
/** Some digits may be masked, or letters for others. */
const SHORTEST_ID = 15
/** `填表日期：2020年7月15日` is as long as a number. */
const WORDS = /[\p{Script=Han}]{2}/u
const MOBILE_NUMBER = /^1\d{10}$/
/** A shorter one beside no name is a count: `5户`. */
const FEWEST_OF_NUMBER = 6
const ENOUGH_NAMED = 3
/** Two to four characters, or parts with dots or blanks between; Latin letters. */
const MAY_BE_NAME =
  /^(\p{Script=Han}{2,4}|[\p{L}?□]+([·•‧∙⋅・･ ][\p{L}?□]+)+|[\p{Script=Han}?□]{2,4}|[A-Za-z][A-Za-z .'-]+)$/u
const NAMES_PLACE = /^\p{Script=Han}{2,}(村|乡|镇|街道|社区|县)$/u
const AROUND_TITLE = /^[【［\[(（〔]|[】］\])）〕:：]$/g
const LONGEST_MARK = 20
const LONGEST_HEADER = 40
