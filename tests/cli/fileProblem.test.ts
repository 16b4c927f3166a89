import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FileTrouble } from '../../src/adapters/files/FileTrouble'
import { readFileBytes } from '../../src/adapters/files/readFileBytes'
import { textsOf } from '../../src/adapters/resources/texts'
import { fileProblem } from '../../src/cli/fileProblem'
import { writeWhole } from '../../src/cli/writeWhole'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yihu-trouble-'))
})
afterEach(() => rm(folder, { recursive: true }))

const written = async (path: string) => {
  const result = await writeWhole([{ path, contentOf: () => ['text'] }])
  return result.ok ? undefined : result.problems[0]?.code
}

describe('what a disk refuses', () => {
  it.each([
    ['ENOSPC', 'write', 'disk_full', '腾出|换一块盘|删掉'],
    ['EROFS', 'write', 'disk_read_only', '写保护'],
    ['EACCES', 'write', 'file_not_permitted', 'Excel'],
    ['EPERM', 'write', 'file_not_permitted', 'Excel'],
    ['EBUSY', 'write', 'file_in_use', 'Excel'],
    ['EBUSY', 'read', 'file_in_use', 'Excel'],
    ['ENOENT', 'write', 'folder_missing', '文件夹'],
    ['ENOENT', 'read', 'file_missing', '文件名'],
    ['ENAMETOOLONG', 'write', 'path_too_long', '短'],
    ['EFBIG', 'write', 'file_too_large_for_disk', 'FAT32'],
    ['EIO', 'read', 'disk_failing', '插头'],
    ['EMFILE', 'write', 'file_not_written', '关掉'],
  ] as const)('as %s to %s is told as %s, with what helps', (code, doing, told, remedy) => {
    const problem = fileProblem(new FileTrouble('a.xlsx', doing, { code }))
    expect(problem).toMatchObject({ code: told, value: 'a.xlsx' })
    expect(textsOf('zh-CN').problem(problem).remedy).toMatch(new RegExp(remedy))
  })

  it('is told apart on a real disk: no such folder, and a name that is too long', async () => {
    expect(await written(join(folder, 'nowhere', 'a.json'))).toBe('folder_missing')
    expect(await written(join(folder, `${'长'.repeat(100)}.json`))).toBe('path_too_long')
    await writeFile(join(folder, 'file'), '')
    expect(await written(join(folder, 'file', 'a.json'))).toBe('folder_missing')
    const read = await readFileBytes(join(folder, 'nothing.json')).catch(fileProblem)
    expect(read).toMatchObject({ code: 'file_missing' })
  })
})
