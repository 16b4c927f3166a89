import type { ProjectStore } from '../../application/store/ProjectStore'
import { KnownChanges } from '../../domain/changes/KnownChanges'
import { success, type Result } from '../../domain/shared/Result'
import { newReplica } from '../crypto/newReplica'
import { Vault } from '../crypto/Vault'
import { ChangeRows } from './ChangeRows'
import { compareSides } from './compareSides'
import { closeSides, type OpenSides } from './openSides'
import { SaveQueue } from './SaveQueue'
import { SealedStore } from './SealedStore'

/** The store over two open sides, brought to their union first, with a replica of its own for this opening. */
export async function openStore(
  sides: OpenSides,
  projectId: string,
  key: Uint8Array,
): Promise<Result<ProjectStore>> {
  const { index, journal, behind } = sides
  const vault = new Vault(key)
  const known = new KnownChanges(await index.replicas())
  const compared = journal && (await compareSides(index, journal, new ChangeRows(vault), known, behind))
  if (compared !== null && !compared.ok) return compared
  const state = await index.state()
  const store = await SealedStore.over({
    projectId,
    openingProblems: [...sides.problems, ...(compared?.value.problems ?? [])],
    vault,
    index,
    saves: new SaveQueue(index, journal, state),
    known,
    clock: { replica: newReplica(), lastSeq: 0, lamport: state.lamport },
    lastPosition: compared?.value.lastPosition ?? (await index.lastPosition()),
    release: () => closeSides(sides),
  })
  return success(store)
}
