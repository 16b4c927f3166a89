import type { Change } from '../../domain/changes/Change'
import { foldChanges } from '../../domain/changes/foldChanges'
import {
  STAGES,
  stageFault,
  type CountyStages,
  type Stage,
} from '../../domain/programmes/assessment/determination/CountyStages'
import { refusal, type Result } from '../../domain/shared/Result'
import { PROJECT } from '../adoptRoster'
import type { Author } from '../households/addFoundHousehold'
import type { ProjectStore } from '../store/ProjectStore'

const STAGE = 'stages/'

/**
 * Records, or corrects, the day of a stage (ISO date), with a reason; `today` by the calendar of whoever records it. Refused:
 * `stage_reason_missing`, and what `stageFault` says.
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
  return store.write([{ entity: 'project', entityId: PROJECT, path: STAGE + stage, value: date, ...author }])
}

/** How far the county's exit has come. */
export async function stagesOf(store: ProjectStore): Promise<CountyStages> {
  const state = foldChanges(await store.changesOf('project', PROJECT))
  return Object.fromEntries(
    STAGES.map((stage) => {
      const said = state.get(STAGE + stage)
      const value = said === undefined || said.isConflict ? null : said.value
      return [stage, typeof value === 'string' ? value : null]
    }),
  ) as CountyStages
}
