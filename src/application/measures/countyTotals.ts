import type { Change } from '../../domain/changes/Change'
import { foldChanges } from '../../domain/changes/foldChanges'
import { checkTotals, type SampledPersons } from '../../domain/programmes/assessment/measures/checkTotals'
import type { CountyTotals } from '../../domain/programmes/assessment/measures/CountyTotals'
import type { DenominatorReading } from '../../domain/programmes/assessment/measures/Measure'
import { READING, readingIn } from './decideReading'
import type { Json } from '../../domain/shared/Json'
import { refusals, type Result } from '../../domain/shared/Result'
import { PROJECT } from '../adoptRoster'
import type { Author } from '../households/addFoundHousehold'
import type { ProjectStore } from '../store/ProjectStore'
import { parseTotals } from './parseTotals'

const TOTALS = 'totals'

/** Keeps the county's totals, all in one change: they come from one source. Refused: see `checkTotals`. */
export async function recordTotals(
  store: ProjectStore,
  totals: CountyTotals,
  sampled: SampledPersons,
  author: Author,
): Promise<Result<readonly Change[]>> {
  const errors = checkTotals(totals, sampled).filter(({ severity }) => severity === 'error')
  if (errors.length > 0) return refusals(errors)
  const value = totals as unknown as Json
  return store.write([{ entity: 'project', entityId: PROJECT, path: TOTALS, value, ...author }])
}

/** The county's totals and the reading that decides; null where there are none, or where two laptops disagree. */
export async function countyFactsOf(
  store: ProjectStore,
): Promise<{ readonly totals: CountyTotals | null; readonly reading: DenominatorReading | null }> {
  const state = foldChanges(await store.changesOf('project', PROJECT))
  const settled = (path: string): Json => {
    const said = state.get(path)
    return said === undefined || said.isConflict ? null : said.value
  }
  const totals = settled(TOTALS)
  const parsed = totals === null ? null : parseTotals(totals)
  return {
    totals: parsed !== null && parsed.ok ? parsed.value : null,
    reading: readingIn(settled(READING)),
  }
}
