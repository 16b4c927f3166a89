import { cellText } from '../../domain/roster/cellText'
import { cellAddress, type SheetTable } from '../../domain/roster/SheetTable'
import type { Problem, Severity } from '../../domain/shared/Problem'
import { groupBy } from '../../domain/shared/groupBy'
import type { Texts } from '../texts/Texts'
import { freeSheetName } from './freeSheetName'
import { problemSheet } from './sheets/problemSheet'
import type { WorkbookSheet } from './WorkbookSheet'

/** A sheet of the list as it came, with the cells that are wrong marked. */
export interface MarkedSheet {
  readonly name: string
  readonly rows: readonly (readonly (string | null)[])[]
  readonly marks: readonly CellMark[]
}

export interface CellMark {
  /** From 0. */
  readonly row: number
  readonly column: number
  readonly severity: Severity
}

export interface ProblemReport {
  readonly problems: WorkbookSheet
  readonly sheets: readonly MarkedSheet[]
}

/** The report on an import: every problem in words, and the list's own sheets with the problem cells marked. */
export function problemReport(
  tables: readonly SheetTable[],
  problems: readonly Problem[],
  texts: Texts,
): ProblemReport {
  const ofSheet = groupBy(problems, ({ place }) => `${place.file}\0${place.sheet}`)
  const taken = new Set<string>()
  const sheet = problemSheet(problems, { texts, isIdInFull: true })
  taken.add(sheet.name.toLowerCase())
  return {
    problems: sheet,
    sheets: tables.map((table) => {
      const name = freeSheetName(table.sheet, taken)
      return {
        name,
        rows: rowsOf(table),
        marks: marksOf(ofSheet.get(`${table.file}\0${table.sheet}`) ?? [], table),
      }
    }),
  }
}

function rowsOf(table: SheetTable): MarkedSheet['rows'] {
  return Array.from({ length: table.rowCount }, (_, row) =>
    Array.from({ length: table.widthOf(row) }, (_, column) => cellText(table.cell(row, column))),
  )
}

/** One mark a cell, the gravest. */
function marksOf(problems: readonly Problem[], table: SheetTable): readonly CellMark[] {
  const marks = new Map<string, CellMark>()
  for (const { place, severity } of problems) {
    const at = place.cell === undefined ? null : cellOf(place.cell)
    if (at === null || at.row >= table.rowCount) continue
    const address = cellAddress(at.row, at.column)
    const known = marks.get(address)
    if (known === undefined || GRAVITY[severity] < GRAVITY[known.severity])
      marks.set(address, { ...at, severity })
  }
  return [...marks.values()]
}

const GRAVITY = { error: 0, warning: 1, note: 2 } as const

function cellOf(address: string): { readonly row: number; readonly column: number } | null {
  const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(address) ?? []
  if (letters === undefined || row === undefined) return null
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(row) - 1, column }
}
