import type { Problem } from '../../domain/shared/Problem'
import { KnownChanges } from '../../domain/changes/KnownChanges'
import type { DeviceKeys } from '../../application/team/TeamPort'
import { success, type Result } from '../../domain/shared/Result'
import { newDeviceKeys, newReplicaOf } from '../crypto/deviceKeys'
import { newReplica } from '../crypto/newReplica'
import type { Vault } from '../crypto/Vault'
import type { AttachmentSeals } from './AttachmentSeals'
import { ChangeRows } from './ChangeRows'
import { Checkpoint } from './Checkpoint'
import { compareSides } from './compareSides'
import type { OpenedProject } from './OpenedProject'
import type { OpenSides } from './openSides'
import { portions } from './portions'
import { RecordBlocks } from './RecordBlocks'
import { SaveQueue } from './SaveQueue'
import type { SealedIndex } from './SealedIndex'
import { SealedStore } from './SealedStore'
import { TouchedHouseholds } from './TouchedHouseholds'

/** What a project is opened with, besides its sides. */
export interface Keyed {
  readonly projectId: string
  readonly vault: Vault
  readonly seals: AttachmentSeals
  /** Lets go of all that was opened, once the store has ended its own work. */
  release(): Promise<void>
}

/** The store, and the queue of what is not on disk yet. */
export interface OpenedStore {
  readonly store: SealedStore
  readonly saves: SaveQueue
  readonly checkpoint: Checkpoint
}

/**
 * The store over two open sides, brought to their union first, with a replica of its own for this opening. The first opening
 * makes the device's keys; one that a backup is read into waits for the backup's.
 */
export async function openStore(
  sides: OpenSides,
  keyed: Keyed,
  awaitsBackup = false,
): Promise<Result<OpenedStore>> {
  const { index, journal, behind } = sides
  const rows = new ChangeRows(keyed.vault)
  const checkpoint = await readCheckpoint(index, rows)
  const compared = journal && (await compareSides(index, journal, rows, checkpoint, behind))
  if (compared !== null && !compared.ok) return compared
  const isNew = (await deviceIn(index, keyed.vault)) === undefined && !awaitsBackup
  const made = isNew ? await newDeviceKeys() : undefined
  const hasHistory = checkpoint.known.replicas().length > 0
  const lastPosition = compared?.value.lastPosition ?? (await index.lastPosition())
  const saves = new SaveQueue(sides, checkpoint, lastPosition, compared?.value.mark ?? null)
  const problems = [
    ...sides.problems,
    ...(compared?.value.problems ?? []),
    ...(made !== undefined && hasHistory ? [DEVICE_RENEWED] : []),
  ]
  const store = await SealedStore.over(await openedOver(index, { saves, checkpoint }, keyed, problems, made))
  const saved = made === undefined ? success(null) : await store.keepRecord('device', JSON.stringify(made))
  if (saved.ok) return success({ store, saves, checkpoint })
  await store.close()
  return saved
}

/**
 * The same over sides that stayed open while their project was locked: what was not on disk then is seen again, and is what
 * `retryUnsaved` tries.
 */
export async function reopenStore(
  sides: OpenSides,
  kept: Pick<OpenedStore, 'saves' | 'checkpoint'>,
  keyed: Keyed,
): Promise<OpenedStore> {
  const writes = kept.saves.held().length
  const unsaved: readonly Problem[] =
    writes === 0
      ? []
      : [{ code: 'unsaved_when_locked', severity: 'warning', place: {}, value: null, details: { writes } }]
  const opened = await openedOver(sides.index, kept, keyed, [...unsaved, ...sides.problems])
  return { ...kept, store: await SealedStore.over(opened) }
}

async function openedOver(
  index: SealedIndex,
  { saves, checkpoint }: Pick<OpenedStore, 'saves' | 'checkpoint'>,
  { projectId, vault, seals, release }: Keyed,
  openingProblems: readonly Problem[],
  made?: DeviceKeys,
): Promise<OpenedProject> {
  const device = made ?? (await deviceIn(index, vault))
  const touched = new TouchedHouseholds(new ChangeRows(vault), await index.touchedHouseholds())
  const replica = device === undefined ? newReplica() : newReplicaOf(device.device)
  const held = saves.held().map(({ lastPosition }) => lastPosition)
  const lastPosition = Math.max(await index.lastPosition(), ...held)
  return {
    projectId, openingProblems, vault, seals, index, saves, checkpoint, touched, replica, lastPosition, release,
  } // prettier-ignore
}

async function deviceIn(index: SealedIndex, vault: Vault): Promise<DeviceKeys | undefined> {
  const [kept] = await new RecordBlocks(vault, index).read('device')
  return kept === undefined ? undefined : (JSON.parse(kept) as DeviceKeys)
}

/** The project was worked on here, and the keys of that are gone: the lead's roll does not know this device any more. */
const DEVICE_RENEWED = { code: 'device_renewed', severity: 'warning', place: {}, value: null } as const

/** The stored checkpoint, brought up to the last row. */
async function readCheckpoint(index: SealedIndex, rows: ChangeRows): Promise<Checkpoint> {
  const { lamport, position } = await index.state()
  const checkpoint = new Checkpoint(new KnownChanges(await index.replicas()), lamport)
  const span = { after: position, upTo: await index.lastPosition() }
  for await (const part of portions(span, (after, limit) => index.rowsAfter(after, limit)))
    for (const row of part) checkpoint.note(rows.open(row))
  return checkpoint
}
