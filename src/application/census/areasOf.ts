import { COUNTY_AREA } from '../../domain/programmes/census/areaNames'
import { PROJECT } from '../facts/projectFacts'
import type { ProjectStore } from '../store/ProjectStore'
import { readAreaRecords } from './areaAnswers'
import type { GivenAreas } from './countCensus'

/** What the forms of a project's villages and of its county say. */
export async function areasOf(store: ProjectStore): Promise<GivenAreas> {
  const records = readAreaRecords(await store.changesOf('project', PROJECT))
  const villages = [...records].flatMap(([area, { answers }]) =>
    area === COUNTY_AREA ? [] : [[area, answers] as const],
  )
  return { villages: new Map(villages), county: records.get(COUNTY_AREA)?.answers ?? null }
}
