import type { CellObject, WorkBook } from 'xlsx'
import type { ReturnedSheet } from '../../application/workbook/review/ReturnedWorkbook'
import type { SnapshotCell } from '../../application/workbook/review/Snapshot'
import { ERROR_NAMES } from './errorNames'
import type { DenseSheet } from './workbookTables'

/** The sheets of a workbook with what their cells say, and which are formulas. */
export function returnedSheets({ SheetNames, Sheets, Workbook }: WorkBook): readonly ReturnedSheet[] {
  const hidden = new Map((Workbook?.Sheets ?? []).map(({ name, Hidden = 0 }) => [name, Hidden > 0]))
  return SheetNames.map((name) => {
    const sheet: DenseSheet = Sheets[name] ?? {}
    const rows = Array.from(sheet['!data'] ?? [], (row) => Array.from(row ?? [], snapshotCell))
    return { name, isVisible: hidden.get(name) !== true, rows }
  })
}

function snapshotCell(cell: CellObject | undefined): SnapshotCell {
  if (cell === undefined) return null
  const isFormula = cell.f !== undefined || cell.F !== undefined
  return isFormula ? { f: valueOf(cell) } : valueOf(cell)
}

function valueOf({ t, v, w }: CellObject): string | number | null {
  if (t === 'e') return w ?? ERROR_NAMES.get(Number(v)) ?? '#ERROR'
  if (typeof v === 'string') return v
  if (typeof v === 'number') return Number.isFinite(v) ? v : null
  return typeof v === 'boolean' ? (v ? 'TRUE' : 'FALSE') : null
}
