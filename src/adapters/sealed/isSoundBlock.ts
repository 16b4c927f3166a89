import type { Vault } from '../crypto/Vault'
import { ATTACHMENT } from './AttachmentSeals'
import { isOfRecords } from './RecordBlocks'
import type { StoredBlock } from './SealedIndex'

/**
 * Whether a block's seal holds for the document and the name beside it. Of an attachment that is asked when it is read: a
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
