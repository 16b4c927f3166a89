import { areaParts } from '../../../domain/villages/areaParts'
import { columnsIn, type TableColumn } from '../../tables/TableSpec'
import type { Texts } from '../../texts/Texts'
import type { LakeArea } from '../LakeArea'

/** Which area a row is about, a column a level. */
export function placeColumns<Row>(texts: Texts, areaOf: (row: Row) => LakeArea): readonly TableColumn<Row>[] {
  const column = columnsIn<Row>(texts)
  const parts = (row: Row) => areaParts(areaOf(row).key ?? '')
  return [
    column('areaKind', 8, 'text', (row) => texts.term('areaKinds', areaOf(row).level)),
    column('province', 14, 'text', (row) => areaOf(row).province),
    column('city', 14, 'text', (row) => areaOf(row).city),
    column('county', 14, 'text', (row) => areaOf(row).countyName ?? areaOf(row).county),
    column('township', 14, 'text', (row) => parts(row).township || null),
    column('village', 20, 'text', (row) => parts(row).village || null),
  ]
}
