import type { Change } from '../../domain/changes/Change'
import { openQuestions, type AreaAnswers, type AreaForm } from '../../domain/programmes/census/AreaForm'
import { areaName, COUNTY_AREA } from '../../domain/programmes/census/areaNames'
import { isOpen, stateOf, type CoverageRow } from '../../domain/programmes/census/coverage/Coverage'
import type { AreaFinding } from '../../domain/programmes/census/areaChecks/findInAreas'
import type { Problem } from '../../domain/shared/Problem'
import type { ProblemCode } from '../../domain/shared/ProblemCode'
import { refusal, refusals, type Result } from '../../domain/shared/Result'
import { PROJECT, PROJECT_FACTS, draftProjectFact } from '../facts/projectFacts'
import type { Author } from '../interview/recordAnswers'
import type { ProjectStore } from '../store/ProjectStore'
import { closingDetails, readClosings, type Closings } from './closings'

/** What a closing is judged by. */
export interface AreaStanding {
  /** A village's, or `COUNTY_AREA`. */
  readonly area: string
  /** All households of the county as they stand. */
  readonly rows: readonly Pick<CoverageRow, 'village' | 'household' | 'outcome'>[]
  /** The area's form, and what it answered. */
  readonly form: AreaForm
  readonly answers: AreaAnswers
  /** What the checks find in it. */
  readonly findings: readonly Pick<AreaFinding, 'area' | 'tier'>[]
}

/**
 * Closes a village or the county: it takes no further answer (`closedTo`) until it is opened again. Refused: `area_already_closed`;
 * without a reason also `area_has_open` (households of the village that are still open), `area_villages_open` (villages of the
 * county that are not closed), `area_form_missing` and `area_has_errors` (the checks find errors); for a member's device `lead_only`.
 */
export async function closeArea(
  store: ProjectStore,
  standing: AreaStanding,
  author: Author,
): Promise<Result<readonly Change[]>> {
  const { area, rows } = standing
  const closings = readClosings(await store.changesOf('project', PROJECT))
  const known = closings.areas.get(area)
  if (known !== undefined) return refusal('area_already_closed', null, closingDetails(known))
  const missing = missingForClosing(standing, closings)
  const reason = author.reason?.trim() ?? ''
  if (missing.length > 0 && reason === '') return refusals(missing)
  const households = area === COUNTY_AREA ? [] : rows.filter(({ village }) => village === area)
  const ids = households.map(({ household }) => household)
  const { person, at } = author
  const said = { person, at, ...(missing.length > 0 && { reason }) }
  return store.write([draftProjectFact(PROJECT_FACTS.closed, [area], { households: ids }, said)])
}

/** What an area lacks to be closed without a reason. */
export function missingForClosing(
  { area, rows, form, answers, findings }: AreaStanding,
  closings: Closings,
): readonly Problem[] {
  const unanswered = openQuestions(form, answers).length
  const open = area === COUNTY_AREA ? openVillages(rows, closings) : openHouseholds(rows, area)
  const errors = findings.filter((each) => each.area === area && each.tier === 'error').length
  const code = area === COUNTY_AREA ? 'area_villages_open' : 'area_has_open'
  return [
    ...(open > 0 ? [lack(code, area, open)] : []),
    ...(unanswered > 0 ? [lack('area_form_missing', area, unanswered)] : []),
    ...(errors > 0 ? [lack('area_has_errors', area, errors)] : []),
  ]
}

function openVillages(rows: AreaStanding['rows'], { areas }: Closings): number {
  const villages = new Set(rows.map(({ village }) => village))
  return [...villages].filter((village) => !areas.has(village)).length
}

function openHouseholds(rows: AreaStanding['rows'], area: string): number {
  return rows.filter((row) => row.village === area && isOpen(stateOf(row))).length
}

function lack(code: ProblemCode, area: string, count: number): Problem {
  return { code, severity: 'error', place: {}, value: null, details: { area: areaName(area), count } }
}
