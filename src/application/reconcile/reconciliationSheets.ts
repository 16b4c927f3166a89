import type { Reconciliation } from '../../domain/reconcile/Reconciliation'
import { cellsOf } from '../tables/TableSpec'
import { chinaTime } from '../texts/chinaTime'
import type { TermOf, Texts } from '../texts/Texts'
import type { FullIds } from '../workbook/fullIds'
import type { WorkbookSheet } from '../workbook/WorkbookSheet'
import type { ListOrigin } from './otherLists'
import {
  RECONCILIATION_GROUPS,
  reconciliationTable,
  rowsOfGroup,
  type ReconciliationTerms,
} from './reconciliationTables'

/** What the workbook says besides the people. */
export interface ReconciliationAbout extends ListOrigin {
  readonly files: readonly string[]
  /** Who asked for ID numbers in full; null: they are masked. */
  readonly fullIds: FullIds | null
}

/** The workbook of a reconciliation: what was compared, then a sheet a group. */
export function reconciliationSheets(
  found: Reconciliation,
  about: ReconciliationAbout,
  terms: ReconciliationTerms,
): readonly WorkbookSheet[] {
  const groups = RECONCILIATION_GROUPS.map((group) => {
    const { columns } = reconciliationTable(group, terms)
    const rows = rowsOfGroup(group, found)
    return {
      name: terms.texts.term('reconcile', group),
      isList: true,
      columns,
      rows: rows.map((row) => cellsOf(columns, row)),
    }
  })
  return [coverOf(found, about, groups, terms.texts), ...groups]
}

function coverOf(
  found: Reconciliation,
  { source, date, files, fullIds }: ReconciliationAbout,
  groups: readonly WorkbookSheet[],
  texts: Texts,
): WorkbookSheet {
  const fact = (name: TermOf<'reconcile'>, value: string | number | null) => [
    texts.term('reconcile', name),
    value,
  ]
  const unclear = (list: 'register' | 'other'): number =>
    found.unclear.reduce((sum, each) => sum + each[list].length, 0)
  const heads = (['item', 'value'] as const).map((key, index) => ({
    key,
    label: texts.term('reconcileColumns', key),
    width: [32, 60][index] ?? 32,
    type: 'text' as const,
  }))
  return {
    name: texts.term('reconcile', 'about'),
    isList: false,
    columns: heads,
    rows: [
      fact('source', source),
      fact('date', date),
      fact('files', files.join(', ')),
      fact('registerPersons', String(found.both.length + found.onlyRegister.length + unclear('register'))),
      fact('persons', String(found.both.length + found.onlyOther.length + unclear('other'))),
      ...groups.map(({ name, rows }) => [name, String(rows.length)]),
      fullIds === null
        ? fact('masked', null)
        : fact('fullIds', `${fullIds.by}, ${chinaTime(fullIds.at)}, ${fullIds.why}`),
      fact('matters', null),
    ],
  }
}
