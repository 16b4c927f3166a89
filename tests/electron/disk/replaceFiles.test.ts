import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DISK } from '../../../electron/disk/files'
import { replaceFiles } from '../../../electron/disk/replaceFiles'

const WANTED = ['甲.yihu', '乙.yihu', '丙.yihu'].map((name, index) => ({ name, bytes: Uint8Array.of(index) }))
let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yihu-many-'))
})

afterEach(() => rm(folder, { recursive: true }))

describe('replaceFiles on the disk', () => {
  it('writes all of them, over what was there, and leaves nothing else behind', async () => {
    await writeFile(join(folder, '乙.yihu'), 'an older package')
    const done = await replaceFiles(DISK, folder, WANTED, 'x')
    expect(done).toEqual({ kind: 'done', names: ['甲.yihu', '乙.yihu', '丙.yihu'] })
    expect((await readdir(folder)).sort()).toEqual(['丙.yihu', '乙.yihu', '甲.yihu'])
    expect([...(await readFile(join(folder, '乙.yihu')))]).toEqual([1])
  })
  it('leaves the folder as it was when the disk fills up at the last one', async () => {
    await writeFile(join(folder, '甲.yihu'), 'an older package')
    let opened = 0
    const full: typeof DISK = {
      ...DISK,
      open(path, mode) {
        if (++opened === WANTED.length) throw Object.assign(new Error('full'), { code: 'ENOSPC' })
        return DISK.open(path, mode)
      },
    }
    expect(await replaceFiles(full, folder, WANTED, 'x')).toEqual({
      kind: 'failed',
      code: 'ENOSPC',
      names: [],
    })
    expect(await readdir(folder)).toEqual(['甲.yihu'])
    expect(await readFile(join(folder, '甲.yihu'), 'utf8')).toBe('an older package')
  })
  it('tells which lie in place where one cannot be put there', async () => {
    // A folder of the same name cannot be replaced by a file.
    await mkdir(join(folder, '乙.yihu'))
    const failed = await replaceFiles(DISK, folder, WANTED, 'x')
    expect(failed).toMatchObject({ kind: 'failed', names: ['甲.yihu'] })
    expect((await readdir(folder)).sort()).toEqual(['乙.yihu', '甲.yihu'])
  })
})
