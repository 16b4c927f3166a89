import type { TableArea } from '../../../domain/programmes/census/tables/TableCounts'
import { areaParts } from '../../../domain/villages/areaParts'
import { columnsIn, type TableColumn } from '../../tables/TableSpec'
import type { Texts } from '../../texts/Texts'

/** Which area a row is about: its level, its township and its village. */
export function areaColumns<Row>(texts: Texts, areaOf: (row: Row) => TableArea): readonly TableColumn<Row>[] {
  const column = columnsIn<Row>(texts)
  const parts = (row: Row) => areaParts(areaOf(row).key ?? '')
  return [
    column('areaKind', 8, 'text', (row) => texts.term('areaKinds', areaOf(row).kind)),
    column('township', 14, 'text', (row) => parts(row).township || null),
    column('village', 20, 'text', (row) => parts(row).village || null),
  ]
}
