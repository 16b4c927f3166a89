import type { Change } from '../../domain/changes/Change'
import { areaName, COUNTY_AREA } from '../../domain/programmes/census/areaNames'
import { refusal, type Result } from '../../domain/shared/Result'
import { PROJECT, PROJECT_FACTS, draftProjectFact } from '../facts/projectFacts'
import type { Author } from '../interview/recordAnswers'
import type { ProjectStore } from '../store/ProjectStore'
import { closingDetails, readClosings } from './closings'

/**
 * Opens a closed village, or the county, again: what was set aside of it meanwhile can be taken. Refused: `area_reason_missing`,
 * `area_already_open`, `area_county_closed` (a village of a county that is closed as a whole); for a member's device `lead_only`.
 */
export async function openArea(
  store: ProjectStore,
  area: string,
  author: Author & { readonly reason: string },
): Promise<Result<readonly Change[]>> {
  const reason = author.reason.trim()
  if (reason === '') return refusal('area_reason_missing')
  const { areas } = readClosings(await store.changesOf('project', PROJECT))
  const county = areas.get(COUNTY_AREA)
  if (county !== undefined && area !== COUNTY_AREA)
    return refusal('area_county_closed', null, closingDetails(county))
  if (!areas.has(area)) return refusal('area_already_open', null, { area: areaName(area) })
  return store.write([draftProjectFact(PROJECT_FACTS.closed, [area], null, { ...author, reason })])
}
