import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { JournalAppended, JournalRead, JournalRecord, JournalWritten } from '../ipc-contract'
import { codeOf, replaceFile, type FileLayer, type OpenFile } from '../disk/files'
import { encodeRecord, endingBefore, endingOf, FILE_HEADER_BYTES, scanRecords } from './journalFormat'

/** About one message's worth of records. */
const PART_BYTES = 2 ** 20
const CHECKSUM_BYTES = 4

interface WaitingRecord {
  readonly bytes: Uint8Array
  readonly failures: number
  readonly answer: (answer: JournalAppended) => void
  readonly fail: (bug: unknown) => void
}

/**
 * An open journal: records are only ever appended, and are durable before they are answered. Records that wait while the
 * disk flushes go together into the next flush. It never sees what the sealed bytes say.
 */
export class Journal {
  readonly id: string
  readonly #files: FileLayer
  readonly #folder: string
  readonly #file: OpenFile
  readonly #release: () => Promise<void>
  #end: number
  #waiting: WaitingRecord[] = []
  #flushing: Promise<void> | undefined
  #failures = 0
  #lastFailure = ''
  /** Set while bytes of a failed append may lie behind the last good record. */
  #mustCut = false

  /** Opened by `openJournal`: `end` is behind the last good record. */
  constructor(
    files: FileLayer,
    folder: string,
    id: string,
    file: OpenFile,
    end: number,
    release: () => Promise<void>,
  ) {
    this.id = id
    this.#files = files
    this.#folder = folder
    this.#file = file
    this.#end = end
    this.#release = release
  }

  /** Whole records from an offset on, as many as fit one message; at the end none, and `next` is the offset itself. */
  async read(offset: number): Promise<JournalRead> {
    const records: JournalRecord[] = []
    const start = Math.max(offset, FILE_HEADER_BYTES)
    let next = start
    for await (const found of scanRecords(this.#file, start, this.#end)) {
      if (found.kind === 'damage') continue
      records.push({ offset: found.start, bytes: found.payload, isAfterDamage: found.start > next })
      next = found.end
      if (next - start >= PART_BYTES) break
    }
    return { records, next, ending: await endingBefore(this.#file, next) }
  }

  /**
   * `done` when the record is on the disk; `failed` when it is not, and then the journal is as it was. `failures`: how many failed
   * appends whoever made the record knew of.
   */
  append(payload: Uint8Array, failures = this.#failures): Promise<JournalAppended> {
    const bytes = encodeRecord(payload)
    if (failures !== this.#failures) return Promise.resolve({ kind: 'failed', code: this.#lastFailure })
    return new Promise((answer, fail) => {
      this.#waiting.push({ bytes, failures, answer, fail })
      this.#flushing ??= this.#flush()
    })
  }

  /** Keeps bulk input as a file of its own, with a checksum behind it. */
  async putBulk(name: string, bytes: Uint8Array): Promise<JournalWritten> {
    const checksum = Buffer.alloc(CHECKSUM_BYTES)
    checksum.writeUInt32BE(crc32(bytes))
    return this.#whole(this.#bulkPath(name), Buffer.concat([bytes, checksum]))
  }

  /** Undefined when the file is missing, damaged, or cannot be read. */
  async bulk(name: string): Promise<Uint8Array | undefined> {
    const path = this.#bulkPath(name)
    const found = await this.#files.read(path).catch(() => undefined)
    if (found === undefined || found.length < CHECKSUM_BYTES) return undefined
    const bytes = found.subarray(0, found.length - CHECKSUM_BYTES)
    return Buffer.from(found).readUInt32BE(bytes.length) === crc32(bytes) ? bytes : undefined
  }

  putHeader(header: string): Promise<JournalWritten> {
    return this.#whole(join(this.#folder, 'project.json'), Buffer.from(header, 'utf8'))
  }

  async close(): Promise<void> {
    while (this.#flushing !== undefined) await this.#flushing
    await this.#file.close()
    await this.#release()
  }

  async #flush(): Promise<void> {
    while (this.#waiting.length > 0) {
      const waiting = this.#waiting
      this.#waiting = []
      const group = waiting.filter(({ failures }) => failures === this.#failures)
      for (const { failures, answer } of waiting)
        if (failures !== this.#failures) answer({ kind: 'failed', code: this.#lastFailure })
      if (group.length === 0) continue
      try {
        const answers = await this.#appendTogether(group.map((record) => record.bytes))
        answers.forEach((answer, index) => group[index]?.answer(answer))
      } catch (bug) {
        for (const record of group) record.fail(bug)
      }
    }
    // In the same breath as the last look at the queue: whoever was just answered may append again at once.
    this.#flushing = undefined
  }

  async #appendTogether(records: readonly Uint8Array[]): Promise<readonly JournalAppended[]> {
    try {
      if (this.#mustCut) await this.#cut()
      this.#mustCut = true
      await this.#file.write(this.#end, Buffer.concat(records))
      await this.#file.sync()
      this.#mustCut = false
    } catch (error) {
      const failed = { kind: 'failed', code: codeOf(error) } as const
      this.#failures += 1
      this.#lastFailure = failed.code
      await this.#cut().catch(() => undefined)
      return records.map(() => failed)
    }
    return records.map((record) => {
      this.#end += record.length
      return { kind: 'done', end: this.#end, ending: endingOf(record) }
    })
  }

  /** Takes a failed append's bytes away. Where even that fails it is tried again before the next append. */
  async #cut(): Promise<void> {
    await this.#file.truncate(this.#end)
    await this.#file.sync()
    this.#mustCut = false
  }

  async #whole(path: string, bytes: Uint8Array): Promise<JournalWritten> {
    try {
      await replaceFile(this.#files, path, bytes)
    } catch (error) {
      return { kind: 'failed', code: codeOf(error) }
    }
    return { kind: 'done' }
  }

  #bulkPath(name: string): string {
    if (!/^[0-9a-f]{32}$/.test(name)) throw new TypeError('not the name of a bulk file')
    return join(this.#folder, 'bulk', name)
  }
}

export function newJournalId(): string {
  return randomBytes(16).toString('hex')
}
