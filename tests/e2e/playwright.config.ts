import { defineConfig } from '@playwright/test'
import type { AppOptions } from './fixtures'

export default defineConfig<AppOptions>({
  testDir: '.',
  outputDir: '../../test-results',
  globalSetup: './prepare.ts',
  forbidOnly: true,
  // Tried again only for the trace: the run fails by what passed then, and names it.
  retries: 1,
  failOnFlakyTests: true,
  workers: 2,
  timeout: 180_000,
  // A machine that does other things at once is slow, not wrong.
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json']],
  use: { timezoneId: 'Asia/Shanghai', locale: 'zh-CN', trace: 'on-first-retry' },
  projects: [
    // What only Electron can promise, and of every other part the tests marked @electron: where its window, its disk or its
    // processes could make a difference.
    { name: 'electron', grep: /\.electron\.spec\.ts|@electron/, use: { platform: 'electron' } },
    { name: 'browser', testIgnore: '*.electron.spec.ts', use: { platform: 'browser' } },
  ],
})
