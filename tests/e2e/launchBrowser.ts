import { chromium } from '@playwright/test'
import { readlink } from 'node:fs/promises'
import { join } from 'node:path'
import { BROWSER_FLAGS } from '../../electron/launch/findChromium'
import type { RunningApp } from './fixtures'

/** A camera and a microphone that Chromium makes up; no test sees or hears the room it runs in. */
export const FAKE_DEVICES = '--use-fake-device-for-media-stream'

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
      process.kill(await browserProcess(profile), 'SIGKILL')
      await ended
    },
    close: () => context.close().catch(() => undefined),
  }
}

/** Chromium names the process that holds a profile in its lock: `host-pid`. */
async function browserProcess(profile: string): Promise<number> {
  const holder = await readlink(join(profile, 'SingletonLock'))
  return Number(holder.slice(holder.lastIndexOf('-') + 1))
}
