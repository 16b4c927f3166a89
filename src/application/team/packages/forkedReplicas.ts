import { contentText } from '../../../domain/changes/canonicalText'
import type { Change, ChangeId, ReplicaId } from '../../../domain/changes/Change'
import { splitChangeId } from '../../../domain/changes/ChangeId'
import { householdOf } from '../../../domain/changes/householdOf'
import type { ProjectStore } from '../../store/ProjectStore'

/** Households read at a time. */
const AT_ONCE = 500

/** The replicas that gave one number to two contents, of which one is here, or both come. */
export async function forkedReplicas(
  store: ProjectStore,
  coming: readonly Change[],
): Promise<ReadonlySet<ReplicaId>> {
  const known = store.knownChanges()
  const texts = new Map<ChangeId, string>()
  const forked = new Set<ReplicaId>()
  const again = new Map<ChangeId, Change>()
  for (const change of coming) {
    const text = contentText(change)
    if ((texts.get(change.id) ?? text) !== text) forked.add(splitChangeId(change.id).replica)
    texts.set(change.id, text)
    if (known.hasChange(change)) again.set(change.id, change)
  }
  for await (const { id } of sameContents(store, again, texts)) again.delete(id)
  // A number that is known with this content is not; what is left has another.
  for (const id of again.keys()) forked.add(splitChangeId(id).replica)
  return forked
}

/** The known changes that come again as they are. */
async function* sameContents(
  store: ProjectStore,
  again: ReadonlyMap<ChangeId, Change>,
  texts: ReadonlyMap<ChangeId, string>,
): AsyncGenerator<Change> {
  const scopes = new Set([...again.values()].map(({ entity, entityId }) => householdOf(entity, entityId)))
  const isSame = (change: Change): boolean => texts.get(change.id) === contentText(change)
  if (scopes.delete(undefined)) yield* (await store.changesOfProject()).filter(isSame)
  const households = [...scopes].filter((household) => household !== undefined)
  for (let at = 0; at < households.length; at += AT_ONCE)
    for (const own of (await store.changesOfHouseholds(households.slice(at, at + AT_ONCE))).values())
      yield* own.filter(isSame)
}
