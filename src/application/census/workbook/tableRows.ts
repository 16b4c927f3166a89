import type { CompiledTable } from '../../../domain/programmes/census/tables/CompiledTable'
import type { AreaTable, CellCount } from '../../../domain/programmes/census/tables/TableCounts'
import type { CountedTable } from '../../../domain/programmes/census/tables/tableOf'
import { columnsIn, type TableColumn } from '../../tables/TableSpec'
import type { Texts } from '../../texts/Texts'

/** A cell of a table of an area. */
export interface TableRow<Counted extends CountedTable = AreaTable> {
  readonly table: CompiledTable
  readonly counted: Counted
  readonly cell: CellCount
  /** Where it stands among the table's cells, from 0. */
  readonly index: number
}

/** The cells of tables, table by table, area by area. */
export function tableRows<Counted extends CountedTable>(
  tables: readonly Counted[],
  compiled: readonly CompiledTable[],
): readonly TableRow<Counted>[] {
  const byId = new Map(compiled.map((table) => [table.id, table]))
  return tables.flatMap((counted) => {
    const table = byId.get(counted.id)
    return table === undefined
      ? []
      : counted.rows.map((cell, index): TableRow<Counted> => ({ table, counted, cell, index }))
  })
}

/** Cases with an answer: the row's own where each row has its question. */
export function baseOf({ counted, cell }: TableRow<CountedTable>): number {
  return cell.base ?? counted.base
}

export function unansweredOf({ counted, cell }: TableRow<CountedTable>): number | null {
  return cell.unanswered ?? counted.unanswered
}

/** Table, row and column in words. */
export function wordColumns(texts: Texts): readonly TableColumn<TableRow<CountedTable>>[] {
  const column = columnsIn<TableRow<CountedTable>>(texts)
  const { language } = texts
  return [
    column('tableName', 24, 'text', ({ table }) => table.label[language]),
    column('tableRow', 30, 'text', ({ table, cell }) => {
      return table.rows.find(({ code }) => code === cell.code)?.label[language] ?? cell.code
    }),
    column('tableColumn', 12, 'text', ({ table, cell }) => {
      const own = table.columns?.find(({ code }) => code === cell.column)
      return own?.label[language] ?? cell.column ?? null
    }),
  ]
}

/** The same as programs know them. */
export function codeColumns(texts: Texts): readonly TableColumn<TableRow<CountedTable>>[] {
  const column = columnsIn<TableRow<CountedTable>>(texts)
  return [
    column('tableCode', 20, 'text', ({ table }) => table.id),
    column('rowCode', 20, 'text', ({ cell }) => cell.code),
    column('columnCode', 12, 'text', ({ cell }) => cell.column ?? null),
  ]
}
