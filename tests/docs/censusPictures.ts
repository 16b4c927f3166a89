import type { Page } from '@playwright/test'
import { enumerate, newCensus } from '../e2e/enumerate'
import { visit } from '../e2e/hand'

/** Takes the pictures of a census: the form of a village with what its checks find, and the tables. The start page is open. */
export async function takeCensus(
  page: Page,
  take: (page: Page, name: string, height?: number) => Promise<void>,
): Promise<void> {
  await newCensus(page)
  await enumerate(await visit(page, '李建国'))
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: '覆盖' }).click()
  await page.getByTestId('coverage-board').getByRole('rowgroup').last().focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  const form = page.getByTestId('area-form')
  for (const [question, choice] of [
    ['clinic', '否'],
    ['doctor', '是'],
    ['e_commerce', '是'],
  ] as const)
    await form.locator(`#area-${question}`).getByRole('radio', { name: choice }).click()
  await form.locator('#area-registered_population').fill('3')
  await page.keyboard.press('Enter')
  await form.locator('[data-question=registered_population] [data-finding]').waitFor()
  await take(page, '31-census-village')
  await page.getByRole('link', { name: '统计表', exact: true }).click()
  await page.getByTestId('table-size').waitFor()
  await take(page, '32-census-tables')
}
