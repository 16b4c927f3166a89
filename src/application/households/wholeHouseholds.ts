import { isWhole, type ListedHousehold } from '../../domain/roster/ListedHousehold'
import type { RosterHousehold } from '../../domain/roster/Roster'
import { groupBy } from '../../domain/shared/groupBy'
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
  const whole = new Map<string, RosterHousehold>()
  const asked = new Set<string>()
  for (const household of listed)
    if (isWhole(household)) whole.set(household.id, household)
    else asked.add(household.id)
  if (hash === undefined || asked.size === 0) return whole
  const villages = [
    ...groupBy(
      listed.filter(({ id }) => asked.has(id)),
      villageOf,
    ).keys(),
  ]
  for await (const households of store.eachRosterVillage(hash, villages))
    for (const household of households ?? []) if (asked.has(household.id)) whole.set(household.id, household)
  return whole
}
