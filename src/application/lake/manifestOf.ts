import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { filePath, type LakeManifest } from './LakeManifest'
import { LAKE_VERSION, type LakeName } from './lakeSchema'

/** A dataset of a partition as it is written. */
export interface LakeTable {
  readonly name: LakeName
  readonly rows: number
  readonly parts: readonly Uint8Array[]
}

/** The tables of a partition with the hash of all their rows. */
export interface LakeTables {
  /** Those with rows, in the order of the schema. */
  readonly tables: readonly LakeTable[]
  readonly state: string
}

/** What a manifest says besides the rows. */
export type ManifestFacts = Omit<LakeManifest, 'format' | 'version' | 'state' | 'files'>

/** The manifest of a partition that is about to be written. */
export function manifestOf(facts: ManifestFacts, { state, tables }: LakeTables): LakeManifest {
  const files: Partial<Record<LakeName, LakeManifest['files'][LakeName]>> = {}
  for (const { name, rows, parts } of tables) {
    const hash = sha256.create()
    for (const part of parts) hash.update(part)
    files[name] = {
      path: filePath(name, { ...facts, state }),
      rows,
      bytes: parts.reduce((sum, { length }) => sum + length, 0),
      sha256: bytesToHex(hash.digest()),
    }
  }
  return {
    format: 'yihu-lake',
    version: LAKE_VERSION,
    ...facts,
    state,
    files: files as LakeManifest['files'],
  }
}
