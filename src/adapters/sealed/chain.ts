import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Vault } from '../crypto/Vault'
import { encodeFrames, type Frame } from './frames'

/** The end of a journal's chain: the last record's number and hash, and when it was written by this laptop's clock. */
export interface ChainHead {
  readonly number: number
  readonly hash: string
  readonly at: string
}

/** A record's sealed description of itself. */
export interface Link {
  readonly number: number
  /** Hash of the record before. */
  readonly before: string
  /** SHA-256 of the record's other frames. */
  readonly content: string
  /** SHA-256 of the bulk file that it names. */
  readonly file?: string
  readonly at: string
}

export type ChainFrame = Extract<Frame, { readonly kind: 'chain' }>

/** Before the first record. */
export const CHAIN_BEGINS: ChainHead = { number: 0, hash: '0'.repeat(64), at: '' }

export function sealLink(vault: Vault, journal: string, link: Link): ChainFrame {
  return { kind: 'chain', sealed: vault.seal('chain', journal, JSON.stringify(link)) }
}

/** Undefined where the seal is invalid, or is another journal's. */
export function openLink(vault: Vault, journal: string, frames: readonly Frame[]): Link | undefined {
  const [first] = frames
  if (first?.kind !== 'chain' || !vault.opens('chain', journal, first.sealed)) return undefined
  return JSON.parse(vault.open('chain', journal, first.sealed)) as Link
}

export function contentHash(frames: readonly Frame[]): string {
  return bytesToHex(sha256(encodeFrames(frames)))
}

export function headAt(link: Link): ChainHead {
  const { number, at } = link
  return { number, at, hash: bytesToHex(sha256(utf8ToBytes(JSON.stringify(link)))) }
}

/** A record from before there were links is hashed by its bytes. */
export function headBehindEarly({ number, hash, at }: ChainHead, record: Uint8Array): ChainHead {
  return { number: number + 1, hash: bytesToHex(sha256(concatBytes(hexToBytes(hash), record))), at }
}
