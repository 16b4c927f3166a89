import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { RosterHash, RosterVillage } from '../../application/store/ProjectStore'
import { canonicalText } from '../../domain/changes/canonicalText'

/** The content hash of a roster document: of its villages' hashes in order, so that villages can be hashed one by one. */
export function rosterHash(villages: Iterable<RosterVillage>): RosterHash {
  const whole = sha256.create()
  for (const village of villages) whole.update(villageHash(village))
  return bytesToHex(whole.digest())
}

export function villageHash(village: RosterVillage): Uint8Array {
  return sha256(utf8ToBytes(canonicalText(village)))
}
