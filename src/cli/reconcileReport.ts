import {
  RECONCILIATION_GROUPS,
  reconciliationTable,
  rowsOfGroup,
  type ReconciliationTerms,
} from '../application/reconcile/reconciliationTables'
import { shownId, shownText } from '../application/workbook/WorkbookInput'
import type { CellValue } from '../domain/roster/compare/RosterComparison'
import type { Listed, Reconciliation } from '../domain/reconcile/Reconciliation'
import type { Json } from '../domain/shared/Json'
import type { Problem } from '../domain/shared/Problem'
import type { ReconcileUsage } from './reconcileUsage'
import { problem as problemJson } from './rosterJson'

/** Rows of a group that are told where not everything is. */
const FEW = 5

/** The reconciliation for the eye: how many are in each group, and the first of them. */
export function reconciliationReport(
  found: Reconciliation,
  { source, date, out, isVerbose }: Pick<ReconcileUsage, 'source' | 'date' | 'out' | 'isVerbose'>,
  terms: ReconciliationTerms,
): string {
  const { texts } = terms
  const lines = RECONCILIATION_GROUPS.flatMap((group) => {
    const rows = rowsOfGroup(group, found)
    const { columns } = reconciliationTable(group, terms)
    const isTold = isVerbose || group === 'cells' || group === 'unclear'
    const told = isTold ? rows.slice(0, isVerbose ? rows.length : FEW) : []
    return [
      `${texts.term('reconcile', group)}  ${rows.length}`,
      ...told.map((row) => `  ${columns.map((column) => String(column.value(row) ?? '—')).join('  ')}`),
      ...(isTold && told.length < rows.length ? ['  …'] : []),
    ]
  })
  return [
    `${source}  ${date}`,
    ...lines,
    texts.term('reconcile', 'matters'),
    ...(out === null ? [] : [out]),
  ].join('\n')
}

/** The document that `yihu reconcile --json` prints; nobody where it was refused. */
export function reconciliationJson(
  found: Reconciliation | null,
  problems: readonly Problem[],
  { source, date }: Pick<ReconcileUsage, 'source' | 'date'>,
  { texts, isIdInFull }: ReconciliationTerms,
): string {
  const registered = ({ household, member }: Listed): Json => ({
    household: household.id,
    member: member.id,
    name: member.name,
    village: household.village,
    idNumber: shownId(member.idNumber, isIdInFull),
  })
  const listed = ({ household, member }: Listed): Json => ({
    ...member.source,
    name: member.name,
    village: household.village,
    idNumber: shownId(member.idNumber, isIdInFull),
  })
  const shown = (field: string, value: CellValue): Json => {
    if (typeof value !== 'string') return value as Json
    // An ID number is masked whatever is wrong with it.
    return field === 'idNumber' ? shownId(value, isIdInFull) : shownText(value, isIdInFull)
  }
  const document: Json = {
    source,
    date,
    both: (found?.both ?? []).map(({ register, other, by, cells }) => ({
      register: registered(register),
      other: listed(other),
      by,
      cells: cells.map(({ field, before, after }) => ({
        field,
        register: shown(field, before),
        other: shown(field, after),
      })),
    })),
    unclear: (found?.unclear ?? []).map(({ why, by, register, other }) => ({
      why,
      by,
      register: register.map(registered),
      other: other.map(listed),
    })),
    onlyRegister: (found?.onlyRegister ?? []).map(registered),
    onlyOther: (found?.onlyOther ?? []).map(listed),
    problems: problems.map((each) => problemJson(each, texts)),
  }
  return JSON.stringify(document, null, 2)
}
