import type { WorkBook } from 'xlsx'
import type { MatchedSheet } from '../../application/workbook/review/matchSheets'
import {
  plainValue,
  textIn,
  type ColumnArea,
  type ReturnedCell,
  type ReturnedSheet,
} from '../../application/workbook/review/ReturnedWorkbook'
import { cellAddress } from '../../domain/roster/SheetTable'
import { namedAreas } from './namedAreas'

/** The cells of a workbook by the names that it has for them, wherever they lie. */
export class NamedCells {
  readonly #areas: ReadonlyMap<string, readonly ColumnArea[]>
  readonly #sheets: ReadonlyMap<string, ReturnedSheet>

  constructor(workbook: WorkBook, sheets: readonly ReturnedSheet[]) {
    this.#areas = namedAreas(workbook)
    this.#sheets = new Map(sheets.map((sheet) => [sheet.name, sheet]))
  }

  /** The areas of a name that lie on sheets of the workbook. */
  areas(name: string): readonly ColumnArea[] {
    return (this.#areas.get(name) ?? []).filter(({ sheet }) => this.#sheets.has(sheet))
  }

  /** Those of the names that are not there; names of a group stand side by side on one sheet. */
  missing(groups: readonly (readonly string[])[]): readonly string[] {
    return groups.flatMap((names) => {
      const [sheet] = names.flatMap((name) => this.areas(name)).map((area) => area.sheet)
      return names.filter((name) => !this.areas(name).some((area) => area.sheet === sheet))
    })
  }

  /** The first cell of a name; null where there is none. */
  first(name: string): ReturnedCell | null {
    const [area] = this.areas(name)
    return area === undefined ? null : this.#cell(area, area.from)
  }

  text(name: string): string | null {
    const cell = this.first(name)
    return cell && textIn(cell)
  }

  /** All cells of a name, down to the last row that has anything. */
  column(name: string): readonly ReturnedCell[] {
    return this.areas(name).flatMap((area) => this.#rowsOf(area).map((row) => this.#cell(area, row)))
  }

  /** The cells of several names side by side, row by row; none of a name that is not there, and no empty rows. */
  rows<Field extends string>(
    names: Readonly<Record<Field, string>>,
  ): readonly Readonly<Record<Field, ReturnedCell>>[] {
    return this.#side(names, (area) => area)
  }

  /** The same of the rows below them, down to the sheet's last. */
  rowsBelow<Field extends string>(
    names: Readonly<Record<Field, string>>,
  ): readonly Readonly<Record<Field, ReturnedCell>>[] {
    const last = Math.max(
      ...Object.values<string>(names).flatMap((name) => this.areas(name).map(({ to }) => to)),
    )
    return this.#side(names, (area) => ({ ...area, from: last + 1, to: Infinity }))
  }

  #side<Field extends string>(
    names: Readonly<Record<Field, string>>,
    partOf: (area: ColumnArea) => ColumnArea,
  ): readonly Readonly<Record<Field, ReturnedCell>>[] {
    const fields = Object.entries<string>(names)
    const columns = fields.flatMap(([field, name]) => {
      const [area] = this.areas(name)
      return area === undefined ? [] : [[field, area] as const]
    })
    const [, first] = columns[0] ?? []
    if (first === undefined || columns.length < fields.length) return []
    const areas = fields.flatMap(([, name]) => this.areas(name)).filter(({ sheet }) => sheet === first.sheet)
    const rows = [...new Set(areas.flatMap((area) => this.#rowsOf(partOf(area))))].sort(
      (one, other) => one - other,
    )
    return rows
      .map((row) =>
        columns.map(([field, area]) => [field, this.#cell({ ...area, sheet: first.sheet }, row)] as const),
      )
      .filter((cells) => cells.some(([, cell]) => textIn(cell) !== null))
      .map((cells) => Object.fromEntries(cells) as Record<Field, ReturnedCell>)
  }

  /** The texts that stood in the column of this name when the sheets were written, but for its header. */
  written(name: string, sheets: readonly MatchedSheet[]): readonly string[] {
    const [area] = this.areas(name)
    const sheet = sheets.find(({ now }) => now.name === area?.sheet)
    const at = sheet?.columns.indexOf(area?.column ?? -1) ?? -1
    return (sheet?.was.rows ?? []).slice(1).flatMap((row) => {
      const value = plainValue(row[at] ?? null)
      return typeof value === 'string' && value !== '' ? [value] : []
    })
  }

  #rowsOf({ sheet, from, to }: ColumnArea): readonly number[] {
    const last = Math.min(to, (this.#sheets.get(sheet)?.rows.length ?? 0) - 1)
    return Array.from({ length: Math.max(0, last - from + 1) }, (_, at) => from + at)
  }

  #cell({ sheet, column }: ColumnArea, row: number): ReturnedCell {
    const value = this.#sheets.get(sheet)?.rows[row]?.[column] ?? null
    return { sheet, cell: cellAddress(row, column), value }
  }
}
