import type { Vault } from '../crypto/Vault'
import { ATTACHMENT } from './Seals'
import { isOfRecords } from './RecordBlocks'
import type { StoredBlock } from './SealedIndex'

/**
 * Whether a block's seal is valid for its document and name. An attachment is checked only when it is read: a
 * second for 20 MB, and a project may have thousands.
 */
export function isSoundBlock(
  { document, block, sealed }: Omit<StoredBlock, 'position'>,
  vault: Vault,
): boolean {
  if (block === ATTACHMENT) return true
  const kind = isOfRecords(document, vault) ? 'record' : 'roster'
  return vault.opens(kind, `${document}/${block}`, sealed)
}
