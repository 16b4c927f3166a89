import type { Problem } from '../../domain/shared/Problem'
import { KnownChanges } from '../../domain/changes/KnownChanges'
import type { DeviceKeys } from '../../application/team/TeamPort'
import { success, type Result } from '../../domain/shared/Result'
import { newDeviceKeys, newReplicaOf } from '../crypto/deviceKeys'
import { newReplica } from '../crypto/newReplica'
import type { Vault } from '../crypto/Vault'
import type { Seals } from './Seals'
import { BlockReader } from './BlockReader'
import { ChangeRows } from './ChangeRows'
import { Checkpoint } from './Checkpoint'
import { checkRows } from './checkRows'
import { compareSides } from './compareSides'
import { FoundTrouble } from './FoundTrouble'
import type { OpenedProject } from './OpenedProject'
import type { OpenSides } from './openSides'
import { portions } from './portions'
import { RecordBlocks } from './RecordBlocks'
import { SaveQueue } from './SaveQueue'
import type { SealedIndex } from './SealedIndex'
import { SealedStore } from './SealedStore'
import { TouchedHouseholds } from './TouchedHouseholds'

/** What is needed to open a project, besides its sides. */
export interface Keyed {
  readonly projectId: string
  readonly vault: Vault
  readonly seals: Seals
  /** Closes everything that was opened, once the store has ended its own work. */
  release(): Promise<void>
}

/** The store, and the queue of what is not on disk yet. */
export interface OpenedStore {
  readonly store: SealedStore
  readonly saves: SaveQueue
  readonly checkpoint: Checkpoint
}

/**
 * The store over two open sides, after bringing them to their union, with a replica of its own for this opening. The first opening
 * makes the device's keys, except when a backup is about to be restored: the backup contains them.
 */
export async function openStore(
  sides: OpenSides,
  keyed: Keyed,
  awaitsBackup = false,
): Promise<Result<OpenedStore>> {
  const { index, journal, behind } = sides
  const rows = new ChangeRows(keyed.vault)
  const checkpoint = await readCheckpoint(index, rows)
  const compared = journal && (await compareSides(index, journal, keyed.vault, rows, checkpoint, behind))
  if (compared !== null && !compared.ok) return compared
  const reached = compared?.value.lastPosition ?? (await index.lastPosition())
  const checked = await checkRows(index, journal, rows, checkpoint, reached)
  const trouble = new FoundTrouble([
    ...sides.problems,
    ...(compared?.value.problems ?? []),
    ...checked.problems,
  ])
  const saves = new SaveQueue(
    { index, journal: compared?.value.journal ?? null },
    checkpoint,
    checked.lastPosition,
    compared?.value.mark ?? null,
  )
  const blocks = new BlockReader(index, journal, trouble, keyed.vault)
  const isNew = (await deviceIn(blocks, keyed.vault)) === undefined && !awaitsBackup
  const made = isNew ? await newDeviceKeys() : undefined
  // The project was used here before, and its device keys are lost: the lead's roll does not contain the new ones.
  if (made !== undefined && checkpoint.known.replicas().length > 0) trouble.report('device_renewed', null)
  const store = await SealedStore.over(
    await openedOver({ index, blocks, trouble, saves, checkpoint }, checked.lastPosition, keyed, made),
  )
  const saved = made === undefined ? success(null) : await store.keepRecord('device', JSON.stringify(made))
  if (saved.ok) return success({ store, saves, checkpoint })
  await store.close()
  return saved
}

/**
 * The same over sides that stayed open while their project was locked: what was not on disk then is visible again, and
 * `retryUnsaved` tries it.
 */
export async function reopenStore(
  { index, journal, problems }: OpenSides,
  kept: Pick<OpenedStore, 'saves' | 'checkpoint'>,
  keyed: Keyed,
): Promise<OpenedStore> {
  const writes = kept.saves.held().length
  const unsaved: readonly Problem[] =
    writes === 0
      ? []
      : [{ code: 'unsaved_when_locked', severity: 'warning', place: {}, value: null, details: { writes } }]
  const trouble = new FoundTrouble([...unsaved, ...problems])
  const blocks = new BlockReader(index, journal, trouble, keyed.vault)
  kept.saves.useVault(keyed.vault)
  const reached = await index.lastPosition()
  return {
    ...kept,
    store: await SealedStore.over(await openedOver({ index, blocks, trouble, ...kept }, reached, keyed)),
  }
}

async function openedOver(
  parts: Pick<OpenedProject, 'index' | 'blocks' | 'trouble' | 'saves' | 'checkpoint'>,
  reached: number,
  { projectId, vault, seals, release }: Keyed,
  made?: DeviceKeys,
): Promise<OpenedProject> {
  const { index, blocks, saves } = parts
  const device = made ?? (await deviceIn(blocks, vault))
  const touched = new TouchedHouseholds(new ChangeRows(vault), await index.touchedHouseholds())
  const replica = device === undefined ? newReplica() : newReplicaOf(device.device)
  const lastPosition = Math.max(reached, ...saves.held().map((batch) => batch.lastPosition))
  return { ...parts, projectId, vault, seals, touched, replica, lastPosition, release }
}

async function deviceIn(blocks: BlockReader, vault: Vault): Promise<DeviceKeys | undefined> {
  const [kept] = await new RecordBlocks(vault, blocks).read('device')
  return kept === undefined ? undefined : (JSON.parse(kept) as DeviceKeys)
}

/** The stored checkpoint, brought up to the last row. */
async function readCheckpoint(index: SealedIndex, rows: ChangeRows): Promise<Checkpoint> {
  const state = await index.state()
  const checkpoint = new Checkpoint(new KnownChanges(await index.replicas()), state)
  const span = { after: state.position, upTo: await index.lastPosition() }
  for await (const part of portions(span, (after, limit) => index.rowsAfter(after, limit)))
    for (const row of part) checkpoint.note(rows.open(row)?.changes ?? [])
  return checkpoint
}
