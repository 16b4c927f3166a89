import type { AreaTable } from '../../src/domain/programmes/census/tables/TableCounts'
import { PUBLISHED } from './published'

/** Standard errors that a generated share may be off. */
const WIDTH = 4.5

/** Rows of the county's tables whose share is farther from the published one than sampling explains. */
export function offPublished(tables: readonly AreaTable[]): readonly string[] {
  return Object.entries(PUBLISHED).flatMap(([id, shares]) => {
    const table = tables.find((each) => each.id === id && each.area.kind === 'county')
    if (table === undefined) return [`${id}: no table`]
    return Object.entries(shares as Readonly<Record<string, number>>).flatMap(([code, share]) => {
      const row = table.rows.find((each) => each.code === code)
      // The bulletin has one row for all water that is not piped.
      if (row === undefined || (id === 'water_source' && code === 'other')) return []
      const base = row.base ?? table.base
      const error = Math.sqrt((share * (1 - share)) / base)
      const isNear = Math.abs((row.share ?? -1) - share) <= WIDTH * error + 1 / base
      return isNear ? [] : [`${id} ${code}: published ${share}, counted ${row.share} of ${base}`]
    })
  })
}
