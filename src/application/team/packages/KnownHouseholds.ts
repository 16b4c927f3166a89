import { type Change } from '../../../domain/changes/Change'
import { currentRoster } from '../../roster/adoptRoster'
import type { ProjectStore } from '../../store/ProjectStore'

/** What is known here of the households that a package writes of. */
export interface KnownHouseholds {
  /** Ids of the households that the list in use has in a village; none where the village is not here. */
  inVillage(village: string): Promise<ReadonlySet<string>>
  /** What is known of the household itself, apart from its interviews. */
  changesOf(household: string): Promise<readonly Change[]>
}

/** Where there is no project yet. */
export const NO_HOUSEHOLDS: KnownHouseholds = {
  inVillage: () => Promise.resolve(new Set()),
  changesOf: () => Promise.resolve([]),
}

/** Those of a store; each village is read once. */
export function knownHouseholds(store: ProjectStore): KnownHouseholds {
  const villages = new Map<string, ReadonlySet<string>>()
  return {
    changesOf: (household) => store.changesOf('household', household),
    async inVillage(village) {
      const known = villages.get(village)
      if (known !== undefined) return known
      const hash = await currentRoster(store)
      const own = hash === undefined ? [] : ((await store.rosterVillage(hash, village)) ?? [])
      const ids = new Set(own.map(({ id }) => id))
      // Another package of the same merge may bring it.
      if (ids.size > 0) villages.set(village, ids)
      return ids
    },
  }
}
