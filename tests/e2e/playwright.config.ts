import { defineConfig } from '@playwright/test'
import type { AppOptions } from './fixtures'

export default defineConfig<AppOptions>({
  testDir: '.',
  outputDir: '../../test-results',
  globalSetup: './prepare.ts',
  forbidOnly: true,
  // What passed only when tried again is named at the end of the run.
  retries: 1,
  workers: 2,
  timeout: 180_000,
  // A machine that does other things at once is slow, not wrong.
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json']],
  use: { timezoneId: 'Asia/Shanghai', locale: 'zh-CN' },
  projects: [
    { name: 'electron', use: { platform: 'electron' } },
    // What only Electron can promise is tried only there.
    { name: 'browser', testIgnore: '*.electron.spec.ts', use: { platform: 'browser' } },
  ],
})
