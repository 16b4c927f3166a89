import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { DISK, type FileLayer } from '../../../electron/disk/files'
import { PROCESSES, UNTOLD, type Processes } from '../../../electron/disk/processes'
import { takeFolderLock, type FolderLock } from '../../../electron/disk/takeFolderLock'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yihu-lock-'))
  return () => rm(folder, { recursive: true })
})

/** A machine on which processes 1 and 2 live. */
function aProcess(pid: number, others: Partial<Processes> = {}): Processes {
  const startOf = (asked: number) => Promise.resolve(asked <= 2 ? `start of ${asked}` : undefined)
  return { ownPid: pid, machine: 'pc-1', uptime: () => 100, startOf, ...others }
}

const WITHOUT_LINKS: FileLayer = { ...DISK, link: () => Promise.resolve('unsupported') }

async function taken(processes: Processes, files: FileLayer = DISK): Promise<FolderLock> {
  const locking = await takeFolderLock(files, folder, processes)
  if (locking.kind !== 'taken') throw new Error(JSON.stringify(locking))
  return locking.lock
}

const take = (processes: Processes, files: FileLayer = DISK) => takeFolderLock(files, folder, processes)

describe.each([
  ['with hard links', DISK],
  ['without hard links', WITHOUT_LINKS],
])('the lock of a folder on a disk %s', (_name, files) => {
  it('is held until its owner lets go, and leaves nothing behind', async () => {
    const lock = await taken(aProcess(1), files)
    expect(await take(aProcess(2), files)).toMatchObject({ kind: 'held', owner: { pid: 1, machine: 'pc-1' } })
    expect(await take(aProcess(1), files)).toMatchObject({ kind: 'held' })
    expect(await lock.isOurs()).toBe(true)
    expect(await readdir(folder)).toEqual(['lock'])
    await lock.letGo()
    await (await taken(aProcess(2), files)).letGo()
    expect(await readdir(folder)).toEqual([])
  })

  it('is taken over from an owner that is gone, and from one that was taking over from it', async () => {
    await taken(aProcess(7), files)
    const dies: FileLayer = { ...files, rename: () => new Promise(() => undefined) }
    void take(aProcess(8), dies)
    while ((await readdir(folder)).filter((name) => name.startsWith('lock.')).length < 2);
    await (await taken(aProcess(1), files)).letGo()
    expect(await readdir(folder)).toEqual([])
  })

  it('is no longer ours once somebody removed it and another took it, and is left to that one', async () => {
    const lock = await taken(aProcess(1), files)
    await rm(join(folder, 'lock'))
    const other = await taken(aProcess(2), files)
    expect([await lock.isOurs(), await other.isOurs()]).toEqual([false, true])
    await lock.letGo()
    expect(await other.isOurs()).toBe(true)
  })
})

describe('the owner of a lock', () => {
  it.each([
    ['its number is another process by now', { startOf: () => Promise.resolve('later') }, 'taken'],
    ['the machine was restarted and its number is in use', { uptime: () => 5 }, 'taken'],
    [
      'nobody can say when the process of its number began',
      { startOf: () => Promise.resolve(UNTOLD) },
      'held',
    ],
    ['it is on another machine, where it cannot be seen', { machine: 'pc-2' }, 'held'],
  ] as const)('is judged rightly when %s', async (_when, others, expected) => {
    await taken(aProcess(1))
    expect((await take(aProcess(2, others))).kind).toBe(expected)
  })

  it('of another machine is named', async () => {
    await taken(aProcess(1, { machine: 'pc-2' }))
    expect(await take(aProcess(2))).toMatchObject({ isElsewhere: true, owner: { pid: 1, machine: 'pc-2' } })
  })

  it.each([
    ['2', 'held'],
    ['999999', 'taken'],
    ['{"pid":1,"start":"start of 1"}', 'held'],
    ['{"pid":1,"start":"another"}', 'taken'],
  ])('is read from what an older version wrote: %s', async (text, expected) => {
    await writeFile(join(folder, 'lock'), text)
    expect((await take(aProcess(1))).kind).toBe(expected)
  })

  it('is nobody when the file is empty on a disk with hard links, where none is seen before it is whole', async () => {
    await writeFile(join(folder, 'lock'), '')
    expect((await take(aProcess(1))).kind).toBe('taken')
  })

  it('is unknown when the file is empty on a disk without: it may be being written', async () => {
    await writeFile(join(folder, 'lock'), '')
    expect(await take(aProcess(1), WITHOUT_LINKS)).toMatchObject({ kind: 'held', owner: undefined })
  })

  it('is a process of this machine, recognised by its start', async () => {
    const lock = await taken(PROCESSES)
    expect((await take(PROCESSES)).kind).toBe('held')
    const text = await readFile(join(folder, 'lock'), 'utf8')
    await writeFile(join(folder, 'lock'), text.replace(/"pid":\d+/, '"pid":1'))
    expect((await take(PROCESSES)).kind).toBe(process.platform === 'linux' ? 'taken' : 'held')
    await lock.letGo()
  })
})

it('is not seen in part while a slow disk writes it', async () => {
  const steps: string[] = []
  const slow: FileLayer = {
    ...DISK,
    async open(path, mode) {
      const file = await DISK.open(path, mode)
      if (file === undefined || mode !== 'new') return file
      const write = async (offset: number, bytes: Uint8Array): Promise<void> => {
        await file.write(offset, bytes.subarray(0, 9))
        // Another process comes while the first nine bytes are there.
        const other = await take(aProcess(2))
        steps.push(other.kind)
        await file.write(offset + 9, bytes.subarray(9))
      }
      return { ...file, write }
    },
  }
  steps.push((await take(aProcess(1), slow)).kind)
  expect(steps).toEqual(['taken', 'held'])
})
