import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DISK, type FileLayer } from '../../../../electron/disk/files'
import { keepUpdates, type UpdateKeeper } from '../../../../electron/main/update/keepUpdates'
import type { InstallerSystem } from '../../../../electron/main/update/startInstaller'
import { aManifest, anUpdate, INSTALLER, LAPTOP } from './anUpdate'

const PROJECT = 'a0'.repeat(16)
const CONTENT = {
  'journal.log': 'YIHUJNL2 0123456789abcdef',
  'project.json': '{"title":"某县"}',
  'bulk/b0': 'bulk',
}
const [MINUTE, START] = [60_000, Date.parse('2020-12-31T08:00:00Z')]

let folder: string
let profile: string
let stick: string
let shown: string[]
let minutes: number

const SYSTEM: InstallerSystem = {
  run: async (path) => void shown.push(`run ${path}`),
  open: async (path) => (shown.push(`open ${path}`), ''),
  show: (path) => void shown.push(`show ${path}`),
  makeRunnable: async (path) => void shown.push(`x ${path}`),
}

function aKeeper(files: FileLayer = DISK, target: Partial<typeof LAPTOP> = {}): UpdateKeeper {
  return keepUpdates({
    files,
    profile,
    target: { ...LAPTOP, ...target },
    system: SYSTEM,
    now: () => new Date(START + minutes++ * MINUTE),
  })
}

/** A disk on which no more than so many bytes can be written to paths that have these words in them. */
function fullFor(words: string): FileLayer {
  return {
    ...DISK,
    async open(path, mode) {
      const file = await DISK.open(path, mode)
      if (file === undefined || !path.includes(words)) return file
      return { ...file, write: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) }
    },
  }
}

async function codeOfInstall(keeper: UpdateKeeper): Promise<string> {
  const installed = await keeper.install()
  return installed.kind === 'refused' ? installed.refusal.code : 'done'
}

const namesIn = async (...path: string[]) => (await readdir(join(profile, ...path)).catch(() => [])).sort()

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yihu-update-'))
  profile = join(folder, 'profile')
  stick = join(folder, 'stick.yihu-update')
  shown = []
  minutes = 0
  await writeFile(stick, anUpdate())
  await mkdir(join(profile, 'journals', PROJECT, 'bulk'), { recursive: true })
  for (const [name, text] of Object.entries(CONTENT))
    await writeFile(join(profile, 'journals', PROJECT, name), text)
})

afterEach(() => rm(folder, { recursive: true }))

describe('installing an update', () => {
  it('backs up every journal, then copies the installer and hands it over', async () => {
    const keeper = aKeeper()
    expect(await keeper.check(stick)).toMatchObject({
      kind: 'sound',
      offer: { from: '0.1.0', version: '0.2.0', size: INSTALLER.length },
    })
    const backup = join(profile, 'backups-before-update', '0.1.0-20201231-080000')
    const path = join(profile, 'updates', 'yihu_0.2.0_amd64.deb')
    expect(await keeper.install()).toEqual({ kind: 'done', how: 'shown_deb', path, backup })
    expect(shown).toEqual([`show ${path}`])
    expect(await readFile(path)).toEqual(INSTALLER)
    for (const [name, text] of Object.entries(CONTENT))
      expect(await readFile(join(backup, PROJECT, name), 'utf8')).toBe(text)
    const sums = await readFile(join(backup, 'SHA256SUMS'), 'utf8')
    const ofLog = createHash('sha256').update(CONTENT['journal.log']).digest('hex')
    expect(sums).toContain(`${ofLog}  ${PROJECT}/journal.log\n`)
    if (process.platform === 'linux')
      expect(String(execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: backup }))).not.toContain('FAILED')
  })

  it('backs up nothing where there is no project', async () => {
    await rm(join(profile, 'journals'), { recursive: true })
    const keeper = aKeeper()
    await keeper.check(stick)
    expect(await keeper.install()).toMatchObject({ kind: 'done', backup: null })
    expect(await namesIn()).toEqual(['updates'])
  })

  it('keeps the last two backups, by their time and not by their version', async () => {
    for (const version of ['0.9.0', '0.10.0', '0.11.0']) {
      await writeFile(stick, anUpdate({ version: '1.0.0' }))
      const keeper = aKeeper(DISK, { version })
      await keeper.check(stick)
      expect(await codeOfInstall(keeper)).toBe('done')
    }
    expect(await namesIn('backups-before-update')).toEqual([
      '0.10.0-20201231-080100',
      '0.11.0-20201231-080200',
    ])
  })

  it('removes what an earlier update left of its installer', async () => {
    await mkdir(join(profile, 'updates'))
    await writeFile(join(profile, 'updates', 'yihu_0.1.5_amd64.deb'), 'old')
    const keeper = aKeeper()
    await keeper.check(stick)
    expect(await codeOfInstall(keeper)).toBe('done')
    expect(await namesIn('updates')).toEqual(['yihu_0.2.0_amd64.deb'])
  })

  it('is not begun where no backup can be taken', async () => {
    const keeper = aKeeper(fullFor('backups-before-update'))
    await keeper.check(stick)
    expect(await keeper.install()).toEqual({
      kind: 'refused',
      refusal: { code: 'update_backup_failed', details: { code: 'ENOSPC' } },
    })
    expect(await namesIn('backups-before-update')).toEqual([])
    expect([await namesIn('updates'), shown]).toEqual([[], []])
  })

  it('starts nothing and leaves no half installer where the disk is full', async () => {
    const keeper = aKeeper(fullFor('updates'))
    await keeper.check(stick)
    expect(await codeOfInstall(keeper)).toBe('update_not_copied')
    expect([await namesIn('updates'), shown]).toEqual([[], []])
  })

  it('refuses a stick that was changed after the check', async () => {
    const keeper = aKeeper()
    await keeper.check(stick)
    const other = anUpdate()
    other[other.length - 1] = 0
    await writeFile(stick, other)
    expect(await codeOfInstall(keeper)).toBe('update_changed')
    expect([await namesIn('updates'), shown]).toEqual([[], []])
  })

  it('refuses a stick that was pulled, and a folder', async () => {
    const keeper = aKeeper()
    await keeper.check(stick)
    await rm(stick)
    expect(await codeOfInstall(keeper)).toBe('update_unreadable')
    expect(await keeper.check(stick)).toMatchObject({ refusal: { code: 'update_unreadable' } })
    expect(await keeper.check(folder)).toMatchObject({ refusal: { code: 'update_not_one' } })
  })

  it('installs nothing that was not checked, nor what was refused last', async () => {
    const keeper = aKeeper()
    await expect(keeper.install()).rejects.toThrow('no update was checked')
    await keeper.check(stick)
    await writeFile(join(folder, 'else'), 'else')
    expect(await keeper.check(join(folder, 'else'))).toMatchObject({ refusal: { code: 'update_not_one' } })
    await expect(keeper.install()).rejects.toThrow('no update was checked')
  })

  it('refuses an update that does not open the data here', async () => {
    await writeFile(stick, anUpdate({ oldestData: 3 }))
    expect(await aKeeper().check(stick)).toMatchObject({
      refusal: { code: 'update_data_too_old', details: { needed: 3, found: 2 } },
    })
  })

  it('makes one thing at a time', async () => {
    const keeper = aKeeper()
    const first = keeper.check(stick)
    expect(keeper.progress()).toMatchObject({ stage: 'checking' })
    await expect(keeper.check(stick)).rejects.toThrow('under way')
    await first
    expect(keeper.progress()).toBeNull()
  })

  it('hands each kind of installer over in its own way', async () => {
    const handed = async (kind: 'appimage' | 'dmg' | 'nsis') => {
      shown = []
      const installer = { ...aManifest().installer, name: `y.${kind}`, kind }
      await writeFile(stick, anUpdate({ installer }))
      const keeper = aKeeper()
      await keeper.check(stick)
      const installed = await keeper.install()
      return [
        installed.kind === 'done' ? installed.how : installed,
        ...shown.map((line) => line.split(' ')[0]),
      ]
    }
    expect(await handed('nsis')).toEqual(['runs', 'x', 'run'])
    expect(await handed('dmg')).toEqual(['opened', 'open'])
    expect(await handed('appimage')).toEqual(['shown_appimage', 'x', 'show'])
  })

  it('leaves the update file as it is', async () => {
    const before = (await stat(stick)).mtimeMs
    const keeper = aKeeper()
    await keeper.check(stick)
    await keeper.install()
    expect((await stat(stick)).mtimeMs).toBe(before)
    expect(await readFile(stick)).toEqual(anUpdate())
  })
})
