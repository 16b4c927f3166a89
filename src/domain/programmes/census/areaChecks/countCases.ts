import type { CaseBook } from '../tables/CaseBook'
import { columnsOf } from '../tables/columnsOf'
import { TALLY_CELLS, tallyTable } from '../tables/tallyTable'

/** Counts of households and persons by village, each by the count's name. */
export type VillageCounts = ReadonlyMap<string, Readonly<Record<string, number>>>

/** What was counted of households and persons, of every village of a book that has the tables of `AreaChecks`. */
export function countCases(book: CaseBook): VillageCounts {
  const counts = book.villages.map((village) => [village, {} as Record<string, number>] as const)
  for (const table of book.tables) {
    const units = columnsOf(book, table.population)
    const column = units.of(table.id)
    if (column === undefined) continue
    const { villages } = units
    const villageCount = counts.length
    const { sums, width } = tallyTable(table, { ...column, villages, villageCount, weightOf: null })
    for (const [number, [, own]] of counts.entries())
      for (const [row, { code }] of table.rows.entries())
        own[code] = sums[number * width + TALLY_CELLS + row] ?? 0
  }
  return new Map(counts)
}
