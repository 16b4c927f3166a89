import type { Vault } from '../crypto/Vault'
import { breathe } from './breathe'
import type { FoundTrouble } from './FoundTrouble'
import { isSoundBlock } from './isSoundBlock'
import type { Journal } from './Journal'
import { JournalWalk } from './JournalWalk'
import type { SealedIndex, StoredBlock } from './SealedIndex'
import type { ProblemCode } from '../../domain/shared/ProblemCode'

type SealedBlock = Omit<StoredBlock, 'position'>

/** Each reading of the database costs as much as opening a small village. Twice as many are in memory. */
const READ_AT_ONCE = 20

interface Begun<T> {
  readonly value: string
  readonly stored: StoredBlock | undefined
  readonly opening: Promise<{ readonly value: T } | undefined> | undefined
}

/** Opens blocks. One that is damaged in the index is searched for in the journal, and restored from there if found intact. */
export class BlockReader {
  readonly #index: SealedIndex
  readonly #journal: Journal | null
  readonly #trouble: FoundTrouble
  readonly #vault: Vault
  /** Blocks that were read and are lost, by document. */
  readonly #lost = new Map<string, Set<string>>()

  constructor(index: SealedIndex, journal: Journal | null, trouble: FoundTrouble, vault: Vault) {
    this.#vault = vault
    this.#index = index
    this.#journal = journal
    this.#trouble = trouble
  }

  /** Names of the document's blocks. If it lost a block, only those that open, so that the others can be imported again. */
  async names(document: string): Promise<readonly string[]> {
    const names = await this.#index.blockNames(document)
    const lost = this.#lost.get(document)
    if (lost === undefined) return names
    const blocks = await Promise.all(names.map((name) => this.#index.block(document, name)))
    return blocks.flatMap((block) =>
      block === undefined || lost.has(block.block) || !isSoundBlock(block, this.#vault) ? [] : [block.block],
    )
  }

  /** Undefined where there is no such block, or none that opens: then `lost` is reported. `open` throws on damage. */
  async read<T>(
    document: string,
    block: string,
    open: (sealed: SealedBlock) => T | Promise<T>,
    lost: { readonly code: ProblemCode; readonly value: string },
  ): Promise<T | undefined> {
    const stored = await this.#index.block(document, block)
    return stored && this.#openOrMend(stored, open, lost)
  }

  /** The same of several blocks, in their order. The next ones are read and being opened while some are taken. */
  async *readEach<T>(
    document: string,
    blocks: readonly { readonly block: string; readonly value: string }[],
    open: (sealed: SealedBlock) => T | Promise<T>,
    code: ProblemCode,
  ): AsyncGenerator<T | undefined> {
    const begin = (from: number) => this.#begin(document, blocks.slice(from, from + READ_AT_ONCE), open)
    let next = begin(0)
    for (let start = 0; start < blocks.length; start += READ_AT_ONCE) {
      const begun = await next
      next = begin(start + READ_AT_ONCE)
      for (const { value, stored, opening } of begun) {
        const opened = await opening
        yield stored && (await this.#orMended(stored, opened, open, { code, value }))
        await breathe()
      }
    }
  }

  #begin<T>(
    document: string,
    blocks: readonly { readonly block: string; readonly value: string }[],
    open: (sealed: SealedBlock) => T | Promise<T>,
  ): Promise<readonly Begun<T>[]> {
    if (blocks.length === 0) return Promise.resolve([])
    const names = blocks.map(({ block }) => block)
    const read = this.#index.blocks(document, names).then((found) =>
      blocks.map(({ value }, index) => {
        const stored = found[index]
        return { value, stored, opening: unheard(stored && this.#attempt(stored, open)) }
      }),
    )
    return unheard(read)
  }

  async #openOrMend<T>(
    stored: StoredBlock,
    open: (sealed: SealedBlock) => T | Promise<T>,
    lost: { readonly code: ProblemCode; readonly value: string },
  ): Promise<T | undefined> {
    return this.#orMended(stored, await this.#attempt(stored, open), open, lost)
  }

  async #orMended<T>(
    stored: StoredBlock,
    opened: { readonly value: T } | undefined,
    open: (sealed: SealedBlock) => T | Promise<T>,
    lost: { readonly code: ProblemCode; readonly value: string },
  ): Promise<T | undefined> {
    const { document, block } = stored
    if (opened !== undefined) {
      this.#lost.get(document)?.delete(block)
      return opened.value
    }
    const found = await this.#inJournal(document, block, open)
    if (found === undefined) {
      this.#lost.set(document, (this.#lost.get(document) ?? new Set()).add(block))
      this.#trouble.report(lost.code, lost.value)
      return undefined
    }
    await this.#index.commit({ blocks: [{ ...found.block, position: stored.position }] })
    this.#trouble.report('block_put_back', lost.value)
    return found.value
  }

  async #inJournal<T>(
    document: string,
    block: string,
    open: (sealed: SealedBlock) => T | Promise<T>,
  ): Promise<{ readonly block: SealedBlock; readonly value: T } | undefined> {
    if (this.#journal === null) return undefined
    for await (const portion of new JournalWalk(this.#journal, 0).portions())
      for (const { frame } of portion) {
        if (frame.kind !== 'block' || frame.document !== document || frame.block !== block) continue
        // A worker takes ownership of the bytes that it is given.
        const opened = await this.#attempt({ document, block, sealed: frame.sealed.slice() }, open)
        if (opened !== undefined)
          return { block: { document, block, sealed: frame.sealed }, value: opened.value }
      }
    return undefined
  }

  async #attempt<T>(
    block: SealedBlock,
    open: (sealed: SealedBlock) => T | Promise<T>,
  ): Promise<{ readonly value: T } | undefined> {
    try {
      return { value: await open(block) }
    } catch (error) {
      // A locked project is not a damaged one.
      if (this.#vault.isForgotten) throw error
      return undefined
    }
  }
}

/** The same promise; it fails without a word where nobody comes to take it. */
function unheard<Promised extends Promise<unknown> | undefined>(promise: Promised): Promised {
  promise?.catch(() => undefined)
  return promise
}
