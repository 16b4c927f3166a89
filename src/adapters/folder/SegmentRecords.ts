import { join } from 'node:path'
import { nativeDigest } from '../crypto/nativeDigest'
import { KeptFiles } from './KeptFiles'
import { makeFolder, listFolder, readTextNow, removeIfPossible, writeDurably } from './folderFiles'

/**
 * Signed headers of segments: a file of lines for each commit, which counts once the index names it, and single ones as older
 * versions stored them. A merge that is not committed leaves none: a stored header makes a removed device's package count as known.
 */
export class SegmentRecords {
  readonly #folder: string
  readonly #single: KeptFiles
  /** All, with those that wait for the next commit. */
  #texts: Set<string> | undefined
  #waiting: string[] = []

  constructor(folder: string) {
    this.#folder = join(folder, 'records', 'segments')
    this.#single = new KeptFiles(folder)
  }

  async texts(files: readonly string[]): Promise<ReadonlySet<string>> {
    this.#texts ??= new Set([
      ...(await this.#single.records('segments')),
      ...files.flatMap((name) => readTextNow(join(this.#folder, name)).split('\n').slice(0, -1)),
    ])
    return this.#texts
  }

  /** Keeps one for the next commit, unless it is kept already. */
  async keep(text: string, files: readonly string[]): Promise<void> {
    if ((await this.texts(files)).has(text)) return
    this.#texts?.add(text)
    this.#waiting.push(text)
  }

  get areWaiting(): boolean {
    return this.#waiting.length > 0
  }

  /** Writes what waits; returns the name of its file, for the index. */
  async write(): Promise<readonly string[]> {
    if (this.#waiting.length === 0) return []
    const lines = this.#waiting.map((text) => `${text}\n`).join('')
    const name = `${nativeDigest(lines)}.jsonl`
    await makeFolder(this.#folder)
    await writeDurably(join(this.#folder, name), lines)
    this.#waiting = []
    return [name]
  }

  /** Discards what waits, and removes files that no index names. */
  async dropOthers(files: readonly string[]): Promise<void> {
    this.#waiting = []
    this.#texts = undefined
    const named = new Set(files)
    for (const name of await listFolder(this.#folder))
      if (name.endsWith('.jsonl') && !named.has(name)) await removeIfPossible(join(this.#folder, name))
  }
}
