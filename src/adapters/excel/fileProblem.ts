import type { SheetsOfFile } from '../../application/roster/spreadsheetPort'
import type { ProblemCode } from '../../domain/shared/ProblemCode'

/** A file that cannot be read at all: no sheets, and the one reason, with a line number where there is one. */
export function refusedFile(
  file: string,
  code: ProblemCode,
  value: string | null = null,
  details: Readonly<Record<string, number>> = {},
  line?: number,
): SheetsOfFile {
  const place = { file, ...(line !== undefined && { line }) }
  return { tables: [], problems: [{ code, severity: 'error', place, value, details }] }
}
