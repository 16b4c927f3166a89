import type { Change } from '../../domain/changes/Change'
import { foldChanges } from '../../domain/changes/foldChanges'
import {
  stageFault,
  type CountyStages,
  type Stage,
} from '../../domain/programmes/assessment/determination/CountyStages'
import { refusal, type Result } from '../../domain/shared/Result'
import { pathOf, readFact } from '../facts/Fact'
import { PROJECT, PROJECT_FACTS, draftProjectFact } from '../facts/projectFacts'
import type { Author } from '../households/addFoundHousehold'
import type { ProjectStore } from '../store/ProjectStore'

/**
 * Records, or corrects, the day of a stage (ISO date), with a reason; `today` by the calendar of whoever records it. Refused:
 * `stage_reason_missing`, and what `stageFault` returns.
 */
export async function recordStage(
  store: ProjectStore,
  stage: Stage,
  date: string,
  today: string,
  author: Author & { readonly reason: string },
): Promise<Result<readonly Change[]>> {
  if (author.reason.trim() === '') return refusal('stage_reason_missing', date, { stage })
  const fault = stageFault(await stagesOf(store), stage, date, today)
  if (fault !== null) return refusal(fault, date, { stage })
  return store.write([draftProjectFact(PROJECT_FACTS.stage, [stage], date, author)])
}

/** How far the county's exit has come. */
export async function stagesOf(store: ProjectStore): Promise<CountyStages> {
  const state = foldChanges(await store.changesOf('project', PROJECT))
  const dateOf = (stage: Stage): string | null => {
    const said = state.get(pathOf(PROJECT_FACTS.stage, stage))
    return said === undefined || said.isConflict ? null : (readFact(PROJECT_FACTS.stage, said) ?? null)
  }
  return {
    county_applies: dateOf('county_applies'),
    city_reviews: dateOf('city_reviews'),
    province_decides: dateOf('province_decides'),
    centre_records: dateOf('centre_records'),
  }
}
