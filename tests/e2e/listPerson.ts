import type { Page } from '@playwright/test'
import { expect } from './fixtures'

/** Puts a name on the list of a project without a lead, on the page of the device, by keyboard. */
export async function listPerson(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: '设置', exact: true }).click()
  await page.getByTestId('new-person').fill(name)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('people')).toContainText(name)
  await expect(page.getByTestId('new-person')).toHaveValue('')
}

/** Chooses somebody in a list that has the focus, by the digits before the name. */
export async function choosePerson(page: Page, testid: string, name: string): Promise<void> {
  const field = page.getByTestId(testid)
  await expect(field).toBeFocused()
  const labels = await field.locator('option').allTextContents()
  const number = labels
    .find((label) => label.trim().endsWith(` ${name}`))
    ?.trim()
    .split(' ')[0]
  await page.keyboard.type(number ?? `nobody is ${name}`)
  await expect(field).toHaveValue(name)
}
