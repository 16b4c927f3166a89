import { projectHouseholds } from '../households/projectHouseholds'
import { backchecksOf } from '../rounds/backchecks'
import type { ProjectStore } from '../store/ProjectStore'
import { othersHouseholds } from '../team/assignment/assignments'
import { spareHolder } from '../team/assignment/spareHolder'
import { projectSampleOf, reservesFor } from './projectSample'

/** Reserves that may take a household's place, in their order. */
export interface StandbyReserves {
  /** Those that whoever works at this device may visit; the first is next. */
  readonly own: readonly string[]
  /** Somebody else's, or not handed out to this device: only the lead can give them. */
  readonly others: readonly string[]
}

/**
 * Who stands by for a household: one rule for the choice that is offered and for what is written of it. A spare that is
 * another's is skipped here, since nobody at this device can go there.
 */
export async function standbyReserves(store: ProjectStore, household: string): Promise<StandbyReserves> {
  const sample = await projectSampleOf(store)
  const all = sample === null ? [] : reservesFor(sample, household)
  if (all.length === 0) return { own: [], others: [] }
  const isOwn = await ownSpares(store, all)
  return { own: all.filter(isOwn), others: all.filter((id) => !isOwn(id)) }
}

/** Which of these spares are known here and may be visited from here. */
async function ownSpares(
  store: ProjectStore,
  spares: readonly string[],
): Promise<(spare: string) => boolean> {
  const isHolder = await spareHolder(store)
  const isOthers = isHolder === null ? await othersHouseholds(store, await backchecksOf(store)) : null
  const wanted = new Set(spares)
  const here = new Set<string>()
  for await (const ofVillage of projectHouseholds(store))
    for (const { household } of ofVillage) {
      const mayGo = isHolder?.(household.id) ?? !isOthers?.(household)
      if (wanted.has(household.id) && mayGo) here.add(household.id)
    }
  return (spare) => here.has(spare)
}
