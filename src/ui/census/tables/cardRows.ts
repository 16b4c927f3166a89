import {
  shownInterval,
  shownPoints,
  shownPointsInterval,
  shownShare,
} from '../../../application/census/shownShare'
import type { ComparedRow, ComparedTable } from '../../../domain/programmes/census/compare/compareFigures'
import type { AreaTable, CellCount } from '../../../domain/programmes/census/tables/TableCounts'

/** A row of a card, as it is shown. */
export interface CardRow {
  readonly key: string
  readonly cell: Pick<CellCount, 'code' | 'column'>
  /** Null of a row that the earlier count has alone. */
  readonly own: CellCount | null
  readonly share: string
  /** Of a sampled county: the interval, null where too few were drawn to say; undefined where nothing was sampled or answered. */
  readonly interval: string | null | undefined
  readonly shareBeside: string
  readonly compared: ShownComparison | null
}

export interface ShownComparison {
  readonly standing: ComparedRow['standing']
  readonly earlier: string
  readonly difference: string
  readonly interval: string | null
}

/** Whether shares of a table have intervals, or are told to have none. */
export function isTableSampled({ rows }: AreaTable): boolean {
  return rows.some(({ interval }) => interval !== undefined)
}

/** The rows of a table, those that only the earlier count has last. */
export function cardRows(
  table: AreaTable,
  beside: AreaTable | undefined,
  compared: ComparedTable | undefined,
): readonly CardRow[] {
  const { population } = table
  const own = table.rows.map((row): CardRow => {
    const { share, interval } = row
    const other = beside?.rows.find((each) => isSame(each, row))
    const earlier = compared?.rows.find((each) => isSame(each, row))
    return {
      key: keyOf(row),
      cell: row,
      own: row,
      share: shownShare(share, population),
      interval: interval === undefined || share === null ? undefined : shownInterval(interval, population),
      shareBeside: shownShare(other?.share ?? null, population),
      compared: earlier === undefined ? null : shownComparison(earlier, table),
    }
  })
  const gone = compared?.rows.filter(({ standing }) => standing === 'earlier') ?? []
  return [...own, ...gone.map((row) => goneRow(row, table))]
}

function goneRow(row: ComparedRow, table: AreaTable): CardRow {
  const { code, column } = row
  return {
    key: keyOf(row),
    cell: { code, ...(column !== undefined && { column }) },
    own: null,
    share: shownShare(null, table.population),
    interval: undefined,
    shareBeside: shownShare(null, table.population),
    compared: shownComparison(row, table),
  }
}

function shownComparison(row: ComparedRow, { population }: AreaTable): ShownComparison {
  return {
    standing: row.standing,
    earlier: shownShare(row.earlier, population),
    difference: shownPoints(row.difference, population),
    interval: shownPointsInterval(row.interval, population),
  }
}

interface Named {
  readonly code: string
  readonly column?: string | undefined
}

function isSame(one: Named, other: Named): boolean {
  return one.code === other.code && one.column === other.column
}

function keyOf({ code, column }: Named): string {
  return `${code} ${column ?? ''}`
}
