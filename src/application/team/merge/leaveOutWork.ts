import type { Change, ChangeId } from '../../../domain/changes/Change'
import type { ChangeDraft } from '../../../domain/changes/ChangeDraft'
import { makeChangeId, splitChangeId } from '../../../domain/changes/ChangeId'
import { foldChanges, headsOf, contentText } from '../../../domain/changes/foldChanges'
import { groupBy } from '../../../domain/shared/groupBy'
import { refusal, success, type Result } from '../../../domain/shared/Result'
import type { DeviceId } from '../../../domain/team/Segment'
import { partsOf, readFact } from '../../facts/Fact'
import { isDescribed } from '../../facts/factOf'
import type { KnownForms } from '../../facts/KnownForms'
import { PROJECT, PROJECT_FACTS, draftProjectFact } from '../../facts/projectFacts'
import type { Author } from '../../interview/recordAnswers'
import type { ProjectStore } from '../../store/ProjectStore'
import { isLead, rollOf } from '../roll/keepRoll'
import { replicasOf } from '../roll/replicasOf'
import { allChanges } from '../packages/signSegments'
import type { TeamPort } from '../TeamPort'

export interface WorkToLeaveOut {
  readonly device: DeviceId
  /** Lamport counter from which on its changes are left out. */
  readonly from: number
}

interface Ports {
  readonly port: Pick<TeamPort, 'isReplicaOf'>
  readonly forms: KnownForms
}

/**
 * Leaves out of the results what a device wrote from a number on, by changes that put back what was there before: nothing is removed
 * from the history, nobody else's changes are touched, all laptops get the same result, and it can be undone. What cannot be undone (that an
 * interview was begun, a confirmation) stays. Returns how many answers were put back. Refused: `lead_only`,
 * `device_unknown`, `reason_missing`, `work_not_found` (nothing of it stands), `work_left_out` (it was before).
 */
export async function leaveOutWork(
  store: ProjectStore,
  { device, from }: WorkToLeaveOut,
  { port, forms }: Ports,
  author: Author & { readonly reason: string },
): Promise<Result<number>> {
  const reason = author.reason.trim()
  if (!(await isLead(store))) return refusal('lead_only', author.person, { leadsWords: 'roll' })
  const names = (await rollOf(store)).get(device)?.names.join(' ')
  if (names === undefined) return refusal('device_unknown', device)
  if (reason === '') return refusal('reason_missing')
  if ((await leftOutOf(store)).has(device)) return refusal('work_left_out', names)
  const isOfDevice = replicasOf(device, port)
  const isLeftOut = ({ id, lamport }: Change): boolean =>
    lamport >= from && isOfDevice(splitChangeId(id).replica)
  const drafts: ChangeDraft[] = []
  for await (const changes of allChanges(store, await store.householdsWithChanges()))
    for (const own of groupBy(changes, ({ entity, entityId }) => `${entity} ${entityId}`).values())
      for (const { heads, history } of foldChanges(own).values())
        drafts.push(...restoringDrafts(heads, history, isLeftOut, { ...author, reason }, forms))
  if (drafts.length === 0) return refusal('work_not_found', names)
  // The changes that put back come right before the one that records it: its own number gives theirs.
  const told = { from, count: drafts.length }
  const said = draftProjectFact(PROJECT_FACTS.leftOut, [device], told, { ...author, reason })
  const written = await store.write([...drafts, said])
  return written.ok ? success(drafts.length) : written
}

/** The lowest counter of a device's changes at an instant or later, by its own clock; null where there are none. */
export async function counterSince(
  store: ProjectStore,
  device: DeviceId,
  since: string,
  port: Ports['port'],
): Promise<number | null> {
  const isOfDevice = replicasOf(device, port)
  let lowest: number | null = null
  for await (const changes of allChanges(store, await store.householdsWithChanges()))
    for (const { id, at, lamport } of changes)
      if (Date.parse(at) >= Date.parse(since) && isOfDevice(splitChangeId(id).replica))
        lowest = Math.min(lamport, lowest ?? lamport)
  return lowest
}

/** Takes in again what was left out, wherever nobody wrote anything since. Refused: `lead_only`, `reason_missing`, `work_not_found`. */
export async function takeInWork(
  store: ProjectStore,
  device: DeviceId,
  author: Author & { readonly reason: string },
): Promise<Result<number>> {
  const reason = author.reason.trim()
  if (!(await isLead(store))) return refusal('lead_only', author.person, { leadsWords: 'roll' })
  if (reason === '') return refusal('reason_missing')
  const restoring = (await leftOutOf(store)).get(device)
  if (restoring === undefined) return refusal('work_not_found', device)
  const drafts: ChangeDraft[] = []
  for await (const changes of allChanges(store, await store.householdsWithChanges())) {
    const byId = new Map(changes.map((change) => [change.id, change]))
    for (const change of changes) {
      if (!restoring.has(change.id)) continue
      const { entity, entityId, path } = change
      const samePath = changes.filter(
        (each) => each.path === path && each.entityId === entityId && each.entity === entity,
      )
      if (!headsOf(samePath).includes(change)) continue
      for (const id of change.replaces) {
        const before = byId.get(id)
        if (before !== undefined) drafts.push(draftOf(before, [change.id], { ...author, reason }))
      }
    }
  }
  const back = draftProjectFact(PROJECT_FACTS.leftOut, [device], null, { ...author, reason })
  const written = await store.write([...drafts, back])
  return written.ok ? success(drafts.length) : written
}

/** The devices of which work is left out, each with the changes that put back what stood before. */
export async function leftOutOf(store: ProjectStore): Promise<ReadonlyMap<DeviceId, ReadonlySet<ChangeId>>> {
  const found = new Map<DeviceId, ReadonlySet<ChangeId>>()
  for (const [path, { heads }] of foldChanges(await store.changesOf('project', PROJECT))) {
    const [device] = partsOf(PROJECT_FACTS.leftOut, path) ?? []
    const head = heads.at(-1)
    const count = readFact(PROJECT_FACTS.leftOut, head)?.count ?? 0
    if (device === undefined || head === undefined || count === 0) continue
    const { replica, seq } = splitChangeId(head.id)
    const ids = Array.from({ length: count }, (_, at) => makeChangeId(replica, seq - count + at))
    found.set(device, new Set(ids))
  }
  return found
}

/** Drafts that give a path the value it would have without the changes that are left out; none where no such change is current. */
function restoringDrafts(
  heads: readonly Change[],
  history: readonly Change[],
  isLeftOut: (change: Change) => boolean,
  author: Author & { readonly reason: string },
  forms: KnownForms,
): readonly ChangeDraft[] {
  const wrong = heads.filter(isLeftOut)
  const [first] = wrong
  if (first === undefined) return []
  const replaces = wrong.map(({ id }) => id)
  const standing = headsOf(history.filter((change) => !isLeftOut(change)))
  if (standing.length === 0)
    return isDescribed({ ...first, value: null }, forms)
      ? [draftOf({ ...first, value: null }, replaces, author)]
      : []
  const lost = standing.filter((change) => !heads.includes(change))
  // One that is current already need not be written twice: agreeing with it is enough.
  const again = lost.length > 0 ? lost : standing.slice(0, 1)
  const distinct = new Map(again.map((change) => [contentText(change), change]))
  return [...distinct.values()].map((change) => draftOf(change, replaces, author))
}

function draftOf(
  { entity, entityId, path, value, evidence }: Change,
  replaces: readonly ChangeId[],
  author: Author & { readonly reason: string },
): ChangeDraft {
  return { entity, entityId, path, value, replaces, ...(evidence !== undefined && { evidence }), ...author }
}
