import { townshipKey } from '../../../villages/townshipKey'
import type { CaseBook } from './CaseBook'
import { columnsOf } from './columnsOf'
import { ANSWERED, FIRST_CELL, OUT, type CompiledTable } from './CompiledTable'
import type { TableArea } from './TableCounts'
import type { UnitColumns } from './UnitColumns'

/** A number of a table: a cell, its base, or the cases without an answer; of a row alone where it has its own base. */
export type TablePart =
  | { readonly of: 'cell'; readonly code: string; readonly column?: string }
  | { readonly of: 'base' | 'unanswered'; readonly code?: string }

/** One case: a household, a person of it, or a village. */
export type TableCase =
  | { readonly household: string }
  | { readonly household: string; readonly member: string }
  | { readonly village: string }

/**
 * The cases that a number of a table counts, in the order in which they came. Of the county's form there are none: its cells are
 * what one form says. An unknown table, row or column has none.
 */
export function casesBehind(
  book: CaseBook,
  id: string,
  part: TablePart,
  area: TableArea,
): readonly TableCase[] {
  const table = book.tables.find((each) => each.id === id)
  if (table === undefined || table.population === 'county') return []
  const units = columnsOf(book, table.population)
  const isBehind = partTest(table, part, units)
  const isInArea = areaTest(book, area)
  const { villages } = units
  const found: TableCase[] = []
  for (let unit = 0; unit < units.size; unit++)
    if (isBehind(unit) && isInArea(villages[unit] as number)) found.push(caseOf(book, table, unit))
  return found
}

function caseOf(book: CaseBook, { population }: CompiledTable, unit: number): TableCase {
  const id = columnsOf(book, population).ids[unit] ?? ''
  switch (population) {
    case 'villages':
    case 'county':
      return { village: id }
    case 'persons':
    case 'children':
      return { household: book.households.ids[book.persons.owners[unit] as number] ?? '', member: id }
    case 'listed':
    case 'households':
      return { household: id }
  }
}

function areaTest(book: CaseBook, { kind, key }: TableArea): (village: number) => boolean {
  if (kind === 'county') return () => true
  const isOwn = book.villages.map((village) => (kind === 'village' ? village : townshipKey(village)) === key)
  return (village) => isOwn[village] === true
}

function partTest(table: CompiledTable, part: TablePart, units: UnitColumns): (unit: number) => boolean {
  const column = units.of(table.id)
  if (column === undefined) return () => false
  const { codes, known } = column
  const codeOf = (unit: number): number => codes[unit] as number
  const row = part.code === undefined ? -1 : table.rows.findIndex(({ code }) => code === part.code)
  if (part.code !== undefined && row < 0) return () => false
  if (table.coding.kind === 'several') {
    const bit = 1 << row
    if (part.of === 'cell') return (unit) => (codeOf(unit) & bit) !== 0
    const isAnswered = (unit: number): boolean =>
      row < 0 || known === null ? (codeOf(unit) & ANSWERED) !== 0 : ((known[unit] as number) & bit) !== 0
    return (unit) => codeOf(unit) !== OUT && isAnswered(unit) === (part.of === 'base')
  }
  if (part.of === 'cell') {
    const cell = cellOf(table, row, part.column)
    return cell === null ? () => false : (unit) => codeOf(unit) === cell
  }
  return part.of === 'base'
    ? (unit) => codeOf(unit) >= FIRST_CELL
    : (unit) => codeOf(unit) !== OUT && codeOf(unit) < FIRST_CELL
}

function cellOf({ columns }: CompiledTable, row: number, column: string | undefined): number | null {
  if (columns === null) return column === undefined ? FIRST_CELL + row : null
  const index = columns.findIndex(({ code }) => code === column)
  return index < 0 ? null : FIRST_CELL + row * columns.length + index
}
