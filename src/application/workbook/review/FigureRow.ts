import type { HouseholdDeterminations } from '../../../domain/programmes/assessment/determination/Determination'
import {
  isInSample,
  isInterviewed,
  type MeasuredHousehold,
} from '../../../domain/programmes/assessment/measures/MeasuredHousehold'
import type { RosterHousehold } from '../../../domain/roster/Roster'

/** A household as the figures of the workbook have it: all that is kept of it. */
export interface FigureRow {
  readonly measured: MeasuredHousehold
  readonly household: Pick<RosterHousehold, 'id' | 'headName' | 'township' | 'village'>
  /** What people call it. */
  readonly shown: string
  /** Its 0-based row in the list of households. */
  readonly row: number
  /** Criteria that it does not meet, in words; null where there is none. */
  readonly unmet: string | null
  readonly determinations: HouseholdDeterminations | undefined
  /** See `fingerprintOf`. */
  readonly fingerprint: string
}

/** Rows of the figures, first and last 0-based and included. */
export interface RowRange {
  readonly from: number
  readonly to: number
}

/** What was drawn as one: a household, or the households of a drawn village. */
export interface SampleUnit extends RowRange {
  readonly cluster: string | null
}

/** A stratum with its units, which stand one after the other. */
export interface StratumUnits {
  readonly stratum: string
  /** Of the list of units. */
  readonly units: RowRange
}

export interface OrderedFigures {
  readonly rows: readonly FigureRow[]
  readonly units: readonly SampleUnit[]
  readonly strata: readonly StratumUnits[]
  /** Every unit is one household, in the order of the rows: the rows themselves are the units. */
  readonly areRowsUnits: boolean
}

/** Whether a household counts in any measure. */
export function isCounted({ measured }: FigureRow): boolean {
  return isInterviewed(measured) && isInSample(measured)
}

/**
 * The households that count first, by stratum and unit, each in the order in which it comes first: every sum over a
 * stratum is then one over rows that stand together. The others follow.
 */
export function orderFigures(given: readonly FigureRow[]): OrderedFigures {
  const byStratum = new Map<string, Map<string, FigureRow[]>>()
  for (const [index, row] of given.entries()) {
    if (!isCounted(row)) continue
    const { stratum, cluster } = row.measured.sampling
    const units = byStratum.get(stratum) ?? new Map<string, FigureRow[]>()
    byStratum.set(stratum, units)
    const key = cluster === null ? `row ${index}` : `cluster ${cluster}`
    const members = units.get(key)
    if (members === undefined) units.set(key, [row])
    else members.push(row)
  }
  const rows: FigureRow[] = []
  const units: SampleUnit[] = []
  const strata: StratumUnits[] = []
  for (const [stratum, own] of byStratum) {
    const first = units.length
    for (const members of own.values()) {
      const cluster = members[0]?.measured.sampling.cluster ?? null
      units.push({ cluster, from: rows.length, to: rows.length + members.length - 1 })
      rows.push(...members)
    }
    strata.push({ stratum, units: { from: first, to: units.length - 1 } })
  }
  const areRowsUnits = units.every(({ cluster }) => cluster === null)
  const others = given.filter((row) => !isCounted(row))
  return { rows: [...rows, ...others], units, strata, areRowsUnits }
}
