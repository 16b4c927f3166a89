import type { Problem } from '../../../src/domain/shared/Problem'
import type { ListRow } from './HonestList'
import type { ListDraft } from './ListDraft'
import { lineOf } from './writeDelimited'

export interface RowPlaces {
  /** The rows that a place of the reader may mean: one, but for files of the same name. */
  at(file: string | undefined, sheet: string | undefined, row: number): readonly ListRow[]
  /** The rows that a problem points at; none where it speaks of a sheet, a file or a header. */
  of(problem: Problem): readonly ListRow[]
  /** Rows of all sheets, blank ones at the end of a sheet left out: what the reader has to account for. */
  readonly count: number
}

/** Finds the rows of a list by where they stand in its files. */
export function rowPlaces({ list, writing }: ListDraft): RowPlaces {
  const rows = new Map<string, ListRow[]>()
  const lines = new Map<string, ListRow[]>()
  const add = (places: Map<string, ListRow[]>, key: string, row: ListRow) =>
    places.set(key, [...(places.get(key) ?? []), row])
  let count = 0
  for (const sheet of list.sheets) {
    const name = writing.format === 'delimited' ? sheet.fileName : sheet.name
    let line = 1
    sheet.rows.forEach((row, index) => {
      add(rows, `${sheet.fileName}|${name}|${index + 1}`, row)
      if (writing.format !== 'delimited') return
      const spanned = lineOf(row, writing).split(/\r\n|\r|\n/).length
      for (let part = 0; part < spanned; part++) add(lines, `${sheet.fileName}|${line + part}`, row)
      line += spanned
    })
    count += 1 + sheet.rows.findLastIndex((row) => row.line !== undefined || row.cells.some(isFilled))
  }
  const at = (file = '', sheet = '', row: number) => rows.get(`${file}|${sheet}|${row}`) ?? []
  return {
    at,
    of({ place: { file = '', sheet, cell, line } }) {
      if (line !== undefined) return lines.get(`${file}|${line}`) ?? []
      const row = /\d+$/.exec(cell ?? '')
      return row === null ? [] : at(file, sheet, Number(row[0]))
    },
    count,
  }
}

function isFilled(cell: unknown): boolean {
  return cell !== null && !(typeof cell === 'string' && cell.trim() === '')
}
