import { encodeRecord, FILE_HEADER_BYTES, scanRecords } from '../../electron/main/journalFormat'
import type { Machine } from './Machine'

/** The payloads of the journal's records, as somebody with the disk sees them. */
export async function payloadsOf({ files }: Machine): Promise<readonly Uint8Array[]> {
  const [path, bytes] = journalOf(files)
  const file = await files.open(path, 'existing')
  const payloads: Uint8Array[] = []
  if (file !== undefined)
    for await (const found of scanRecords(file, FILE_HEADER_BYTES, bytes.length))
      if (found.kind === 'record') payloads.push(found.payload.slice())
  return payloads
}

/** Rewrites the journal with these payloads, each with a right checksum; its id stays. */
export function rewriteJournal({ files }: Machine, payloads: readonly Uint8Array[]): void {
  const [path, bytes] = journalOf(files)
  files.put(path, Buffer.concat([bytes.subarray(0, FILE_HEADER_BYTES), ...payloads.map(encodeRecord)]))
}

/** Appends a record as somebody without the key does: its checksum is right. */
export function plant({ files }: Machine, payload: Uint8Array): void {
  const [path, bytes] = journalOf(files)
  files.put(path, Buffer.concat([bytes, encodeRecord(payload)]))
}

function journalOf(files: Machine['files']): readonly [string, Uint8Array] {
  const path = files.paths().find((each) => each.endsWith('/journal.log'))
  const bytes = path === undefined ? undefined : files.bytesOf(path)
  if (path === undefined || bytes === undefined) throw new Error('there is no journal')
  return [path, bytes]
}
