import type { SheetsOfFile } from '../../application/spreadsheetPort'

/** A file that cannot be read at all: no sheets, and the one reason why. */
export function refusedFile(
  file: string,
  code: string,
  value: string | null = null,
  details: Readonly<Record<string, number>> = {},
): SheetsOfFile {
  return { tables: [], problems: [{ code, severity: 'error', place: { file }, value, details }] }
}
