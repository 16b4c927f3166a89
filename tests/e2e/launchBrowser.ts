import { chromium, type BrowserContext } from '@playwright/test'
import { BROWSER_FLAGS } from '../../electron/launch/findChromium'
import type { RunningApp } from './fixtures'

/** Two cameras and a microphone that Chromium makes up; no test sees or hears the room it runs in. */
export const FAKE_DEVICES = '--use-fake-device-for-media-stream=device-count=2'

/** Opens the served build in the system's Chromium on `profile`. */
export async function launchBrowser(
  executablePath: string,
  profile: string,
  address: string,
): Promise<RunningApp> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: [...BROWSER_FLAGS, FAKE_DEVICES, '--use-fake-ui-for-media-stream'],
    timezoneId: 'Asia/Shanghai',
    locale: 'zh-CN',
  })
  const page = context.pages()[0] ?? (await context.newPage())
  await page.goto(address)
  return {
    page,
    async kill() {
      const ended = new Promise((resolve) => context.once('close', resolve))
      process.kill(await browserProcess(context), 'SIGKILL')
      await ended
    },
    close: () => context.close().catch(() => undefined),
  }
}

async function browserProcess(context: BrowserContext): Promise<number> {
  const devtools = await context.browser()?.newBrowserCDPSession()
  const found = await devtools?.send('SystemInfo.getProcessInfo')
  const main = found?.processInfo.find(({ type }) => type === 'browser')
  if (main === undefined) throw new Error('the browser does not tell its process')
  return main.id
}
