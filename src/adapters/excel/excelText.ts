import { EXCEL_TEXT_LIMIT } from '../../application/workbook/WorkbookSheet'

/**
 * A text as a cell may hold it: no longer than Excel takes, and without control characters and marks that turn the direction of
 * what follows. Names come from anybody's files.
 */
export function excelText(text: string): string {
  const plain = text.replace(OBEYED, '')
  return plain.length <= EXCEL_TEXT_LIMIT ? plain : `${plain.slice(0, EXCEL_TEXT_LIMIT - 1)}…`
}

/** All control characters but tab and line feed, and the marks of direction. */
const OBEYED = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
