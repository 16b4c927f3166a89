import type { Instrument } from '../../domain/instrument/loadInstrument'
import type { Scope } from '../../domain/instrument/Instrument'
import { cellText } from '../../domain/roster/cellText'
import { cellAddress, type SheetTable } from '../../domain/roster/SheetTable'
import type { Place, Problem } from '../../domain/shared/Problem'
import { FORM_NAMES } from '../xlsform/formNames'
import { readHeader } from './readHeader'

/** A sheet of an export, with its columns by the names of the form's fields. */
export interface CollectedTable {
  readonly table: SheetTable
  /** What its rows are: households, or instances of a repeat. */
  readonly scope: Scope
  readonly columns: ReadonlyMap<string, number>
  /** Columns of 0 and 1, by question and choice. */
  readonly choices: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/** One row of such a sheet. */
export interface CollectedRow extends CollectedTable {
  readonly row: number
}

/** The sheets of an export that hold answers. A column or a sheet that nobody knows is told, and passed over. */
export function collectedTables(
  tables: readonly SheetTable[],
  instrument: Instrument,
  fields: ReadonlySet<string>,
): { readonly found: readonly CollectedTable[]; readonly problems: readonly Problem[] } {
  const found: CollectedTable[] = []
  const problems: Problem[] = []
  for (const table of tables) {
    if (table.rowCount === 0) continue
    const header = readHeader(table, instrument, fields)
    const scope = scopeOf(header.columns, header.choices, instrument)
    if (scope === null) {
      const place = { file: table.file, sheet: table.sheet }
      problems.push({ code: 'collected_sheet_unknown', severity: 'warning', place, value: null })
      continue
    }
    problems.push(...header.problems)
    found.push({ table, scope, columns: header.columns, choices: header.choices })
  }
  return { found, problems }
}

function scopeOf(
  columns: CollectedTable['columns'],
  choices: CollectedTable['choices'],
  { questions, repeats }: Instrument,
): Scope | null {
  if (columns.has(FORM_NAMES.household)) return 'household'
  if (columns.has(FORM_NAMES.member)) return repeats.roster ?? null
  const asked = [...columns.keys(), ...choices.keys()].flatMap((name) => questions.get(name)?.scope ?? [])
  return asked.find((scope) => scope !== 'household') ?? null
}

/** Rows that hold anything in a field of the form. */
export function rowsOf(collected: CollectedTable): readonly CollectedRow[] {
  const columns = [
    ...[...collected.columns].flatMap(([name, at]) => (LINKS.includes(name) ? [] : [at])),
    ...[...collected.choices.values()].flatMap((each) => [...each.values()]),
  ]
  return Array.from({ length: collected.table.rowCount - 1 }, (_, index) => index + 1)
    .filter((row) => columns.some((column) => cellText(collected.table.cell(row, column)) !== null))
    .map((row) => ({ ...collected, row }))
}

/** How a repeat's row names the row of its household: its own column, and that of the household's. */
const LINK_PAIRS = [
  ['_parent_index', '_index'],
  ['PARENT_KEY', 'KEY'],
  ['_submission__id', '_id'],
  ['_submission__uuid', '_uuid'],
] as const

export const LINKS: readonly string[] = LINK_PAIRS.flat()

/** The columns that link a repeat's rows with those of the households; null where the export has none. */
export function linkOf(
  repeat: CollectedTable,
  main: CollectedTable,
): { readonly own: string; readonly parent: string } | null {
  const pair = LINK_PAIRS.find(([own, parent]) => repeat.columns.has(own) && main.columns.has(parent))
  return pair === undefined ? null : { own: pair[0], parent: pair[1] }
}

/** The text of a field in a row; null where the export lacks it, or it is blank. */
export function textIn({ table, columns, row }: CollectedRow, field: string): string | null {
  const column = columns.get(field)
  return column === undefined ? null : cellText(table.cell(row, column))
}

/** Where a field of a row stands, or the first of its choices; the row where the export has no such column. */
export function placeOf({ table, columns, choices, row }: CollectedRow, field: string): Place {
  const [first] = choices.get(field)?.values() ?? []
  return placeAt(table, row, columns.get(field) ?? first ?? 0)
}

export function placeAt({ file, sheet }: SheetTable, row: number, column: number): Place {
  return { file, sheet, cell: cellAddress(row, column) }
}
