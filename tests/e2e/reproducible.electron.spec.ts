import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { BundledPackage } from '../../electron/launch/bundledPackages'
import { sha256Of } from '../../electron/launch/fetchPackage'
import { licenceFaults } from '../../electron/release/licenceFaults'
import { packageApp } from '../../electron/release/packageApp'
import { PROJECT_FOLDER, RENDERER_FOLDER } from '../../electron/launch/projectFolder'
import type { Runtime } from '../../electron/launch/resolveRuntime'
import { LICENCE_POLICY } from '../../electron/release/licencePolicy'
import { expect, test } from './fixtures'

const run = promisify(execFile)

test('two builds from two folders give the same app.asar, byte by byte', async () => {
  test.setTimeout(300_000)
  const runtime = process.env['YIHU_TEST_RUNTIME'] ?? ''
  test.skip(runtime === '', process.env['YIHU_NO_ELECTRON'] ?? 'no Electron was prepared')
  const elsewhere = await mkdtemp(join(tmpdir(), 'yihu another place '))
  try {
    await copyCheckout(elsewhere)
    const script = join(elsewhere, 'tests/e2e/packageHere.ts')
    await run(process.execPath, ['--import', 'tsx', script], { cwd: elsewhere })
    const own = packageApp(JSON.parse(runtime) as Runtime, { output: '.cache/reproduced' })
    const other = join(elsewhere, '.cache/reproduced', own.split('/').at(-1) ?? '')
    const hashIn = (folder: string) => sha256Of(join(folder, 'resources/app.asar'))
    expect(await hashIn(other)).toBe(await hashIn(own))
  } finally {
    await rm(elsewhere, { recursive: true })
  }
})

test('the notices name what only a worker runs, what the window runs and Electron, all under allowed licences', async () => {
  const text = await readFile(join(RENDERER_FOLDER, 'notices.json'), 'utf8')
  const notices = JSON.parse(text) as readonly BundledPackage[]
  const names = new Set(notices.map(({ name }) => name))
  for (const name of ['@e965/xlsx', 'papaparse', 'vue', 'dexie', 'electron']) expect(names).toContain(name)
  for (const name of ['vite', 'electron-builder', 'vitest']) expect(names).not.toContain(name)
  expect(licenceFaults(notices, LICENCE_POLICY)).toEqual([])
})

/** What git knows of the checkout, as it stands; installed packages are shared. */
async function copyCheckout(target: string): Promise<void> {
  const { stdout } = await run('git', ['ls-files', '-z'], { cwd: PROJECT_FOLDER, maxBuffer: 2 ** 26 })
  for (const name of stdout.split('\0').filter((each) => each !== ''))
    await cp(join(PROJECT_FOLDER, name), join(target, name), { recursive: true })
  await symlink(join(PROJECT_FOLDER, 'node_modules'), join(target, 'node_modules'))
}
