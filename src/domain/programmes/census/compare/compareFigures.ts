import type { Interval } from '../../../estimates/Estimate'
import { differenceInterval } from '../../../estimates/differenceInterval'
import { nameInCounty, unmatchedAreas, type OneSided } from './matchAreas'

/** The figures of a table of an area, as a count of today or an earlier one has them. */
export interface TableFigures {
  readonly id: string
  /** `county`, or as `villageOf` and `townshipKey` name it. */
  readonly area: string
  readonly rows: readonly RowFigures[]
}

export interface RowFigures {
  readonly code: string
  readonly column?: string | undefined
  readonly share: number | null
  /** Where the county was sampled. */
  readonly interval?: Pick<Interval, 'low' | 'high'> | undefined
}

/** Where a table or a row stands: in both counts or in one alone. */
export type Standing = 'both' | 'now' | 'earlier'

/** A table of an area that both counts have. */
export interface ComparedTable {
  readonly id: string
  /** As the count of today names it. */
  readonly area: string
  readonly rows: readonly ComparedRow[]
}

export interface ComparedRow {
  readonly code: string
  readonly column?: string | undefined
  readonly standing: Standing
  readonly share: number | null
  readonly earlier: number | null
  /** Share of now less that of earlier; null where either is none. */
  readonly difference: number | null
  /** Of the difference, at 95 %; null where the two are not both sampled, or one has no interval. */
  readonly interval: Pick<Interval, 'low' | 'high'> | null
}

/** Two counts beside each other. What one has alone is named, and never taken for 0. */
export interface Comparison {
  readonly tables: readonly ComparedTable[]
  /** Areas of one count alone. */
  readonly areas: OneSided
  /** Tables of one count alone, of areas that both have. */
  readonly onlyIn: OneSided
}

/** Compares figures: tables by id, rows by code and column, areas by their names without the county's, which lists need not have. */
export function compareFigures(now: readonly TableFigures[], earlier: readonly TableFigures[]): Comparison {
  const before = new Map(earlier.map((table) => [keyOf(table), table]))
  const keys = new Set(now.map(keyOf))
  const tables = now.flatMap((table) => {
    const other = before.get(keyOf(table))
    return other === undefined ? [] : [{ id: table.id, area: table.area, rows: comparedRows(table, other) }]
  })
  const [own, other] = [namesIn(now), namesIn(earlier)]
  return {
    tables,
    areas: unmatchedAreas(
      now.map(({ area }) => area),
      earlier.map(({ area }) => area),
    ),
    onlyIn: {
      now: idsOf(now.filter((table) => other.has(nameInCounty(table.area)) && !before.has(keyOf(table)))),
      earlier: idsOf(earlier.filter((table) => own.has(nameInCounty(table.area)) && !keys.has(keyOf(table)))),
    },
  }
}

function comparedRows(now: TableFigures, earlier: TableFigures): readonly ComparedRow[] {
  const isSame = (one: RowFigures) => (other: RowFigures) =>
    one.code === other.code && one.column === other.column
  const own = now.rows.map((row) => comparedRow(row, earlier.rows.find(isSame(row))))
  const gone = earlier.rows.filter((row) => !now.rows.some(isSame(row)))
  return [...own, ...gone.map((row) => comparedRow(undefined, row))]
}

function comparedRow(now: RowFigures | undefined, earlier: RowFigures | undefined): ComparedRow {
  const { code = '', column } = now ?? earlier ?? {}
  const [share, before] = [now?.share ?? null, earlier?.share ?? null]
  return {
    code,
    ...(column !== undefined && { column }),
    standing: now === undefined ? 'earlier' : earlier === undefined ? 'now' : 'both',
    share,
    earlier: before,
    difference: share === null || before === null ? null : share - before,
    interval: intervalOf(now, earlier),
  }
}

function intervalOf(now: RowFigures | undefined, earlier: RowFigures | undefined): ComparedRow['interval'] {
  const [one, other] = [estimateOf(now), estimateOf(earlier)]
  return one === null || other === null ? null : differenceInterval(one, other)
}

function estimateOf(row: RowFigures | undefined) {
  const { share = null, interval: { low, high } = { low: null, high: null } } = row ?? {}
  return share === null || low === null || high === null ? null : { value: share, low, high }
}

function keyOf({ id, area }: TableFigures): string {
  return `${id} ${nameInCounty(area)}`
}

function namesIn(tables: readonly TableFigures[]): ReadonlySet<string> {
  return new Set(tables.map(({ area }) => nameInCounty(area)))
}

function idsOf(tables: readonly TableFigures[]): readonly string[] {
  return [...new Set(tables.map(({ id }) => id))]
}
