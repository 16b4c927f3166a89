import type { RecordList } from '../../application/store/ProjectStore'
import { digest } from '../crypto/digest'
import type { Vault } from '../crypto/Vault'
import type { BlockReader } from './BlockReader'
import type { StoredBlock } from './SealedIndex'

type NewBlock = Omit<StoredBlock, 'position'>

const RECORD_LISTS: readonly RecordList[] = ['device', 'lead', 'segments', 'passcodes', 'packages']

/** Texts kept beside the changes: a list is a document, and each text a sealed block named after its content. */
export class RecordBlocks {
  readonly #vault: Vault
  readonly #blocks: BlockReader

  constructor(vault: Vault, blocks: BlockReader) {
    this.#vault = vault
    this.#blocks = blocks
  }

  seal(list: RecordList, text: string): NewBlock {
    const document = documentOf(list, this.#vault)
    const block = this.#vault.opaqueId('record', digest(text))
    return { document, block, sealed: this.#vault.seal('record', `${document}/${block}`, text) }
  }

  async has({ document, block }: NewBlock): Promise<boolean> {
    return (await this.#blocks.names(document)).includes(block)
  }

  async read(list: RecordList): Promise<readonly string[]> {
    const document = documentOf(list, this.#vault)
    const names = await this.#blocks.names(document)
    const open = (block: NewBlock): string => textOf(block, this.#vault)
    const lost = { code: 'kept_record_unreadable' as const, value: list }
    const texts = await Promise.all(names.map((name) => this.#blocks.read(document, name, open, lost)))
    return texts.filter((text) => text !== undefined)
  }
}

/** The records among blocks of any kind, with the lists they belong to. */
export function recordsOf(
  blocks: readonly NewBlock[],
  vault: Vault,
): readonly { readonly list: RecordList; readonly text: string }[] {
  return RECORD_LISTS.flatMap((list) => {
    const document = documentOf(list, vault)
    const own = blocks.filter((block) => block.document === document)
    return own.map((block) => ({ list, text: textOf(block, vault) }))
  })
}

export function isOfRecords(document: string, vault: Vault): boolean {
  return RECORD_LISTS.some((list) => documentOf(list, vault) === document)
}

function documentOf(list: RecordList, vault: Vault): string {
  return vault.opaqueId('records', list)
}

function textOf({ document, block, sealed }: NewBlock, vault: Vault): string {
  return vault.open('record', `${document}/${block}`, sealed)
}
