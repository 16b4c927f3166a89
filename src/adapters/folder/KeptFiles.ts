import { join } from 'node:path'
import type { AttachmentHash, RecordList } from '../../application/store/ProjectStore'
import { attachmentHash } from '../crypto/attachmentHash'
import { nativeDigest } from '../crypto/nativeDigest'
import { makeFolder, listFolder, readIfThere, readTextNow, writeDurably } from './folderFiles'

/** Photos, sounds and records of a folder store: each is a file, named by the hash of its content and written once. */
export class KeptFiles {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  async putAttachment(bytes: Uint8Array): Promise<AttachmentHash> {
    const own = attachmentHash(bytes)
    const path = join(this.#folder, 'attachments', own)
    if ((await readIfThere(path)) === undefined) await writeDurably(path, bytes)
    return own
  }

  async attachment(own: AttachmentHash): Promise<Uint8Array | undefined> {
    const bytes = await readIfThere(join(this.#folder, 'attachments', own))
    return bytes && new Uint8Array(bytes)
  }

  async keepRecord(list: RecordList, text: string): Promise<void> {
    const folder = this.#list(list)
    await makeFolder(folder)
    const name = `${nativeDigest(text)}.json`
    if (!(await listFolder(folder)).includes(name)) await writeDurably(join(folder, name), text)
  }

  async records(list: RecordList): Promise<readonly string[]> {
    const folder = this.#list(list)
    const names = (await listFolder(folder)).filter((name) => name.endsWith('.json')).sort()
    return names.map((name) => readTextNow(join(folder, name)))
  }

  #list(list: RecordList): string {
    return join(this.#folder, 'records', list)
  }
}
