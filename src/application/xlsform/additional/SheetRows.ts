import { cellText } from '../../../domain/roster/cellText'
import { cellAddress, type SheetTable } from '../../../domain/roster/SheetTable'
import type { Place, Problem } from '../../../domain/shared/Problem'
import type { ProblemCode } from '../../../domain/shared/ProblemCode'

/** One sheet of an XLSForm: the first row names the columns. */
export interface SheetRows {
  /** Names of the columns as they stand, and of each where it stands. */
  readonly columns: readonly { readonly name: string; readonly place: Place }[]
  readonly rows: readonly SheetRow[]
}

export interface SheetRow {
  /** Text of the cell below a column; null where it is blank, or there is no such column. */
  at(column: string): string | null
  /** Of the cell below a column, or of the row's first cell. */
  place(column: string): Place
}

/** The rows of a sheet that hold anything. */
export function sheetRows(table: SheetTable): SheetRows {
  const placeOf = (row: number, column: number): Place => ({
    file: table.file,
    sheet: table.sheet,
    cell: cellAddress(row, column),
  })
  const found = new Map<string, number>()
  const width = table.rowCount === 0 ? 0 : table.widthOf(0)
  for (let column = 0; column < width; column++) {
    const name = columnName(cellText(table.cell(0, column)) ?? '')
    if (name !== '' && !found.has(name)) found.set(name, column)
  }
  const rows: SheetRow[] = []
  for (let row = 1; row < table.rowCount; row++) {
    const at = (name: string) => {
      const column = found.get(name)
      return column === undefined ? null : cellText(table.cell(row, column))
    }
    if ([...found.keys()].every((name) => at(name) === null)) continue
    rows.push({ at, place: (name) => placeOf(row, found.get(name) ?? 0) })
  }
  const columns = [...found].map(([name, column]) => ({ name, place: placeOf(0, column) }))
  return { columns, rows }
}

/** A column of several words may have them parted by a blank, and a language by one colon. */
function columnName(header: string): string {
  const [name = '', ...language] = header.split(/::?/)
  const tidy = name.trim().toLowerCase().replaceAll(' ', '_')
  return language.length === 0 ? tidy : `${tidy}::${language.join(':').trim()}`
}

/** An error at a cell. */
export function cellProblem(
  code: ProblemCode,
  row: SheetRow,
  column: string,
  details?: Problem['details'],
): Problem {
  return {
    code,
    severity: 'error',
    place: row.place(column),
    value: row.at(column),
    ...(details && { details }),
  }
}
