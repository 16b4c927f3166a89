import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Page } from '@playwright/test'
import { dropRoster } from './dropRoster'
import { expect, type RunningApp } from './fixtures'
import { saveAs } from './saveAs'

/** Makes this laptop the lead of its project. Gives the code by which others join. */
export async function beginTeam(page: Page, name: string): Promise<string> {
  await page.getByRole('link', { name: '团队' }).click()
  await page.getByTestId('lead-names').fill(name)
  await page.keyboard.press('Enter')
  await page.getByLabel('我已经把它保存在别处').check()
  await page.getByTestId('recovery-done').click()
  return page.getByTestId('project-code').inputValue()
}

/** Joins by the lead's code; gives the laptop's own code, by which the lead puts it on the roll. */
export async function joinBy(
  page: Page,
  { code, name, passcode }: Readonly<Record<'code' | 'name' | 'passcode', string>>,
): Promise<string> {
  await page.getByTestId('join').click()
  await page.getByTestId('join-code').fill(code)
  await page.getByTestId('join-next').click()
  await page.getByLabel('口令', { exact: true }).fill(passcode)
  await page.getByLabel('再输一次口令').fill(passcode)
  await page.keyboard.press('Enter')
  await page.getByTestId('join-names').fill(name)
  return page.getByTestId('own-code').inputValue()
}

/** Puts a laptop on the roll by its own code. */
export async function putOnRoll(page: Page, code: string, name: string): Promise<void> {
  await page.getByTestId('device-code').fill(code)
  await page.getByTestId('read-code').click()
  await page.getByTestId('add-device').click()
  await expect(page.getByTestId('roll')).toContainText(name)
}

/** Saves the package that the team's page makes; with a name, for that person. */
export async function send(app: RunningApp, path: string, to?: string): Promise<string> {
  await app.page.getByRole('link', { name: '团队' }).click()
  const receivers = app.page.getByTestId('send-to')
  if (to !== undefined) {
    const option = receivers.getByRole('option', { name: to })
    await receivers.selectOption(await option.getAttribute('value'))
  }
  await saveAs(app, app.page.getByTestId('send'), path)
  return path
}

/** Merges packages, one after another. */
export async function take(page: Page, ...paths: readonly string[]): Promise<void> {
  await page.getByRole('link', { name: '团队' }).click()
  for (const path of paths) {
    await dropRoster(page, basename(path), await readFile(path))
    await page.getByTestId('merge').click()
    await expect(page.getByTestId('merged')).toBeVisible()
  }
}
