import { _electron, type ElectronApplication } from '@playwright/test'
import { once } from 'node:events'
import type { RunningApp } from './fixtures'
import { FAKE_DEVICES } from './launchBrowser'

export interface ElectronRunning extends RunningApp {
  readonly application: ElectronApplication
}

/** Launches the packaged app on `profile`; `words` are what the system starts it with. */
export async function launchElectron(
  executablePath: string,
  profile: string,
  words: readonly string[] = [],
): Promise<ElectronRunning> {
  const application = await _electron.launch({
    executablePath,
    // Who may use them is asked of the app itself.
    args: [`--profile=${profile}`, FAKE_DEVICES, ...words],
    env: { ...definedEnvironment(), TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' },
  })
  const page = await application.firstWindow()
  await page.waitForLoadState('load')
  return {
    application,
    page,
    kill: () => killProcess(application),
    close: () => application.close().catch(() => undefined),
  }
}

async function killProcess(application: ElectronApplication): Promise<void> {
  const process = application.process()
  const ended = once(process, 'exit')
  process.kill('SIGKILL')
  await ended
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
