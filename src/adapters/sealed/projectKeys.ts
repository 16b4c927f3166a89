import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import type { Protection, Unlock } from '../../application/store/ProjectShelf'
import { refusal, success, type Result } from '../../domain/shared/Result'
import {
  isBoundedCost,
  unwrapByPasscode,
  wrapByPasscode,
  type KeyWrap,
  type ScryptCost,
} from '../crypto/KeyWrap'
import { openKeyRing, sealOlderKey, type KeyRing } from '../crypto/keyRing'
import type { SystemKeyStore } from '../crypto/SystemKeyStore'
import type { ProjectHeader } from './ProjectHeader'

/** The wraps of a new project's key. A missing key store is no error: the passcode opens everywhere. */
export async function wrapKey(
  key: Uint8Array,
  protection: Protection,
  cost: ScryptCost,
  keyStore: SystemKeyStore,
): Promise<KeyWrap[]> {
  if (protection.by === 'nothing_practice') return [{ by: 'nothing_practice', key: bytesToHex(key) }]
  const wraps: KeyWrap[] = [await wrapByPasscode(key, protection.passcode, cost)]
  const bySystem = protection.rememberBySystem ? await keyStore.wrap(key) : undefined
  if (bySystem !== undefined) wraps.push({ by: 'system', sealedKey: bytesToHex(bySystem) })
  return wraps
}

/** All keys of a project, given its newest. Refused: `project_damaged`. */
export function ringOf(header: ProjectHeader, key: Uint8Array): Result<KeyRing> {
  const ring = openKeyRing(key, header.older ?? [])
  return ring === undefined ? refusal('project_damaged') : success(ring)
}

/** The header with a new key, wrapped by a passcode; the former key is sealed under it. */
export async function renewKey(
  header: ProjectHeader,
  key: { readonly old: Uint8Array; readonly fresh: Uint8Array },
  passcode: string,
  cost: ScryptCost,
  keyStore: SystemKeyStore,
): Promise<ProjectHeader> {
  const rememberBySystem = header.wraps.some(({ by }) => by === 'system')
  const wraps = await wrapKey(key.fresh, { by: 'passcode', passcode, rememberBySystem }, cost, keyStore)
  const older = [sealOlderKey(key.fresh, key.old), ...(header.older ?? [])]
  return { ...header, format: 2, wraps, older }
}

/** The same wraps with another passcode; the key itself and the system's wrap do not change. */
export async function rewrapKey(
  wraps: readonly KeyWrap[],
  key: Uint8Array,
  passcode: string,
  cost: ScryptCost,
): Promise<KeyWrap[]> {
  const wrap = await wrapByPasscode(key, passcode, cost)
  return wraps.map((each) => (each.by === 'passcode' ? wrap : each))
}

/** The project's key. Refused: `passcode_wrong`, `passcode_cost`, `system_key_unavailable`, `project_sealed` (there is no such wrap). */
export async function unwrapKey(
  wraps: readonly KeyWrap[],
  unlock: Unlock,
  keyStore: SystemKeyStore,
): Promise<Result<Uint8Array>> {
  const wrap = wraps.find((offered) => offered.by === unlock.by)
  if (wrap === undefined) return refusal(unlock.by === 'system' ? 'system_key_unavailable' : 'project_sealed')
  switch (wrap.by) {
    case 'nothing_practice':
      return success(hexToBytes(wrap.key))
    case 'system': {
      const key = await keyStore.unwrap(hexToBytes(wrap.sealedKey))
      return key === undefined ? refusal('system_key_unavailable') : success(key)
    }
    case 'passcode': {
      if (unlock.by !== 'passcode') throw new Error('the wrap found is the one asked for')
      // Checked before memory is allocated: anybody with access to the disk can edit the header.
      if (!isBoundedCost(wrap.cost)) return refusal('passcode_cost')
      const key = await unwrapByPasscode(wrap, unlock.passcode)
      return key === undefined ? refusal('passcode_wrong') : success(key)
    }
  }
}

/** The keys of a project after this many renewals, taken from a backup's ring, which has as many or more. */
export function earlierRing(ring: KeyRing, renewals: number): Result<KeyRing> {
  const [newest, ...older] = ring.slice(Math.max(0, ring.length - 1 - renewals))
  const isKnown = newest !== undefined && ring.length > renewals
  return isKnown ? success([newest, ...older]) : refusal('backup_before_new_key')
}
