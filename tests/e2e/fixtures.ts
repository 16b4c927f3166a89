import { test as base, type Page } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from '../../electron/launch/findChromium'
import { RENDERER_FOLDER } from '../../electron/launch/projectFolder'
import { serveRenderer } from '../../electron/launch/serveRenderer'
import { launchBrowser } from './launchBrowser'
import { launchElectron, type ElectronRunning } from './launchElectron'

export { expect } from '@playwright/test'

export interface AppOptions {
  readonly platform: 'electron' | 'browser'
}

/** The app in its window, on a profile of its own. */
export interface RunningApp {
  readonly page: Page
  /** SIGKILL to the whole process, as a pulled battery would; launch again on the same profile to see what is left. */
  kill(): Promise<void>
  close(): Promise<void>
}

interface TestFixtures {
  /** A fresh folder for the user's data, removed after the test. */
  readonly profile: string
  /**
   * Launches the app on `profile`, or, for several laptops at once, on a folder of that name in it; a test may kill it and launch
   * it again. What still runs is closed after the test. `words`: files that Electron is started with, as by a double click.
   */
  readonly launchApp: (laptop?: string, words?: readonly string[]) => Promise<RunningApp>
  /** The app, launched. */
  readonly app: RunningApp
  /** Electron's main process too, for `*.electron.spec.ts`. */
  readonly electron: ElectronRunning
}

/** `test` of every end-to-end test: the same test runs on Electron and in a browser. */
export const test = base.extend<AppOptions & TestFixtures, { readonly address: string }>({
  platform: ['browser', { option: true }],

  address: [
    async ({}, use) => {
      const served = await serveRenderer(RENDERER_FOLDER, 0)
      if (served.kind !== 'serving') throw new Error('no port of this machine is free')
      await use(served.address)
      served.server.closeAllConnections()
      served.server.close()
    },
    { scope: 'worker' },
  ],

  profile: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'yihu-e2e-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  },

  launchApp: async ({ platform, profile, address }, use) => {
    const running: RunningApp[] = []
    await use(async (laptop = '', words = []) => {
      const own = join(profile, laptop)
      const app =
        platform === 'electron'
          ? await launchElectron(testExecutable(), own, words)
          : await launchBrowser(testBrowser(), own, address)
      running.push(app)
      interceptFileDialogs(app.page)
      return app
    })
    for (const app of running) await app.close()
  },

  app: async ({ launchApp }, use) => {
    await use(await launchApp())
  },

  electron: async ({ profile }, use) => {
    const electron = await launchElectron(testExecutable(), profile)
    interceptFileDialogs(electron.page)
    await use(electron)
    await electron.close()
  },
})

/** From the start: what is asked for only when a test waits for it can come after the key that opens the dialog. */
function interceptFileDialogs(page: Page): void {
  page.on('filechooser', () => undefined)
}

function testExecutable(): string {
  const executable = process.env['YIHU_TEST_EXECUTABLE']
  if (executable === undefined) test.skip(true, process.env['YIHU_NO_ELECTRON'] ?? 'no Electron was prepared')
  return executable ?? ''
}

function testBrowser(): string {
  const chromium = findChromium()
  test.skip(chromium === null, 'there is no Chromium: npm run setup, or CHROMIUM_PATH')
  return chromium ?? ''
}
