import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { join } from 'node:path'
import { packageApp } from '../../electron/release/packageApp'
import type { Runtime } from '../../electron/launch/resolveRuntime'
import { expect, test } from './fixtures'
import { startRelease } from './startRelease'

/** The fuse wire holds a digit for each fuse; `1` is on. */
const ON = '1'.charCodeAt(0)

let executable = ''

test.beforeAll(() => {
  const runtime = process.env['YIHU_TEST_RUNTIME']
  test.skip(runtime === undefined, process.env['YIHU_NO_ELECTRON'] ?? 'no Electron was prepared')
  const folder = packageApp(JSON.parse(runtime ?? '') as Runtime, { output: '.cache/release' })
  executable = join(folder, 'yihu')
})

test('has every fuse of a release set', async () => {
  const wire = await getCurrentFuseWire(executable)
  const isOn = (fuse: FuseV1Options) => Number(wire[fuse]) === ON
  expect({
    runAsNode: isOn(FuseV1Options.RunAsNode),
    cookieEncryption: isOn(FuseV1Options.EnableCookieEncryption),
    nodeOptions: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    nodeInspect: isOn(FuseV1Options.EnableNodeCliInspectArguments),
    asarIntegrity: isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    onlyAsar: isOn(FuseV1Options.OnlyLoadAppFromAsar),
    browserSnapshot: isOn(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
    filePrivileges: isOn(FuseV1Options.GrantFileProtocolExtraPrivileges),
  }).toEqual({
    runAsNode: false,
    cookieEncryption: true,
    nodeOptions: false,
    nodeInspect: false,
    asarIntegrity: true,
    onlyAsar: true,
    browserSnapshot: false,
    filePrivileges: false,
  })
})

test('starts as it ships, with nobody holding its main process', async ({ profile }) => {
  const app = startRelease(executable, profile, '--inspect=0')
  try {
    await app.isAtWork()
    expect(app.output()).not.toContain('Debugger listening')
  } finally {
    await app.kill()
  }
})

for (const word of ['--remote-debugging-port=0', '--js-flags=--expose-gc'])
  test(`does not start with ${word}`, async ({ profile }) => {
    const app = startRelease(executable, profile, word)
    expect(await app.ended).toEqual([1, null])
    expect(app.output()).toContain(`refused: ${word}`)
    expect(app.output()).not.toContain('DevTools listening')
  })
