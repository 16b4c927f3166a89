import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes, randomBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { bech32 } from '@scure/base'
import { identityToRecipient } from 'age-encryption'
import type { DeviceKeys } from '../../application/team/TeamPort'
import type { ReplicaId } from '../../domain/changes/Change'
import type { DeviceId } from '../../domain/team/Segment'

const SEED_BYTES = 32
const NONCE_BYTES = 8

/** A new device: an Ed25519 key to sign with and an age identity (X25519) to open with. */
export function newDeviceKeys(): Promise<DeviceKeys> {
  return deviceKeysOf(randomBytes(SEED_BYTES), randomBytes(SEED_BYTES))
}

/** The device of two 32-byte secrets. */
export async function deviceKeysOf(signSeed: Uint8Array, ageSecret: Uint8Array): Promise<DeviceKeys> {
  const identity = ageIdentityOf(ageSecret)
  return {
    device: bytesToHex(ed25519.getPublicKey(signSeed)),
    signSeed: bytesToHex(signSeed),
    identity,
    recipient: await identityToRecipient(identity),
  }
}

/** An age identity in the age tool's own format; random where no secret is given. */
export function ageIdentityOf(secret: Uint8Array = randomBytes(SEED_BYTES)): string {
  return bech32.encodeFromBytes('AGE-SECRET-KEY-', secret).toUpperCase()
}

/** Ed25519 over a text, in hex. */
export function signText({ signSeed }: DeviceKeys, text: string): string {
  return bytesToHex(ed25519.sign(utf8ToBytes(text), hexToBytes(signSeed)))
}

export function isSignedBy(device: DeviceId, text: string, signature: string): boolean {
  try {
    return ed25519.verify(hexToBytes(signature), utf8ToBytes(text), hexToBytes(device))
  } catch {
    return false
  }
}

/**
 * A replica's id that proves its device: 64 random bits, then 64 of the hash of them and the device. So nobody can number
 * changes in another device's name.
 */
export function newReplicaOf(device: DeviceId, nonce = randomBytes(NONCE_BYTES)): ReplicaId {
  return bytesToHex(concatBytes(nonce, proofOf(device, nonce)))
}

export function isReplicaOf(device: DeviceId, replica: ReplicaId): boolean {
  const bytes = hexToBytes(replica)
  const proof = proofOf(device, bytes.subarray(0, NONCE_BYTES))
  return proof.every((byte, index) => bytes[NONCE_BYTES + index] === byte)
}

function proofOf(device: DeviceId, nonce: Uint8Array): Uint8Array {
  return sha256(concatBytes(utf8ToBytes('yihu replica 1'), hexToBytes(device), nonce)).subarray(
    0,
    NONCE_BYTES,
  )
}

/**
 * The fingerprint that two people read to each other to compare devices: 20 digits in groups of four, of the hash of both
 * public keys (66 bits: no other keys with the same digits can be found).
 */
export function fingerprintOf(device: DeviceId, recipient: string): string {
  const hash = sha256(utf8ToBytes(`yihu fingerprint 1\n${device}\n${recipient}`))
  const number = BigInt(`0x${bytesToHex(hash)}`) % 10n ** 20n
  return String(number).padStart(20, '0').match(/\d{4}/g)?.join(' ') ?? ''
}
