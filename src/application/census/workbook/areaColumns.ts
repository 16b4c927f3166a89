import type { TableArea } from '../../../domain/programmes/census/tables/TableCounts'
import { columnsIn, type TableColumn } from '../../tables/TableSpec'
import type { Texts } from '../../texts/Texts'

/** Which area a row is about: its level, its township and its village. */
export function areaColumns<Row>(texts: Texts, areaOf: (row: Row) => TableArea): readonly TableColumn<Row>[] {
  const column = columnsIn<Row>(texts)
  const parts = (row: Row): readonly string[] => areaOf(row).key?.split('/') ?? []
  return [
    column('areaKind', 8, 'text', (row) => texts.term('areaKinds', areaOf(row).kind)),
    column('township', 14, 'text', (row) => parts(row)[1] || null),
    column('village', 20, 'text', (row) => parts(row).slice(2).join('/') || null),
  ]
}
