import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import packageJson from '../../../package.json' with { type: 'json' }
import { openToRead } from '../../../electron/disk/openToRead'
import { PROJECT_FOLDER } from '../../../electron/launch/projectFolder'
import { newUpdateKey, publicKeyOf, readUpdateKey } from '../../../electron/release/updateKeyFile'
import { writeUpdate } from '../../../electron/release/writeUpdate'
import { checkUpdate } from '../../../electron/main/update/checkUpdate'
import { aManifest, LAPTOP, SEED } from '../main/update/anUpdate'

/** More than one part of a megabyte, and not a whole number of them. */
const BYTES = 3 * 2 ** 20 + 7
const { installer: _installer, ...STATEMENT } = aManifest()

let folder: string
let installer: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yihu-sign-'))
  installer = join(folder, `yihu_${packageJson.version}_amd64.deb`)
  await writeFile(installer, randomBytes(BYTES))
})

afterEach(() => rm(folder, { recursive: true }))

async function checked(path: string, key: string): Promise<string> {
  const file = await openToRead(path)
  try {
    const found = await checkUpdate(file, { ...LAPTOP, version: '0.0.1', key }, () => undefined)
    return found.kind === 'sound' ? found.head.manifest.installer.name : found.refusal.code
  } finally {
    await file.close()
  }
}

describe('an installer that is signed', () => {
  it('becomes a file that the app takes, and nothing else lies beside it', async () => {
    const out = join(folder, 'x.yihu-update')
    const { installer: stated } = await writeUpdate(installer, out, { ...STATEMENT, kind: 'deb' }, SEED)
    expect(stated.size).toBe(BYTES)
    expect(await checked(out, publicKeyOf(SEED))).toBe(stated.name)
    expect((await readdir(folder)).sort()).toEqual(['x.yihu-update', stated.name])
  })

  it('is refused at once where no app would take what is said of it', async () => {
    const out = join(folder, 'x.yihu-update')
    const statement = { ...STATEMENT, kind: 'deb', version: 'next' } as const
    await expect(writeUpdate(installer, out, statement, SEED)).rejects.toThrow('no app would take this')
    expect(await readdir(folder)).toHaveLength(1)
  })

  it('is signed at the terminal by a key that was made there', async () => {
    const key = join(folder, 'key')
    const notes = join(folder, 'notes')
    await writeFile(notes, 'new\n')
    const run = (...words: string[]) =>
      promisify(execFile)(process.execPath, [
        '--import',
        'tsx',
        join(PROJECT_FOLDER, 'electron/release/signUpdate.ts'),
        ...words,
      ])
    await run('--new-key', key)
    const said = ['--key', key, '--notes-zh', notes, '--notes-en', notes, '--arch', 'x64']
    await run('--installer', installer, ...said)
    const out = join(folder, `Yihu-${packageJson.version}-linux-x64.yihu-update`)
    expect(await checked(out, publicKeyOf(await readUpdateKey(key)))).toContain('.deb')
    await expect(run('--installer', notes, ...said)).rejects.toThrow('an installer ends in')
  })
})

describe('a publisher’s key', () => {
  it('is made once, for its owner alone, and read again', async () => {
    const path = join(folder, 'key')
    const publicKey = await newUpdateKey(path)
    expect(publicKeyOf(await readUpdateKey(path))).toBe(publicKey)
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600)
    const text = await readFile(path, 'utf8')
    await expect(newUpdateKey(path)).rejects.toMatchObject({ code: 'EEXIST' })
    expect(await readFile(path, 'utf8')).toBe(text)
    await expect(readUpdateKey(installer)).rejects.toThrow('is no key for updates')
  })
})
