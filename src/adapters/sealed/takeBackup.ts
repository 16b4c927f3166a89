import type { Vault } from '../crypto/Vault'
import { encodeBackup } from './backupFile'
import type { Frame } from './frames'
import { portions } from './portions'
import type { SealedIndex } from './SealedIndex'

/** Every change and every block of an index, sealed as stored, in one file. */
export async function takeBackup(index: SealedIndex, vault: Vault): Promise<Uint8Array> {
  const header = await index.header()
  if (header === undefined) throw new Error('an open project has a header')
  const span = { after: 0, upTo: await index.lastPosition() }
  const frames: Frame[] = []
  for await (const part of portions(span, (after, limit) => index.rowsAfter(after, limit)))
    for (const { entity, scope, sealed } of part) frames.push({ kind: 'changes', entity, scope, sealed })
  for await (const part of portions(span, (after, limit) => index.blocksAfter(after, limit)))
    for (const { document, block, sealed } of part) frames.push({ kind: 'block', document, block, sealed })
  return encodeBackup(header, frames, vault)
}
