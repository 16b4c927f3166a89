import type { Unlock } from '../../application/store/ProjectShelf'
import { success, type Result } from '../../domain/shared/Result'
import type { KeyRing } from '../crypto/keyRing'
import type { SystemKeyStore } from '../crypto/SystemKeyStore'
import { Vault } from '../crypto/Vault'
import type { BackupFile } from './backupFile'
import type { ProjectHeader } from './ProjectHeader'
import { earlierRing, ringOf, unwrapKey } from './projectKeys'
import { isVouchedFor, readBackup, type BackupContent } from './readBackup'

interface OpenedBackup {
  readonly content: BackupContent
  /** The keys of the project that the backup goes into. */
  readonly ring: KeyRing
}

/**
 * Opens a backup by the keys of its project on this device (`here`: its header), where those made it, else by the backup's own.
 * Refused: as `unwrapKey` and `readBackup` refuse, and `backup_before_new_key`.
 */
export async function openBackup(
  file: BackupFile,
  here: ProjectHeader | undefined,
  unlock: Unlock,
  keyStore: SystemKeyStore,
): Promise<Result<OpenedBackup>> {
  const ofHere = here && (await unlockRing(here, unlock, keyStore))
  const isOfHere = ofHere?.ok === true && isVouchedFor(file, new Vault(ofHere.value))
  const reading = isOfHere ? ofHere : await unlockRing(file.header, unlock, keyStore)
  if (!reading.ok) return reading
  const content = readBackup(file, new Vault(reading.value))
  if (!content.ok) return content
  const isOfEarlierKey = !isOfHere && here !== undefined
  const ring = isOfEarlierKey ? earlierRing(reading.value, here.older?.length ?? 0) : reading
  return ring.ok ? success({ content: content.value, ring: ring.value }) : ring
}

async function unlockRing(
  header: ProjectHeader,
  unlock: Unlock,
  keyStore: SystemKeyStore,
): Promise<Result<KeyRing>> {
  const key = await unwrapKey(header.wraps, unlock, keyStore)
  return key.ok ? ringOf(header, key.value) : key
}
