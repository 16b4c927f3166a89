import type { WorkBook } from 'xlsx'
import type { ColumnArea } from '../../application/workbook/review/ReturnedWorkbook'
import { COLUMN_LIMIT, ROW_LIMIT } from './sheetOutOfBounds'

/** The cells of every name of the whole workbook, each area by its first column; names of anything else are left out. */
export function namedAreas({ Workbook }: WorkBook): ReadonlyMap<string, readonly ColumnArea[]> {
  const names = (Workbook?.Names ?? []).filter(({ Sheet }) => Sheet === undefined)
  return new Map(names.map(({ Name, Ref }) => [Name, areasIn(Ref)]))
}

function areasIn(reference: unknown): readonly ColumnArea[] {
  if (typeof reference !== 'string') return []
  return [...reference.matchAll(AREA)]
    .slice(0, MOST_AREAS)
    .flatMap(([, quoted, plain, first, from, , to]) => {
      const sheet = quoted?.replaceAll("''", "'") ?? plain
      const column = columnIndex(first ?? '')
      const [start, end] = [Number(from ?? 1) - 1, Number(to ?? from ?? ROW_LIMIT) - 1]
      if (sheet === undefined || column >= COLUMN_LIMIT || start < 0 || end >= ROW_LIMIT) return []
      return [{ sheet, column, from: Math.min(start, end), to: Math.max(start, end) }]
    })
}

/** `'a sheet'!$B$2:$B$9`, `Sheet!$B$2`, `Sheet!$B:$B`; several with commas between. */
const AREA =
  /(?:^|,)\s*(?:'((?:[^']|'')+)'|([^'!,]+))!\$?([A-Z]{1,3})(?:\$?(\d{1,7}))?(?::\$?([A-Z]{1,3})(?:\$?(\d{1,7}))?)?(?=,|$)/gi

/** Every cell is compared with each: a name that was written has one. */
const MOST_AREAS = 16

/** 0 for `A`. */
function columnIndex(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
