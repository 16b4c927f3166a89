import type { CheckTier, Text } from '../../../domain/instrument/Instrument'
import { COUNTY_AREA } from '../../../domain/programmes/census/areaNames'
import type { AreaFinding } from '../../../domain/programmes/census/areaChecks/findInAreas'

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
  /** Id of the household's first interview; null where it has none of its own. */
  readonly interview: string | null
  readonly questions: readonly string[]
  /** Null for those that the interface words itself. */
  readonly message: Text | null
  /** Why it was passed over; null where it stands. */
  readonly reason: string | null
  /** The count whose cases it leads to. */
  readonly opens: string | null
}

/** All findings, the gravest first; within a tier the county's, the villages', the households'. In one pass: a county has many. */
export function checkLines(
  areas: readonly AreaFinding[],
  households: readonly CheckLine[],
): readonly CheckLine[] {
  const parts = CHECK_TIERS.flatMap((tier) => CHECK_LEVELS.map((level) => `${tier} ${level}`))
  const byPart = new Map(parts.map((part) => [part, [] as CheckLine[]]))
  for (const line of areas.map(areaLine)) byPart.get(`${line.tier} ${line.level}`)?.push(line)
  for (const line of households) byPart.get(`${line.tier} ${line.level}`)?.push(line)
  return [...byPart.values()].flat()
}

function areaLine(finding: AreaFinding): CheckLine {
  const level = finding.area === COUNTY_AREA ? 'county' : 'village'
  return { ...finding, level, household: null, member: null, interview: null, reason: null }
}
