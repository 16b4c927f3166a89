import type { SheetName, WorkbookSheet } from '../../application/workbook/WorkbookSheet'

type AddressedSheet = Pick<WorkbookSheet, 'key' | 'name' | 'columns' | 'rows'>

/** `A`, `B` … `Z`, `AA` for 0, 1 … 25, 26. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

/** The columns that are printed. */
export function printedColumns({ columns, printedTo }: WorkbookSheet): WorkbookSheet['columns'] {
  const last = columns.findIndex(({ key }) => key === printedTo)
  return last === -1 ? columns : columns.slice(0, last + 1)
}

/** A sheet's name as formulas and links write it. */
export function quoted(name: string): string {
  return `'${name.replaceAll("'", "''")}'`
}

/** The rows of a column, first and last 0-based and included; a table without rows has an empty one. */
export function rangeOf(sheet: AddressedSheet, column: string, first: number, last: number): string {
  const name = columnName(columnOf(sheet, column))
  const begin = `$${name}$${first + 2}`
  return `${quoted(sheet.name)}!${begin}${last > first ? `:$${name}$${last + 2}` : ''}`
}

/** What a name stands for. */
export function rangeOfName(sheet: AddressedSheet, { column, to, row, from }: SheetName): string {
  const last = row ?? Math.max(sheet.rows.length - 1, 0)
  const first = row === undefined ? 0 : (from ?? row)
  if (to === undefined) return rangeOf(sheet, column, first, last)
  const [left, right] = [column, to].map((key) => `$${columnName(columnOf(sheet, key))}$`)
  return `${quoted(sheet.name)}!${left}${first + 2}:${right}${last + 2}`
}

/**
 * A formula with its cells in place: `[key]` of its own row (0-based), `{sheet.key}`, `{sheet.key:3}`, `{sheet.key:3-7}` of another
 * table. Throws where a formula names nothing that there is.
 */
export function placedFormula(
  formula: string,
  own: AddressedSheet,
  row: number,
  sheets: ReadonlyMap<string, AddressedSheet>,
): string {
  return formula
    .replace(/\[(\w+)\]/g, (_, key: string) => `${columnName(columnOf(own, key))}${row + 2}`)
    .replace(/\{(\w+)\.(\w+)(?::(\d+)(?:-(\d+))?)?\}/g, (text, key: string, column: string, first, last) => {
      const sheet = sheets.get(key)
      if (sheet === undefined) throw new Error(`a formula names no sheet of its workbook: ${text}`)
      if (first === undefined) return rangeOf(sheet, column, 0, Math.max(sheet.rows.length - 1, 0))
      return rangeOf(sheet, column, Number(first), Number(last ?? first))
    })
}

function columnOf({ name, columns }: AddressedSheet, key: string): number {
  const at = columns.findIndex((column) => column.key === key)
  if (at === -1) throw new Error(`a formula names no column of its table: [${key}] of ${name}`)
  return at
}
