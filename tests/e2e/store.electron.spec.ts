import type { Page } from '@playwright/test'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { secretsIn } from '../contracts/sealedProject'
import { buildInPage } from '../inPage/buildInPage'
import type { StoreInPage } from '../inPage/storeInPage'
import { expect, test, type RunningApp } from './fixtures'

declare const storeInPage: StoreInPage

let script: string
test.beforeAll(async () => {
  script = await buildInPage('storeInPage')
})

test('the store keeps its whole contract over IndexedDB and the journal', async ({ app }) => {
  await bringIn(app.page)
  const outcomes = await app.page.evaluate(() => storeInPage.runContract())
  expect(outcomes.length).toBeGreaterThan(20)
  expect(outcomes.filter((outcome) => outcome.failure !== null)).toEqual([])
})

test.describe('after SIGKILL right behind ‘saved’', () => {
  for (const lost of ['nothing', 'IndexedDB', 'the journal'] as const) {
    test(`every answer is there again when ${lost} is lost besides`, async ({ launchApp, profile }) => {
      const first = await launchApp()
      await bringIn(first.page)
      const projectId = await first.page.evaluate(() => storeInPage.createWithSecrets())
      for (const value of ['one', 'two', 'three'])
        await first.page.evaluate((given) => storeInPage.answer(`note_${given}`, given), value)
      await first.kill()

      if (lost === 'IndexedDB') await rm(join(profile, 'IndexedDB'), { recursive: true })
      if (lost === 'the journal') await rm(join(profile, 'journals'), { recursive: true })
      const again = await launchApp()
      await bringIn(again.page)
      const codes = await again.page.evaluate((id) => storeInPage.open(id), projectId)
      expect(codes).toEqual(expect.arrayContaining(WHAT_IS_SAID[lost]))
      expect(await again.page.evaluate(() => storeInPage.answers())).toMatchObject({
        note_one: 'one',
        note_two: 'two',
        note_three: 'three',
        roof_leak_seen: '欧阳翠花',
      })
    })
  }
})

const WHAT_IS_SAID = { nothing: [], IndexedDB: ['index_rebuilt'], 'the journal': ['journal_recreated'] }

test('a page that was reloaded opens its project again', async ({ app }) => {
  await bringIn(app.page)
  const projectId = await app.page.evaluate(() => storeInPage.createWithSecrets())
  await app.page.reload()
  await bringIn(app.page)
  await app.page.evaluate((id) => storeInPage.open(id), projectId)
  expect(await app.page.evaluate(() => storeInPage.answers())).toHaveProperty('roof_leak_seen')
})

test('no name, ID number, household, question or answer lies readable in the profile', async ({
  launchApp,
  profile,
}) => {
  const app = await launchApp()
  await bringIn(app.page)
  await app.page.evaluate(() => storeInPage.createWithSecrets())
  expect(await leaksIn(profile)).toEqual([])
  await killAndLook(app, profile)
})

async function killAndLook(app: RunningApp, profile: string): Promise<void> {
  await app.kill()
  expect(await leaksIn(profile)).toEqual([])
}

async function bringIn(page: Page): Promise<void> {
  await page.evaluate(script)
}

/** Files of the profile with one of the secrets in them, named `file: secret`. */
async function leaksIn(profile: string): Promise<readonly string[]> {
  const leaks: string[] = []
  const entries = await readdir(profile, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  expect(files.some((file) => file.name === 'journal.log')).toBe(true)
  for (const file of files) {
    const path = join(file.parentPath, file.name)
    const bytes = await readFile(path).catch(() => new Uint8Array())
    for (const secret of secretsIn(bytes)) leaks.push(`${path}: ${secret}`)
  }
  return leaks
}
