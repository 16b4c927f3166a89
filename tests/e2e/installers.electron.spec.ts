import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, readlink, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeDeb } from '../../electron/release/deb/makeDeb'
import { isRoot } from '../../electron/launch/findChromium'
import { makeAppImage } from '../../electron/release/makeAppImage'
import { packageApp } from '../../electron/release/packageApp'
import { PROJECT_FOLDER } from '../../electron/launch/projectFolder'
import type { Runtime } from '../../electron/launch/resolveRuntime'
import { expect, test } from './fixtures'
import { startRelease } from './startRelease'

const OUTPUT = '.cache/installers'

let runtime: Runtime
let unpacked = ''

// One is installed and removed at a time.
test.describe.configure({ mode: 'serial' })

test.beforeAll(() => {
  test.skip(process.platform !== 'linux', 'installers of Linux are made there')
  const prepared = process.env['YIHU_TEST_RUNTIME']
  test.skip(prepared === undefined, process.env['YIHU_NO_ELECTRON'] ?? 'no Electron was prepared')
  runtime = JSON.parse(prepared ?? '') as Runtime
  unpacked = packageApp(runtime, { output: OUTPUT })
})

test('the Debian package is installed, opens its window and a file, and leaves only data behind', async ({
  profile,
}) => {
  test.skip(!isRoot(), 'only root installs packages')
  test.skip(!has('dpkg-deb'), 'there is no dpkg')
  test.skip(isInstalled(), 'a package named yihu is installed: it is left alone')
  const output = join(PROJECT_FOLDER, OUTPUT)
  const deb = await makeDeb({ unpacked, output, version: '0.0.1-test.1', compression: 'none' })
  // Nothing of it runs as root: it has no scripts.
  expect(lines('dpkg-deb', '--info', deb).filter((line) => /\b(?:pre|post)(?:inst|rm)\b/.test(line))).toEqual(
    [],
  )
  const own = pathsIn(deb).filter((path) => !existsSync(path))
  expect(own).toContain('/opt/Yihu/yihu')
  // What it depends on can be had.
  expect(run('apt-get', '--simulate', 'install', deb)).toContain('Inst yihu (0.0.1~test.1')
  try {
    run('dpkg', '--install', deb)
    expect(run('desktop-file-validate', '/usr/share/applications/yihu.desktop')).toBe('')
    expect(await readFile('/usr/share/mime/globs2', 'utf8')).toContain(
      'application/x-yihu-backup:*.yihu-backup',
    )
    const sandbox = await stat('/opt/Yihu/chrome-sandbox')
    expect([sandbox.uid, sandbox.mode & 0o7777]).toEqual([0, 0o4755])
    const file = join(profile, '空.yihu')
    await writeFile(file, '')
    const app = startRelease('/usr/bin/yihu', profile, file)
    try {
      await app.isAtWork()
      // A second start hands its file over, and ends.
      expect(await startRelease('/usr/bin/yihu', profile, file).ended).toEqual([0, null])
    } finally {
      await app.kill()
    }
    run('dpkg', '--remove', 'yihu')
  } finally {
    spawnSync('dpkg', ['--purge', 'yihu'])
  }
  expect(isInstalled()).toBe(false)
  expect(own.filter((path) => existsSync(path))).toEqual([])
  expect(await readFile('/usr/share/mime/globs2', 'utf8')).not.toContain('yihu')
  expect(existsSync(join(profile, 'IndexedDB'))).toBe(true)
})

test('the AppImage holds a menu entry and an icon, and starts from what it holds', async ({ profile }) => {
  test.skip(!has('mksquashfs') || !has('unsquashfs'), 'there is no squashfs-tools: npm run setup')
  const head = '#!/bin/sh\necho "this one is for tests: its runtime cannot be fetched there" >&2\nexit 1\n'
  const image = await makeAppImage(runtime, unpacked, { output: OUTPUT, tools: await toolsIn(profile, head) })
  const folder = join(profile, 'AppDir')
  run('unsquashfs', '-quiet', '-no-progress', '-offset', String(head.length), '-dest', folder, image)
  expect(run('desktop-file-validate', join(folder, 'yihu.desktop'))).toBe('')
  const entry = await readFile(join(folder, 'yihu.desktop'), 'utf8')
  expect(entry).toContain('Name[zh_CN]=一户\n')
  expect(entry).toContain('MimeType=application/x-yihu;application/x-yihu-backup;application/x-yihu-update;\n')
  expect(await readlink(join(folder, '.DirIcon'))).toContain('hicolor/1024x1024')
  const app = startRelease(join(folder, 'AppRun'), join(profile, 'data'))
  try {
    await app.isAtWork()
  } finally {
    await app.kill()
  }
})

/** Debian's tools where electron-builder looks for its own; `head` takes the place of the runtime that mounts an image. */
async function toolsIn(folder: string, head: string): Promise<string> {
  const tools = join(folder, 'tools')
  await mkdir(join(tools, 'runtimes'), { recursive: true })
  await mkdir(join(tools, 'lib/x64'), { recursive: true })
  await symlink('/usr/bin/desktop-file-validate', join(tools, 'desktop-file-validate'))
  // Pressed lightly: an image that nobody keeps need not be small.
  const quick = '#!/bin/sh\nexec /usr/bin/mksquashfs "$@" -Xcompression-level 1\n'
  await writeFile(join(tools, 'mksquashfs'), quick, { mode: 0o755 })
  await writeFile(join(tools, 'runtimes/runtime-x64'), head)
  return tools
}

/** Files and links that a package would bring, as full paths. */
function pathsIn(deb: string): readonly string[] {
  return lines('dpkg-deb', '--contents', deb)
    .filter((line) => !line.startsWith('d'))
    .map((line) => (line.split(/\s+/, 6)[5] ?? '').replace(/^\./, ''))
}

function isInstalled(): boolean {
  return spawnSync('dpkg-query', ['-W', 'yihu']).status === 0
}

function has(command: string): boolean {
  return spawnSync(command, ['-version']).error === undefined
}

function lines(command: string, ...words: readonly string[]): readonly string[] {
  return run(command, ...words).split('\n')
}

function run(command: string, ...words: readonly string[]): string {
  return execFileSync(command, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}
