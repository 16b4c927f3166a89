import type { ProjectStore, RosterHash, RosterVillage } from '../../src/application/store/ProjectStore'
import type { Change } from '../../src/domain/changes/Change'
import { sorted } from '../contracts/projectStoreContract'

/** All that a store shows of its project. */
export interface Projection {
  readonly changes: readonly Change[]
  /** Without those that are not there; a village that cannot be read has no households. */
  readonly rosters: ReadonlyMap<RosterHash, readonly RosterVillage[]>
}

export async function readProjection(
  store: ProjectStore,
  hashes: readonly RosterHash[],
): Promise<Projection> {
  const byHousehold = await store.changesOfHouseholds(await store.householdsWithChanges())
  const changes = [...(await store.changesOfProject()), ...[...byHousehold.values()].flat()]
  const rosters = new Map<RosterHash, readonly RosterVillage[]>()
  for (const hash of hashes) {
    const names = await store.rosterVillages(hash)
    if (names === undefined) continue
    const villages = names.map(async (village) => ({
      village,
      households: (await store.rosterVillage(hash, village)) ?? [],
    }))
    rosters.set(hash, await Promise.all(villages))
  }
  return { changes: sorted(changes), rosters }
}
