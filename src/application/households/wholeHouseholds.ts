import { isWhole, type ListedHousehold } from '../../domain/roster/ListedHousehold'
import type { RosterHousehold } from '../../domain/roster/Roster'
import { currentRoster, villageOf } from '../roster/adoptRoster'
import type { ProjectStore, RosterHash } from '../store/ProjectStore'

/** Households of the list, whole, by id; without those that the roster no longer has, or whose village does not open. */
export async function wholeHouseholds(
  store: ProjectStore,
  listed: readonly ListedHousehold[],
): Promise<ReadonlyMap<string, RosterHousehold>> {
  return wholeIn(store, listed.every(isWhole) ? undefined : await currentRoster(store), listed)
}

/** One of them; undefined where it is not there. */
export async function wholeHousehold(
  store: ProjectStore,
  listed: ListedHousehold,
): Promise<RosterHousehold | undefined> {
  return (await wholeHouseholds(store, [listed])).get(listed.id)
}

/** As `wholeHouseholds`, for whoever asks many times: `hash` is that of the roster in use. */
export async function wholeIn(
  store: ProjectStore,
  hash: RosterHash | undefined,
  listed: readonly ListedHousehold[],
): Promise<ReadonlyMap<string, RosterHousehold>> {
  const whole = new Map(listed.filter(isWhole).map((household) => [household.id, household]))
  const asked = listed.filter(({ id }) => !whole.has(id))
  if (hash === undefined || asked.length === 0) return whole
  const ids = new Set(asked.map(({ id }) => id))
  const villages = [...new Set(asked.map(villageOf))]
  for await (const households of store.eachRosterVillage(hash, villages))
    for (const household of households ?? []) if (ids.has(household.id)) whole.set(household.id, household)
  return whole
}
