import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { DISK, type FileLayer } from '../../../electron/disk/files'
import type { Journal } from '../../../electron/main/journal'
import {
  createJournal,
  listJournals,
  openJournal,
  type JournalFolderOpening,
} from '../../../electron/main/openJournal'
import type { Processes } from '../../../electron/disk/processes'
import { aProcess } from '../../contracts/directJournals'
import { LossyFiles } from '../../contracts/LossyFiles'

let above: string
let folder: string
let flushes: number
const NAME = 'c'.repeat(32)

/** The real disk, counting how often it was asked to flush a file. */
const files: FileLayer = {
  ...DISK,
  async open(path, mode) {
    const file = await DISK.open(path, mode)
    if (file === undefined) return undefined
    const sync = (): Promise<void> => {
      flushes += 1
      return file.sync()
    }
    return { ...file, sync }
  },
}

beforeEach(async () => {
  above = await mkdtemp(join(tmpdir(), 'yihu-journal-'))
  folder = join(above, 'a'.repeat(32))
  flushes = 0
  return () => rm(above, { recursive: true })
})

describe('a journal on the disk', () => {
  it('gives back its records in their order after it was closed', async () => {
    const journal = opened(await createJournal(files, folder, '{}', aProcess(1)))
    const records = [Buffer.from('one'), Buffer.alloc(0), Buffer.alloc(3_000_000, 7)]
    for (const record of records) expect((await journal.append(record)).kind).toBe('done')
    await journal.close()
    const again = opened(await openJournal(files, folder, null, aProcess(1)))
    expect(
      (await allRecords(again)).map((record) => Buffer.compare(record, records.shift() ?? Buffer.of(1))),
    ).toEqual([0, 0, 0])
    await again.close()
  })

  it('flushes records that wait for the disk together, in the order they came', async () => {
    const journal = opened(await createJournal(files, folder, '{}', aProcess(1)))
    flushes = 0
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => journal.append(Buffer.of(index))),
    )
    expect(flushes).toBeLessThanOrEqual(2)
    const ends = answers.map((answer) => (answer.kind === 'done' ? answer.end : 0))
    expect(ends).toEqual([...ends].sort((left, right) => left - right))
    expect((await allRecords(journal)).map((record) => record[0])).toEqual(
      Array.from({ length: 50 }, (_, index) => index),
    )
    await journal.close()
  })

  it('takes a failed append away later when it could not at once', async () => {
    const disk = new LossyFiles()
    let isBroken = false
    const breaking: FileLayer = {
      ...boundTo(disk),
      async open(path, mode) {
        const file = await disk.open(path, mode)
        if (file === undefined) return undefined
        const truncate = async (size: number): Promise<void> => {
          if (isBroken) throw Object.assign(new Error('input/output error'), { code: 'EIO' })
          await file.truncate(size)
        }
        return { ...file, truncate }
      },
    }
    const journal = opened(await createJournal(breaking, '/j', '{}', aProcess(1)))
    isBroken = disk.isFull = true
    expect(await journal.append(Buffer.alloc(500, 7))).toEqual({ kind: 'failed', code: 'ENOSPC' })
    expect(await journal.append(Buffer.of(1))).toEqual({ kind: 'failed', code: 'EIO' })
    isBroken = disk.isFull = false
    expect((await journal.append(Buffer.of(2))).kind).toBe('done')
    await journal.close()
    const again = await openJournal(breaking, '/j', null, aProcess(1))
    expect(again).toMatchObject({ tornBytes: 0, damagedRecords: 0 })
    expect(await allRecords(opened(again))).toEqual([Buffer.of(2)])
  })

  it('takes nothing that was sent before the sender heard that the record before it failed', async () => {
    const disk = new LossyFiles()
    const journal = opened(await createJournal(boundTo(disk), '/j', '{}', aProcess(1)))
    disk.isFull = true
    const answers = [1, 2, 3].map((record) => journal.append(Buffer.alloc(500, record), 0))
    const failed = { kind: 'failed', code: 'ENOSPC' }
    expect(await answers[0]).toEqual(failed)
    disk.isFull = false
    expect(await journal.append(Buffer.of(4), 0)).toEqual(failed)
    expect(await Promise.all(answers)).toEqual([failed, failed, failed])
    expect((await journal.append(Buffer.of(5), 1)).kind).toBe('done')
    expect(await allRecords(journal)).toEqual([Buffer.of(5)])
    await journal.close()
  })

  it('keeps bulk input apart, whole or not at all', async () => {
    const journal = opened(await createJournal(files, folder, '{}', aProcess(1)))
    await journal.putBulk(NAME, Buffer.from('many rows'))
    expect(Buffer.from((await journal.bulk(NAME)) ?? []).toString()).toBe('many rows')
    expect(await journal.bulk('d'.repeat(32))).toBeUndefined()
    await expect(journal.putBulk('../lock', Buffer.of(1))).rejects.toThrow('bulk')
    await journal.close()
  })

  it('has no bulk file where a folder lies in its place', async () => {
    const journal = opened(await createJournal(files, folder, '{}', aProcess(1)))
    await mkdir(join(folder, 'bulk', NAME))
    expect(await journal.bulk(NAME)).toBeUndefined()
    await journal.close()
  })

  it('gives each record’s place, and marks those after damage', async () => {
    const journal = opened(await createJournal(files, folder, '{}', aProcess(1)))
    for (const record of [1, 2, 3]) await journal.append(Buffer.of(record))
    const { records } = await journal.read(0)
    expect(records.map(({ isAfterDamage }) => isAfterDamage)).toEqual([false, false, false])
    await journal.close()
    const bytes = await readFile(join(folder, 'journal.log'))
    const second = records[1]?.offset ?? 0
    bytes[second + 5] = 255
    await writeFile(join(folder, 'journal.log'), bytes)
    const again = opened(await openJournal(files, folder, null, aProcess(1)))
    expect((await again.read(0)).records).toMatchObject([
      { offset: records[0]?.offset, isAfterDamage: false },
      { offset: records[2]?.offset, isAfterDamage: true },
    ])
    await again.close()
  })

  it('is listed with its header while it is closed', async () => {
    const journal = opened(await createJournal(files, folder, '{"title":"某县"}', aProcess(1)))
    await journal.close()
    expect(await listJournals(files, above)).toEqual([
      { projectId: 'a'.repeat(32), header: '{"title":"某县"}' },
    ])
    expect(await listJournals(files, join(above, 'nothing here'))).toEqual([])
  })

  it('is not made over one that is there', async () => {
    await opened(await createJournal(files, folder, '{}', aProcess(1))).close()
    expect(await createJournal(files, folder, '{}', aProcess(1))).toEqual({ kind: 'failed', code: 'EEXIST' })
  })

  it('is missing where nobody made one', async () => {
    expect(await openJournal(files, folder, null, aProcess(1))).toEqual({ kind: 'missing' })
  })
})

describe('the lock of a journal', () => {
  const both: Processes = { ...aProcess(2), startOf: (pid) => Promise.resolve(`start of ${pid}`) }

  it('keeps a second process out while the first lives', async () => {
    const first = opened(await createJournal(files, folder, '{}', { ...both, ownPid: 1 }))
    expect(await openJournal(files, folder, null, both)).toEqual({ kind: 'locked' })
    await first.close()
    await opened(await openJournal(files, folder, null, both)).close()
  })

  it('keeps a second opening by the same process out', async () => {
    await createJournal(files, folder, '{}', both)
    expect(await openJournal(files, folder, null, both)).toEqual({ kind: 'locked' })
  })

  it('is taken over when its process died', async () => {
    await createJournal(files, folder, '{}', { ...both, ownPid: 1 })
    await opened(await openJournal(files, folder, null, aProcess(2))).close()
  })

  it('is taken over when another process has the dead one’s number by now', async () => {
    await createJournal(files, folder, '{}', { ...both, ownPid: 1 })
    const reused: Processes = { ...aProcess(2), startOf: () => Promise.resolve('later') }
    await opened(await openJournal(files, folder, null, reused)).close()
  })

  it('is taken over when a power cut left it empty', async () => {
    await createJournal(files, folder, '{}', { ...both, ownPid: 1 })
    const lock = await DISK.open(join(folder, 'lock'), 'existing')
    await lock?.truncate(0)
    await lock?.close()
    await opened(await openJournal(files, folder, null, both)).close()
    await expect(readFile(join(folder, 'lock'))).rejects.toThrow('ENOENT')
  })
})

function boundTo(disk: LossyFiles): FileLayer {
  return {
    makeFolder: (path) => disk.makeFolder(path),
    list: (path) => disk.list(path),
    read: (path) => disk.read(path),
    open: (path, mode) => disk.open(path, mode),
    rename: (from, to) => disk.rename(from, to),
    link: (from, to) => disk.link(from, to),
    remove: (path) => disk.remove(path),
    syncFolder: (path) => disk.syncFolder(path),
  }
}

function opened(opening: JournalFolderOpening): Journal {
  if (opening.kind !== 'open') throw new Error(JSON.stringify(opening))
  return opening.journal
}

async function allRecords(journal: Journal): Promise<readonly Uint8Array[]> {
  const records: Uint8Array[] = []
  for (let offset = 0; ;) {
    const part = await journal.read(offset)
    if (part.next === offset) return records
    records.push(...part.records.map(({ bytes }) => bytes))
    offset = part.next
  }
}
