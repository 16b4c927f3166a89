import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { isRoot } from '../../electron/launch/findChromium'
import { packageApp } from '../../electron/launch/packageApp'
import type { Runtime } from '../../electron/launch/resolveRuntime'
import { expect, test } from './fixtures'

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
  // The page is looked at through Chromium's own port, which no fuse governs and Playwright has no part in.
  const words = [
    `--profile=${profile}`,
    '--remote-debugging-port=0',
    '--inspect=0',
    ...(isRoot() ? ['--no-sandbox'] : []),
  ]
  const app = spawn(executable, words, { stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = once(app, 'exit')
  let output = ''
  try {
    const port = await new Promise<string>((resolve, reject) => {
      app.stderr.on('data', (data: Buffer) => {
        output += data.toString()
        const found = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(output)?.[1]
        if (found !== undefined) resolve(found)
      })
      app.once('exit', (code) => reject(new Error(`it ended with ${code}: ${output}`)))
    })
    await expect
      .poll(async () => {
        const pages = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as {
          title: string
          url: string
        }[]
        return pages.map(({ title, url }) => [title, url])
      })
      .toEqual([['一户', 'app://yihu/']])
    expect(output).not.toContain('Debugger listening')
  } finally {
    app.kill('SIGKILL')
    await ended
  }
})
