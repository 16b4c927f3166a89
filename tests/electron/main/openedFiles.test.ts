import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openedFiles } from '../../../electron/main/openedFiles'

describe('openedFiles', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yihu-opened-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('tells that files wait, and gives them once, without their paths', async () => {
    await writeFile(join(folder, '甲.yihu'), 'sealed')
    let told = 0
    const opened = openedFiles(() => told++)
    opened.offer([])
    expect(told).toBe(0)
    opened.offer([join(folder, '甲.yihu')])
    expect(told).toBe(1)
    const files = await opened.take()
    expect(files).toEqual([{ kind: 'read', name: '甲.yihu', bytes: new TextEncoder().encode('sealed') }])
    expect(JSON.stringify(files)).not.toContain(folder)
    expect(await opened.take()).toEqual([])
  })

  it('keeps what comes one by one, in its order', async () => {
    await Promise.all(['a', 'b'].map((name) => writeFile(join(folder, name), name)))
    const opened = openedFiles(() => undefined)
    opened.offer([join(folder, 'b')])
    opened.offer([join(folder, 'a')])
    expect((await opened.take()).map(({ name }) => name)).toEqual(['b', 'a'])
  })

  it('says what is a folder, what is gone, and what is no ordinary file', async () => {
    await mkdir(join(folder, 'x.yihu'))
    const opened = openedFiles(() => undefined)
    opened.offer([join(folder, 'x.yihu'), join(folder, 'gone.yihu')])
    expect(await opened.take()).toEqual([
      { kind: 'folder', name: 'x.yihu' },
      { kind: 'failed', name: 'gone.yihu', code: 'ENOENT' },
    ])
    if (process.platform === 'win32') return
    opened.offer(['/dev/zero'])
    expect(await opened.take()).toEqual([{ kind: 'failed', name: 'zero', code: 'EINVAL' }])
  })
})
