import type {
  RosterDocument,
  RosterHash,
  RosterPart,
  RosterVillage,
} from '../../application/store/ProjectStore'
import type { RosterHousehold } from '../../domain/roster/Roster'
import { hashVillage, rosterHash } from '../crypto/rosterHash'
import type { PackedText, Vault } from '../crypto/Vault'
import type { BlockReader } from './BlockReader'
import { breathe } from './breathe'
import type { OpenedProject } from './OpenedProject'
import { openAside, type Sealed } from './Seals'
import type { StoredBlock } from './SealedIndex'

const CONTENTS = 'contents'

type NewBlock = Omit<StoredBlock, 'position'>
type Contents = RosterPart['villages']

/** Roster documents as sealed blocks: the list of villages, and one deflated block for each village that is stored. */
export class RosterBlocks {
  readonly #vault: Vault
  readonly #blocks: BlockReader
  readonly #sealed: Sealed
  /** The village that was asked for alone the last time: somebody goes through its households one by one. */
  #last: { readonly of: string; readonly households: readonly RosterHousehold[] } | undefined

  constructor(opened: Pick<OpenedProject, 'vault' | 'blocks' | 'seals'>) {
    this.#vault = opened.vault
    this.#blocks = opened.blocks
    this.#sealed = opened
  }

  documentKey(hash: RosterHash): string {
    return this.#vault.opaqueId('roster', hash)
  }

  /**
   * The document's hash and blocks; the hash is `rosterHash` of its villages. Each village is asked for once, when its turn comes, and only its
   * packed text is kept; the window's thread is free while the platform hashes and packs.
   */
  async seal(
    document: RosterDocument,
  ): Promise<{ readonly hash: RosterHash; readonly blocks: readonly NewBlock[] }> {
    const villages: { village: string; digest: string }[] = []
    const texts: PackedText[] = []
    for (const each of document.villages) {
      const text = this.#vault.pack(JSON.stringify(each.households))
      villages.push({ village: each.village, digest: await hashVillage(each) })
      texts.push(await text)
    }
    if (new Set(villages.map(({ village }) => village)).size < villages.length)
      throw new Error('a roster document names a village twice')
    const hash = rosterHash(villages)
    const blocks: NewBlock[] = []
    for (const [index, text] of texts.entries()) {
      const block = this.#villageKey(villages[index]?.village ?? '')
      blocks.push(this.#blockOf(hash, block, (id) => this.#vault.sealPacked('roster', id, text)))
      await breathe()
    }
    return { hash, blocks: [...blocks, this.#sealContents(hash, villages)] }
  }

  /** The blocks of a part that are not stored yet. */
  async lacking({ villages, present }: RosterPart): Promise<readonly NewBlock[]> {
    const hash = rosterHash(villages)
    const here = new Set(await this.#blocks.names(this.documentKey(hash)))
    const added = present.filter(({ village }) => !here.has(this.#villageKey(village)))
    const blocks = added.map(({ village, households }) =>
      this.#sealBlock(hash, this.#villageKey(village), JSON.stringify(households)),
    )
    return here.has(CONTENTS) ? blocks : [...blocks, this.#sealContents(hash, villages)]
  }

  /** The stored villages, in the document's order; undefined when nothing of the document is stored. */
  async villages(hash: RosterHash): Promise<readonly string[] | undefined> {
    const contents = await this.#contents(hash)
    if (contents === undefined) return undefined
    const here = new Set(await this.#blocks.names(this.documentKey(hash)))
    return contents.map(({ village }) => village).filter((village) => here.has(this.#villageKey(village)))
  }

  /** The document with those of these villages that are stored; undefined when nothing of it is. */
  async part(hash: RosterHash, villages: ReadonlySet<string>): Promise<RosterPart | undefined> {
    const contents = await this.#contents(hash)
    if (contents === undefined) return undefined
    const present: RosterVillage[] = []
    for (const { village } of contents) {
      const households = villages.has(village) ? await this.village(hash, village) : undefined
      if (households !== undefined) present.push({ village, households })
    }
    return { villages: contents, present }
  }

  /** Undefined when the document, or a village of this name in it, is not stored. */
  async village(hash: RosterHash, village: string): Promise<readonly RosterHousehold[] | undefined> {
    const text = await this.#read(hash, this.#villageKey(village), village)
    return text === undefined ? undefined : (JSON.parse(text) as readonly RosterHousehold[])
  }

  /** The same of several villages, read and opened together, off the window's thread. */
  async *eachVillage(
    hash: RosterHash,
    villages: readonly string[],
  ): AsyncGenerator<readonly RosterHousehold[] | undefined> {
    const one = villages.length === 1 ? `${hash}/${villages[0]}` : undefined
    if (one !== undefined && this.#last?.of === one) {
      yield this.#last.households
      return
    }
    for await (const households of this.#readEach(hash, villages)) {
      if (one !== undefined && households !== undefined) this.#last = { of: one, households }
      yield households
    }
  }

  #readEach(
    hash: RosterHash,
    villages: readonly string[],
  ): AsyncIterable<readonly RosterHousehold[] | undefined> {
    const blocks = villages.map((village) => ({ block: this.#villageKey(village), value: village }))
    const open = async ({ document, block, sealed }: NewBlock) => {
      const text = await openAside(this.#sealed, 'roster', `${document}/${block}`, sealed)
      return JSON.parse(text) as readonly RosterHousehold[]
    }
    return this.#blocks.readEach(this.documentKey(hash), blocks, open, 'roster_unreadable')
  }

  /** All villages with their digests, stored or not. */
  async #contents(hash: RosterHash): Promise<Contents | undefined> {
    const text = await this.#read(hash, CONTENTS, hash)
    return text === undefined ? undefined : (JSON.parse(text) as Contents)
  }

  #read(hash: RosterHash, block: string, value: string): Promise<string | undefined> {
    const lost = { code: 'roster_unreadable' as const, value }
    return this.#blocks.read(this.documentKey(hash), block, (each) => textOf(each, this.#vault), lost)
  }

  #sealContents(hash: RosterHash, villages: Contents): NewBlock {
    return this.#sealBlock(hash, CONTENTS, JSON.stringify(villages))
  }

  #sealBlock(hash: RosterHash, block: string, text: string): NewBlock {
    return this.#blockOf(hash, block, (id) => this.#vault.seal('roster', id, text))
  }

  #blockOf(hash: RosterHash, block: string, seal: (id: string) => Uint8Array): NewBlock {
    const document = this.documentKey(hash)
    return { document, block, sealed: seal(`${document}/${block}`) }
  }

  #villageKey(village: string): string {
    return this.#vault.opaqueId('village', village)
  }
}

/** A roster document from those of its blocks that are given; undefined when the list of villages is not among them. */
export function rosterOf(blocks: readonly NewBlock[], vault: Vault): RosterPart | undefined {
  const named = (name: string): string | undefined => {
    const found = blocks.find(({ block }) => block === name)
    return found && textOf(found, vault)
  }
  const contents = named(CONTENTS)
  if (contents === undefined) return undefined
  const villages = JSON.parse(contents) as Contents
  const present = villages.flatMap(({ village }): readonly RosterVillage[] => {
    const text = named(vault.opaqueId('village', village))
    return text === undefined ? [] : [{ village, households: JSON.parse(text) as readonly RosterHousehold[] }]
  })
  return { villages, present }
}

function textOf({ document, block, sealed }: NewBlock, vault: Vault): string {
  return vault.open('roster', `${document}/${block}`, sealed)
}
