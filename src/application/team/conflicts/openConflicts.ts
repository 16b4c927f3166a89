import type { Change } from '../../../domain/changes/Change'
import { foldEntities } from '../../../domain/team/projectionText'
import {
  conflictsIn,
  duplicatesIn,
  type Conflict,
  type DuplicateInterview,
} from '../../../domain/team/conflictsIn'
import type { ProjectStore } from '../../store/ProjectStore'

/** A household that people answered for differently, with all its changes. */
export interface ContestedHousehold {
  readonly household: string
  readonly changes: readonly Change[]
  readonly conflicts: readonly Conflict[]
  /** Rounds with several interviews of which none is chosen. */
  readonly duplicates: readonly DuplicateInterview[]
}

/** Households read at a time. */
const HOUSEHOLDS_AT_ONCE = 100

/** The households with something to settle, a portion at a time. */
export async function* openConflicts(store: ProjectStore): AsyncGenerator<readonly ContestedHousehold[]> {
  const households = await store.householdsWithChanges()
  for (let at = 0; at < households.length; at += HOUSEHOLDS_AT_ONCE) {
    const part = households.slice(at, at + HOUSEHOLDS_AT_ONCE)
    yield [...(await store.changesOfHouseholds(part))].flatMap(([household, changes]) => {
      const conflicts = conflictsIn(household, foldEntities(changes))
      const duplicates = duplicatesIn(household, changes).filter(({ chosen }) => chosen === null)
      return conflicts.length + duplicates.length === 0 ? [] : [{ household, changes, conflicts, duplicates }]
    })
  }
}
