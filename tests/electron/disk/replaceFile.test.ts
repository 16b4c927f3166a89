import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DISK, replaceFile } from '../../../electron/disk/files'

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yihu-write-'))
})

afterEach(() => rm(folder, { recursive: true }))

describe('replaceFile on the disk', () => {
  it('writes a new file and leaves nothing else behind', async () => {
    await replaceFile(DISK, join(folder, '核查表.xlsx'), Uint8Array.of(1, 2, 3))
    expect([...(await readFile(join(folder, '核查表.xlsx')))]).toEqual([1, 2, 3])
    expect(await readdir(folder)).toEqual(['核查表.xlsx'])
  })

  it('replaces the file that was there', async () => {
    await writeFile(join(folder, 'a.xlsx'), 'a much longer older content')
    await replaceFile(DISK, join(folder, 'a.xlsx'), Uint8Array.of(7))
    expect([...(await readFile(join(folder, 'a.xlsx')))]).toEqual([7])
  })

  it('leaves what was there, and no half file, when it cannot be put in place', async () => {
    // A folder of the same name cannot be replaced by a file: the last step fails.
    await mkdir(join(folder, 'a.xlsx'))
    await writeFile(join(folder, 'a.xlsx/inside'), 'kept')
    await expect(replaceFile(DISK, join(folder, 'a.xlsx'), Uint8Array.of(7))).rejects.toThrow()
    expect(await readdir(folder)).toEqual(['a.xlsx'])
    expect(await readFile(join(folder, 'a.xlsx/inside'), 'utf8')).toBe('kept')
  })

  it('reports which folder is missing', async () => {
    await expect(replaceFile(DISK, join(folder, 'none/a.xlsx'), Uint8Array.of(7))).rejects.toMatchObject({
      code: 'ENOENT',
    })
  })
})
