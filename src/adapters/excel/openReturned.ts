import type { WorkBook } from 'xlsx'
import type { RosterFile } from '../../application/roster/spreadsheetPort'
import type { ProblemCode } from '../../domain/shared/ProblemCode'
import { refusals, success, type Refusal, type Result } from '../../domain/shared/Result'
import { parseParts } from './parseParts'
import { readXls } from './readXls'
import { sheetOutOfBounds } from './sheetOutOfBounds'
import { sniffFormat } from './sniffFormat'
import { unpackWorkbook } from './unpackWorkbook'

/** Opens an .xlsx that came back. Refused: files that cannot be read whole, `review_file_not_xlsx`. Never throws for what a file holds. */
export function openReturned(file: RosterFile): Result<WorkBook> {
  const format = sniffFormat(file.bytes)
  if (format === 'empty') return refusedFile(file, 'file_empty')
  if (format === 'compound') return refusedCompound(file)
  if (format !== 'zip') return refusedFile(file, 'review_file_not_xlsx')
  const { kind, parts, trouble } = unpackWorkbook(file.bytes)
  if (trouble !== null) return refusedFile(file, trouble.code, trouble.value, trouble.details)
  if (kind !== 'xlsx') return refusedFile(file, 'review_file_not_xlsx')
  try {
    const workbook = parseParts(parts)
    // SheetJS omits a sheet that it cannot parse, without an error.
    const lost =
      workbook.SheetNames.find((name) => workbook.Sheets[name] === undefined) ?? sheetOutOfBounds(workbook)
    return lost === null ? success(workbook) : refusedFile(file, 'sheet_unreadable', lost)
  } catch (error) {
    return refusedFile(file, 'file_unreadable', error instanceof Error ? error.message : String(error))
  }
}

/** An .xlsx with a password is kept in the same container as an .xls. */
function refusedCompound(file: RosterFile): Refusal {
  const isProtected = readXls(file).problems.some(({ code }) => code === 'file_protected')
  return refusedFile(file, isProtected ? 'file_protected' : 'review_file_not_xlsx')
}

/** The refusal of a whole file. */
export function refusedFile(
  { name }: RosterFile,
  code: ProblemCode,
  value: string | null = null,
  details: Readonly<Record<string, number>> = {},
): Refusal {
  return refusals([{ code, severity: 'error', place: { file: name }, value, details }])
}
