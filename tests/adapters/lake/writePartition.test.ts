import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Processes } from '../../../electron/disk/processes'
import { writePartition } from '../../../src/adapters/lake/writePartition'
import { manifestPath, parseManifest, type LakeManifest } from '../../../src/application/lake/LakeManifest'
import { someLakeFacts, someLakeTables } from '../../builders/aLake'
import { LossyFiles } from '../../contracts/LossyFiles'

const DIR = '/lake'
const OLD = someLakeTables('all_year')
const NEW = someLakeTables('often_short')
const FACTS = someLakeFacts()

/** Each export is a process of its own; only the one with this number lives. */
function process(pid: number): Processes {
  return {
    ownPid: pid,
    machine: '',
    uptime: () => 1000,
    startOf: (asked) => Promise.resolve(asked === pid ? `start ${pid}` : undefined),
  }
}

let pids = 0
function write(files: LossyFiles, tables = NEW, facts = FACTS): ReturnType<typeof writePartition> {
  return writePartition({ files, processes: process(++pids) }, DIR, facts, tables)
}

function manifestIn(files: LossyFiles, facts = FACTS): LakeManifest {
  const bytes = files.bytesOf(`${DIR}/${manifestPath(facts)}`)
  const manifest = parseManifest(JSON.parse(new TextDecoder().decode(bytes)))
  if (manifest === null) throw new Error('no manifest of this version')
  return manifest
}

/** What a reader that follows the manifest sees: the state, if every file is there and is what the manifest says. */
function followed(files: LossyFiles): string {
  const manifest = manifestIn(files)
  for (const { path, sha256, bytes } of Object.values(manifest.files)) {
    const found = files.bytesOf(`${DIR}/${path}`) ?? files.bytesOf(`${DIR}/${path}.part`)
    expect(found?.length, path).toBe(bytes)
    expect(
      createHash('sha256')
        .update(found ?? '')
        .digest('hex'),
    ).toBe(sha256)
  }
  return manifest.state
}

/** Versions of each dataset that a reader by `*.parquet` sees. */
function globbed(files: LossyFiles): readonly number[] {
  return ['answers', 'villages'].map(
    (name) =>
      files.paths().filter((path) => path.startsWith(`${DIR}/${name}/`) && path.endsWith('.parquet')).length,
  )
}

/** A disk with the old records, whole. */
async function aLake(): Promise<LossyFiles> {
  const files = new LossyFiles()
  expect(await write(files, OLD)).toEqual({ ok: true, value: 'added' })
  return files.afterPowerCut('everything')
}

describe('writePartition', () => {
  it('adds, replaces, and writes nothing where the records are the same', async () => {
    const files = await aLake()
    expect(followed(files)).toBe(OLD.state)
    const before = files.paths()
    expect(await write(files, OLD, someLakeFacts({ writtenAt: '2021-01-01T00:00:00.000Z' }))).toEqual({
      ok: true,
      value: 'same',
    })
    expect(files.paths()).toEqual(before)
    expect(manifestIn(files).writtenAt).toBe(FACTS.writtenAt)
    expect(await write(files, NEW)).toEqual({ ok: true, value: 'replaced' })
    expect(followed(files)).toBe(NEW.state)
    expect(globbed(files)).toEqual([1, 1])
    expect(files.paths().filter((path) => /\.part$|lock/.test(path))).toEqual([])
  })

  it.each(['nothing', 'everything', 'parts'] as const)(
    'leaves the old or the new whole when it is stopped at any step and of what was not flushed %s stays',
    async (leaves) => {
      let steps = 0
      const states = new Set<string>()
      for (let at = 1; ; at++) {
        const files = await aLake()
        files.dieAfter(at)
        const ended = await Promise.race([write(files, NEW), files.dead])
        if (ended !== undefined) break
        steps++
        const left = files.afterPowerCut(leaves)
        const state = followed(left)
        expect([OLD.state, NEW.state]).toContain(state)
        states.add(state)
        for (const versions of globbed(left)) expect(versions).toBeLessThanOrEqual(1)
        // The next export finishes what was left.
        expect((await write(left, NEW)).ok).toBe(true)
        expect(followed(left)).toBe(NEW.state)
        expect(globbed(left)).toEqual([1, 1])
        expect(left.paths().filter((path) => path.endsWith('.part'))).toEqual([])
      }
      expect(steps).toBeGreaterThan(15)
      expect(states.size).toBe(2)
    },
  )

  it('removes a dataset that the new records lack', async () => {
    const files = await aLake()
    const { state, tables } = NEW
    await write(files, { state, tables: tables.filter(({ name }) => name === 'villages') })
    expect(globbed(files)).toEqual([0, 1])
  })

  it('writes a file again that somebody took away, and what is said of the records where only that is another', async () => {
    const files = await aLake()
    await files.remove(files.paths().find((path) => path.startsWith(`${DIR}/answers/`)) ?? '')
    expect(await write(files, OLD)).toEqual({ ok: true, value: 'replaced' })
    expect(followed(files)).toBe(OLD.state)
    const fullIds = { by: '张', why: '核对', at: '2021-01-01T00:00:00.000Z' }
    expect(await write(files, OLD, someLakeFacts({ fullIds }))).toEqual({ ok: true, value: 'renewed' })
    expect(manifestIn(files).fullIds).toEqual(fullIds)
  })

  it('keeps counties apart, at once', async () => {
    const files = new LossyFiles()
    const other = someLakeFacts({ county: '云南-金沙县' })
    const both = await Promise.all([write(files, OLD), write(files, NEW, other)])
    expect(both.map(({ ok }) => ok)).toEqual([true, true])
    expect(followed(files)).toBe(OLD.state)
    expect(manifestIn(files, other).state).toBe(NEW.state)
    expect(globbed(files)).toEqual([2, 2])
  })

  it('refuses a county that another process is writing', async () => {
    const files = await aLake()
    const goOn = files.stall()
    const processes = process(++pids)
    const first = writePartition({ files, processes }, DIR, FACTS, NEW)
    const second = writePartition({ files, processes }, DIR, FACTS, NEW)
    goOn()
    const codes = (await Promise.all([first, second])).map((each) =>
      each.ok ? each.value : each.problems[0]?.code,
    )
    expect(codes.toSorted()).toEqual(['lake_partition_busy', 'replaced'])
    expect(followed(files)).toBe(NEW.state)
  })

  it('refuses a folder with other files, and touches none', async () => {
    const files = new LossyFiles()
    files.put(`${DIR}/letter.docx`, new Uint8Array([1]))
    const refused = await write(files)
    expect(refused.ok ? [] : refused.problems).toMatchObject([{ code: 'lake_folder_foreign', value: DIR }])
    expect(files.paths()).toEqual([`${DIR}/letter.docx`])
  })

  it("leaves somebody's own files in a lake's folders alone", async () => {
    const files = await aLake()
    const own = `${DIR}/answers/county=云南-云岭县/project=0123456789abcdef/notes.parquet.txt`
    files.put(own, new Uint8Array([1]))
    await write(files)
    expect(files.bytesOf(own)).toEqual(new Uint8Array([1]))
  })

  it('refuses what a newer version wrote, and replaces a manifest that is damaged', async () => {
    const files = await aLake()
    const path = `${DIR}/${manifestPath(FACTS)}`
    files.put(path, new TextEncoder().encode(JSON.stringify({ format: 'yihu-lake', version: 99 })))
    const refused = await write(files)
    expect(refused.ok ? [] : refused.problems).toMatchObject([{ code: 'lake_newer', value: path }])
    files.put(path, new TextEncoder().encode('{"format": "yihu-la'))
    expect((await write(files)).ok).toBe(true)
    expect(followed(files)).toBe(NEW.state)
    expect(globbed(files)).toEqual([1, 1])
  })

  it('names the folder of a disk that is full, where the old records stay', async () => {
    const files = await aLake()
    files.isFull = true
    await expect(write(files)).rejects.toMatchObject({ path: DIR, doing: 'write', code: 'ENOSPC' })
    expect(followed(files)).toBe(OLD.state)
    files.isFull = false
    expect((await write(files)).ok).toBe(true)
    expect(globbed(files)).toEqual([1, 1])
  })
})
