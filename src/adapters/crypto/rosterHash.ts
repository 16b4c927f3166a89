import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { RosterHash, RosterPart, RosterVillage } from '../../application/store/ProjectStore'
import { canonicalText } from '../../domain/changes/canonicalText'
import { hashBytes } from './hashBytes'

/** The content hash of a roster document, computed from its villages' hashes in order, so that villages are hashed one by one. */
export function rosterHash(villages: RosterPart['villages']): RosterHash {
  return bytesToHex(sha256(concatBytes(...villages.map(({ digest }) => hexToBytes(digest)))))
}

export function villageHash(village: RosterVillage): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalText(village))))
}

/** The same by the platform's own code, off the window's thread. */
export function hashVillage(village: RosterVillage): Promise<string> {
  return hashBytes(utf8ToBytes(canonicalText(village)))
}

/** Whether every village that is included matches its digest in the document. */
export function isSoundPart({ villages, present }: RosterPart): boolean {
  const digests = new Map(villages.map(({ village, digest }) => [village, digest]))
  return (
    digests.size === villages.length &&
    present.every((each) => digests.get(each.village) === villageHash(each))
  )
}
