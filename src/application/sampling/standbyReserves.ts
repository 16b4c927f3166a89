import { projectHouseholds } from '../households/projectHouseholds'
import { backchecksOf } from '../rounds/backchecks'
import type { ProjectStore } from '../store/ProjectStore'
import { othersHouseholds } from '../team/assignments'
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
 * another's is passed over here, since nobody at this device can go there.
 */
export async function standbyReserves(store: ProjectStore, household: string): Promise<StandbyReserves> {
  const sample = await projectSampleOf(store)
  const all = sample === null ? [] : reservesFor(sample, household)
  if (all.length === 0) return { own: [], others: [] }
  const isOthers = await othersHouseholds(store, await backchecksOf(store))
  const wanted = new Set(all)
  const here = new Set<string>()
  for await (const ofVillage of projectHouseholds(store))
    for (const { household: each } of ofVillage) if (wanted.has(each.id) && !isOthers(each)) here.add(each.id)
  return { own: all.filter((id) => here.has(id)), others: all.filter((id) => !here.has(id)) }
}
