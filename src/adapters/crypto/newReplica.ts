import { bytesToHex, randomBytes } from '@noble/hashes/utils.js'
import type { ReplicaId } from '../../domain/changes/Change'

/** 128 random bits for one opening of a store. */
export function newReplica(): ReplicaId {
  return bytesToHex(randomBytes(16))
}
