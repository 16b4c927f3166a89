import type { ProjectStore } from '../../store/ProjectStore'

/** A recovery key on its way to be kept, and who is to lead. */
export interface PendingRecovery {
  readonly names: readonly string[]
  /** Its secret half, an age identity. */
  readonly identity: string
  readonly recipient: string
}

/**
 * It lies where the summaries lie, sealed like everything: what lies there can be taken away again, as nothing can that was written
 * to the journal. It may be lost as they may: nothing was sealed to this key yet, and another one is made.
 */
const GROUP = 'recovery'

/** The key that was shown and is not known to be kept; null where there is none. */
export async function pendingRecovery(store: ProjectStore): Promise<PendingRecovery | null> {
  const [entry] = await store.summaries(GROUP)
  return entry === undefined ? null : (entry.summary as PendingRecovery)
}

/** Holds a key until it is known to be kept: whoever is locked out meanwhile is shown the same one. */
export function holdRecovery(store: ProjectStore, pending: PendingRecovery): Promise<void> {
  return store.putSummaries(GROUP, [{ household: '', key: '', summary: pending }], [])
}

/** It is kept elsewhere or no longer wanted: it is removed here. */
export function dropRecovery(store: ProjectStore): Promise<void> {
  return store.putSummaries(GROUP, [], [])
}
