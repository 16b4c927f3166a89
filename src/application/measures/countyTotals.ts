import type { Change } from '../../domain/changes/Change'
import { foldChanges } from '../../domain/changes/foldChanges'
import { checkTotals, type SampledPersons } from '../../domain/programmes/assessment/measures/checkTotals'
import type { CountyTotals } from '../../domain/programmes/assessment/measures/CountyTotals'
import type { DenominatorReading } from '../../domain/programmes/assessment/measures/Measure'
import { readingIn } from './decideReading'
import { refusals, type Result } from '../../domain/shared/Result'
import { readFact, type Fact } from '../facts/Fact'
import { PROJECT, PROJECT_FACTS, draftProjectFact } from '../facts/projectFacts'
import type { Author } from '../households/addFoundHousehold'
import type { ProjectStore } from '../store/ProjectStore'
import { parseTotals } from './parseTotals'

/** Keeps the county's totals, all in one change: they come from one source. Refused: see `checkTotals`. */
export async function recordTotals(
  store: ProjectStore,
  totals: CountyTotals,
  sampled: SampledPersons,
  author: Author,
): Promise<Result<readonly Change[]>> {
  const errors = checkTotals(totals, sampled).filter(({ severity }) => severity === 'error')
  if (errors.length > 0) return refusals(errors)
  return store.write([draftProjectFact(PROJECT_FACTS.totals, [], totals, author)])
}

/** The county's totals and the reading that decides; null where there are none, or where two laptops disagree. */
export async function countyFactsOf(
  store: ProjectStore,
): Promise<{ readonly totals: CountyTotals | null; readonly reading: DenominatorReading | null }> {
  const state = foldChanges(await store.changesOf('project', PROJECT))
  const settled = <Value>(fact: Fact<Value>): Value | undefined => {
    const said = state.get(fact.path)
    return said === undefined || said.isConflict ? undefined : readFact(fact, said)
  }
  const totals = settled(PROJECT_FACTS.totals)
  const parsed = totals === undefined ? null : parseTotals(totals)
  return {
    totals: parsed !== null && parsed.ok ? parsed.value : null,
    reading: readingIn(settled(PROJECT_FACTS.omissionReading)),
  }
}
