import { columnsIn } from '../../tables/TableSpec'
import type { Texts } from '../../texts/Texts'
import { listSheet, type WorkbookSheet } from '../../workbook/WorkbookSheet'
import { areaColumns } from './areaColumns'
import { baseOf, codeColumns, unansweredOf, wordColumns, type TableRow } from './tableRows'

/** Every table of every township and village, a row a cell: values as counted at the export. */
export function areaTableSheet(rows: readonly TableRow[], isSampled: boolean, texts: Texts): WorkbookSheet {
  const column = columnsIn<TableRow>(texts)
  const number = isSampled ? 'decimal' : 'integer'
  const columns = [
    ...areaColumns<TableRow>(texts, ({ counted }) => counted.area),
    ...wordColumns(texts),
    column('cases', 12, number, ({ cell }) => cell.count),
    column('caseShare', 12, 'percent', ({ cell }) => cell.share),
    column('base', 12, number, baseOf),
    column('withoutAnswer', 12, number, unansweredOf),
    ...codeColumns(texts),
  ]
  return { ...listSheet({ key: 'areaTables', columns }, rows, texts), inputs: [] }
}
