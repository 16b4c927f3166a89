import { EXCEL_TEXT_LIMIT } from '../../application/workbook/WorkbookSheet'
import { OBEYED_MARKS } from '../../domain/shared/obeyedMarks'

/**
 * A text as a cell may hold it: no longer than Excel takes, and without control characters and marks that turn the direction of
 * what follows. Names come from untrusted files.
 */
export function excelText(text: string): string {
  const plain = text.replace(OBEYED_MARKS, '')
  return plain.length <= EXCEL_TEXT_LIMIT ? plain : `${plain.slice(0, EXCEL_TEXT_LIMIT - 1)}…`
}
