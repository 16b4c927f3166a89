import type { Page } from '@playwright/test'
import { dropRoster } from './dropRoster'
import { expect, test } from './fixtures'
import { Hand, openInterview } from './hand'
import { burdenRoster } from './rosterFile'

/** The first household of a list, its form open and empty. */
async function begin(page: Page): Promise<Hand> {
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toHaveText('120 / 120 户')
  await page.getByRole('link', { name: '名单' }).click()
  await dropRoster(page, 'roster.xlsx', burdenRoster())
  await page.getByTestId('adopt').click()
  await expect(page.getByTestId('adopted')).toBeVisible()
  await page.getByRole('link', { name: '任务', exact: true }).click()
  await expect(page.getByTestId('count')).toHaveText('3 / 3 户')
  await openInterview(page, 0)
  return new Hand(page)
}

test('answers once by a key that is held down, and nothing by the button that was clicked last @electron', async ({
  app: { page },
}) => {
  const hand = await begin(page)
  await hand.press('Alt+3')
  await page.keyboard.down('1')
  for (let held = 0; held < 5; held++) await page.keyboard.down('1')
  await page.keyboard.up('1')
  await expect.poll(() => hand.question()).toBe('food_protein')
  await page.getByTestId('question').getByRole('button').first().click()
  await expect.poll(() => hand.question()).toBe('observed_food_store')
  await page.keyboard.press('Enter')
  await expect.poll(() => hand.question()).toBe('clothing_season')
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => hand.question()).toBe('observed_food_store')
  await expect(page.locator('[data-testid=question] [aria-pressed=true]')).toHaveCount(0)
})
