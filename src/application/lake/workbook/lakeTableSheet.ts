import type { CompiledTable } from '../../../domain/programmes/census/tables/CompiledTable'
import {
  baseOf,
  codeColumns,
  tableRows,
  unansweredOf,
  wordColumns,
  type TableRow,
} from '../../census/workbook/tableRows'
import { columnsIn } from '../../tables/TableSpec'
import type { Texts } from '../../texts/Texts'
import { listSheet, type WorkbookSheet } from '../../workbook/WorkbookSheet'
import type { LakeTable } from '../tables/censusTables'
import { placeColumns } from './placeColumns'

/** Every table of every area, a row a cell: one long list, to filter by level, area and table. */
export function lakeTableSheet(
  tables: readonly LakeTable[],
  compiled: readonly CompiledTable[],
  texts: Texts,
): WorkbookSheet {
  const column = columnsIn<TableRow<LakeTable>>(texts)
  const columns = [
    ...placeColumns<TableRow<LakeTable>>(texts, ({ counted }) => counted.area),
    ...wordColumns(texts),
    column('cases', 12, 'decimal', ({ cell }) => cell.count),
    column('caseShare', 12, 'percent', ({ cell }) => cell.share),
    column('low', 12, 'percent', ({ cell }) => cell.interval?.low ?? null),
    column('high', 12, 'percent', ({ cell }) => cell.interval?.high ?? null),
    column('base', 12, 'decimal', baseOf),
    column('withoutAnswer', 12, 'decimal', unansweredOf),
    ...codeColumns(texts),
  ]
  return listSheet({ key: 'lakeTables', columns }, tableRows(tables, compiled), texts)
}
