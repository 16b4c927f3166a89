import type { ProjectStore } from '../../application/store/ProjectStore'
import { KnownChanges } from '../../domain/changes/KnownChanges'
import type { DeviceKeys } from '../../application/team/TeamPort'
import { success, type Result } from '../../domain/shared/Result'
import { newDeviceKeys, newReplicaOf } from '../crypto/deviceKeys'
import { newReplica } from '../crypto/newReplica'
import { Vault } from '../crypto/Vault'
import type { AttachmentSeals } from './AttachmentSeals'
import { BlockReader } from './BlockReader'
import { ChangeRows } from './ChangeRows'
import { Checkpoint } from './Checkpoint'
import { checkRows } from './checkRows'
import { compareSides } from './compareSides'
import { FoundTrouble } from './FoundTrouble'
import { closeSides, type OpenSides } from './openSides'
import { portions } from './portions'
import { RecordBlocks } from './RecordBlocks'
import { SaveQueue } from './SaveQueue'
import type { SealedIndex } from './SealedIndex'
import { SealedStore } from './SealedStore'
import { TouchedHouseholds } from './TouchedHouseholds'

/**
 * The store over two open sides, brought to their union first, with a replica of its own for this opening. The first opening
 * makes the device's keys; one that a backup is read into waits for the backup's.
 */
export async function openStore(
  sides: OpenSides,
  projectId: string,
  key: Uint8Array,
  seals: AttachmentSeals,
  released: () => void = () => undefined,
  awaitsBackup = false,
): Promise<Result<ProjectStore>> {
  const { index, journal, behind } = sides
  const vault = new Vault(key)
  const rows = new ChangeRows(vault)
  const checkpoint = await readCheckpoint(index, rows)
  const compared = journal && (await compareSides(index, journal, vault, rows, checkpoint, behind))
  if (compared !== null && !compared.ok) return compared
  const reached = compared?.value.lastPosition ?? (await index.lastPosition())
  const checked = await checkRows(index, journal, rows, checkpoint, reached)
  const trouble = new FoundTrouble([
    ...sides.problems,
    ...(compared?.value.problems ?? []),
    ...checked.problems,
  ])
  const blocks = new BlockReader(index, journal, trouble, vault)
  const kept = (await new RecordBlocks(vault, blocks).read('device'))[0]
  const made = kept === undefined && !awaitsBackup ? await newDeviceKeys() : undefined
  const device = made ?? (kept === undefined ? undefined : (JSON.parse(kept) as DeviceKeys))
  const hasHistory = checkpoint.known.replicas().length > 0
  // The project was worked on here, and the keys of that are gone: the lead's roll does not know this device any more.
  if (made !== undefined && hasHistory) trouble.tell('device_renewed', null)
  const { lastPosition } = checked
  const store = await SealedStore.over({
    projectId,
    trouble,
    vault,
    seals,
    index,
    blocks,
    saves: new SaveQueue(
      { index, journal: compared?.value.journal ?? null },
      checkpoint,
      lastPosition,
      compared?.value.mark ?? null,
    ),
    checkpoint,
    touched: new TouchedHouseholds(rows, await index.touchedHouseholds()),
    replica: device === undefined ? newReplica() : newReplicaOf(device.device),
    lastPosition,
    release: async () => {
      seals.end()
      released()
      await closeSides(sides)
    },
  })
  const saved = made === undefined ? success(null) : await store.keepRecord('device', JSON.stringify(made))
  if (saved.ok) return success(store)
  await store.close()
  return saved
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
