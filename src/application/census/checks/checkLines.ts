import type { CheckTier, Text } from '../../../domain/instrument/Instrument'
import { COUNTY_AREA } from '../../../domain/programmes/census/areaNames'
import type { AreaFinding } from '../../../domain/programmes/census/areaChecks/findInAreas'
import type { HouseholdFinding } from './CheckTally'

export const CHECK_LEVELS = ['county', 'village', 'household'] as const

export type CheckLevel = (typeof CHECK_LEVELS)[number]

export const CHECK_TIERS = ['error', 'warning', 'note'] as const satisfies readonly CheckTier[]

/** Something that a check of the county, a village or a household found. */
export interface CheckLine {
  readonly check: string
  readonly tier: CheckTier
  readonly level: CheckLevel
  /** A village's, or `COUNTY_AREA`. */
  readonly area: string
  readonly household: string | null
  readonly member: string | null
  readonly interview: string | null
  readonly questions: readonly string[]
  /** Null for those that the interface words itself. */
  readonly message: Text | null
  /** Why it was passed over; null where it stands. */
  readonly reason: string | null
  /** The count whose cases it leads to. */
  readonly opens: string | null
}

/** All findings, the gravest first; within a tier the county's, the villages', the households'. */
export function checkLines(
  areas: readonly AreaFinding[],
  households: readonly HouseholdFinding[],
): readonly CheckLine[] {
  const lines = [...areas.map(areaLine), ...households.map(householdLine)]
  return lines.sort(
    (one, other) =>
      CHECK_TIERS.indexOf(one.tier) - CHECK_TIERS.indexOf(other.tier) ||
      CHECK_LEVELS.indexOf(one.level) - CHECK_LEVELS.indexOf(other.level),
  )
}

function areaLine(finding: AreaFinding): CheckLine {
  const level = finding.area === COUNTY_AREA ? 'county' : 'village'
  return { ...finding, level, household: null, member: null, interview: null, reason: null }
}

function householdLine({ village, ...finding }: HouseholdFinding): CheckLine {
  return { ...finding, level: 'household', area: village, opens: null }
}
