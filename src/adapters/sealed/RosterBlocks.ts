import { bytesToHex, concatBytes } from '@noble/hashes/utils.js'
import { sha256 } from '@noble/hashes/sha2.js'
import type { RosterDocument, RosterHash, RosterVillage } from '../../application/store/ProjectStore'
import type { RosterHousehold } from '../../domain/roster/Roster'
import { villageHash } from '../crypto/rosterHash'
import type { Vault } from '../crypto/Vault'
import type { SealedIndex, StoredBlock } from './SealedIndex'

const CONTENTS = 'contents'

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}

/** A roster document as it is kept: its list of villages, and one deflated sealed block for each. */
export class RosterBlocks {
  readonly #vault: Vault
  readonly #index: SealedIndex

  constructor(vault: Vault, index: SealedIndex) {
    this.#vault = vault
    this.#index = index
  }

  documentKey(hash: RosterHash): string {
    return this.#vault.opaqueId('roster', hash)
  }

  /**
   * The document's hash and blocks, taken one village at a time, with a pause between two so that the window goes on
   * breathing; the hash is `rosterHash` of its villages.
   */
  async seal(document: RosterDocument): Promise<{
    readonly hash: RosterHash
    readonly blocks: readonly Omit<StoredBlock, 'position'>[]
  }> {
    const villages: { name: string; digest: Uint8Array; text: string }[] = []
    for (const village of document.villages) {
      villages.push({
        name: village.village,
        digest: villageHash(village),
        text: JSON.stringify(village.households),
      })
      await pause()
    }
    const hash = bytesToHex(sha256(concatBytes(...villages.map((village) => village.digest))))
    const names = villages.map((village) => village.name)
    if (new Set(names).size < names.length) throw new Error('a roster document names a village twice')
    const blocks: Omit<StoredBlock, 'position'>[] = []
    for (const village of villages) {
      blocks.push(this.#sealBlock(hash, this.#villageKey(village.name), village.text))
      await pause()
    }
    return { hash, blocks: [...blocks, this.#sealBlock(hash, CONTENTS, JSON.stringify(names))] }
  }

  /** Its villages in their order; undefined when the document is not here. */
  async villages(hash: RosterHash): Promise<readonly string[] | undefined> {
    const block = await this.#index.block(this.documentKey(hash), CONTENTS)
    return block && (JSON.parse(this.#open(block)) as readonly string[])
  }

  /** Undefined when the document, or a village of this name in it, is not here. */
  async village(hash: RosterHash, village: string): Promise<readonly RosterHousehold[] | undefined> {
    const block = await this.#index.block(this.documentKey(hash), this.#villageKey(village))
    return block && (JSON.parse(this.#open(block)) as readonly RosterHousehold[])
  }

  #sealBlock(hash: RosterHash, block: string, text: string): Omit<StoredBlock, 'position'> {
    const document = this.documentKey(hash)
    return { document, block, sealed: this.#vault.seal('roster', `${document}/${block}`, text) }
  }

  #open(block: StoredBlock): string {
    return this.#vault.open('roster', `${block.document}/${block.block}`, block.sealed)
  }

  #villageKey(village: string): string {
    return this.#vault.opaqueId('village', village)
  }
}

/** A roster document out of all its blocks; undefined when its list of villages, or one of them, is not among them. */
export function rosterOf(
  blocks: readonly Omit<StoredBlock, 'position'>[],
  vault: Vault,
): RosterDocument | undefined {
  const textOf = (name: string): string | undefined => {
    const found = blocks.find(({ block }) => block === name)
    return found && vault.open('roster', `${found.document}/${found.block}`, found.sealed)
  }
  const contents = textOf(CONTENTS)
  if (contents === undefined) return undefined
  const villages: RosterVillage[] = []
  for (const village of JSON.parse(contents) as readonly string[]) {
    const text = textOf(vault.opaqueId('village', village))
    if (text === undefined) return undefined
    villages.push({ village, households: JSON.parse(text) as readonly RosterHousehold[] })
  }
  return { villages }
}
