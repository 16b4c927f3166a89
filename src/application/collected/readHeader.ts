import type { Instrument } from '../../domain/instrument/loadInstrument'
import { cellText } from '../../domain/roster/cellText'
import { cellAddress, type SheetTable } from '../../domain/roster/SheetTable'
import type { Problem } from '../../domain/shared/Problem'
import type { CollectedTable } from './collectedTables'

/** What collecting programs write of their own; theirs also begin with `_`, or stand in `meta` and `formhub`. */
const OF_PROGRAMS = [
  'SubmissionDate',
  'SubmitterID',
  'SubmitterName',
  'AttachmentsPresent',
  'AttachmentsExpected',
  'Status',
  'ReviewState',
  'DeviceID',
  'Edits',
  'FormVersion',
  'KEY',
  'PARENT_KEY',
  'SET',
]
const OF_FOLDERS = ['meta', 'formhub', 'SET']

/** Between groups and names: `/` with KoboToolbox, `-` with ODK, others by choice. No name of the form has one. */
const SEPARATORS = /[/\-.:]/

/**
 * The columns of an export by the names of the form's fields, whatever groups stand before them. Told: columns that nobody
 * knows and that hold something, and two of one name.
 */
export function readHeader(
  table: SheetTable,
  { questions, names }: Instrument,
  fields: ReadonlySet<string>,
): Pick<CollectedTable, 'columns' | 'choices'> & { readonly problems: readonly Problem[] } {
  const columns = new Map<string, number>()
  const choices = new Map<string, Map<string, number>>()
  const problems: Problem[] = []
  const told = (
    code: 'collected_column_twice' | 'collected_column_unknown',
    column: number,
    value: string,
  ) => {
    const severity = code === 'collected_column_twice' ? 'error' : 'warning'
    const place = { file: table.file, sheet: table.sheet, cell: cellAddress(0, column) }
    problems.push({ code, severity, place, value })
  }
  for (let column = 0; column < table.columnCount; column++) {
    const header = cellText(table.cell(0, column))
    if (header === null) continue
    const parts = header.startsWith('_') ? [header] : header.split(SEPARATORS)
    const [name = '', before = ''] = parts.toReversed()
    const question = questions.get(before)?.data
    if (question !== undefined && isChoice(before, name)) {
      const own = choices.get(before) ?? new Map<string, number>()
      if (own.has(name)) told('collected_column_twice', column, header)
      choices.set(before, own.set(name, column))
    } else if (fields.has(name) || isOfProgram(parts)) {
      if (columns.has(name) && fields.has(name)) told('collected_column_twice', column, header)
      columns.set(name, column)
    } else if (holdsAnything(table, column)) told('collected_column_unknown', column, header)
  }
  return { columns, choices, problems }

  function isChoice(before: string, name: string): boolean {
    const data = questions.get(before)?.data
    return data?.type === 'select_multiple' && names.offers(data.choices ?? '', name)
  }
}

function isOfProgram(parts: readonly string[]): boolean {
  const [first = ''] = parts
  return first.startsWith('_') || OF_PROGRAMS.includes(first) || OF_FOLDERS.includes(first)
}

function holdsAnything(table: SheetTable, column: number): boolean {
  for (let row = 1; row < table.rowCount; row++) if (cellText(table.cell(row, column)) !== null) return true
  return false
}
