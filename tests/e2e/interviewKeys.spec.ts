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

test('writes nothing into the next field by a key that is held down', async ({ app: { page } }) => {
  const hand = await begin(page)
  await hand.press('Alt+8', '1', '1')
  await page.keyboard.down('1') // carried to the house: the days short come next
  for (let held = 0; held < 5; held++) await page.keyboard.down('1')
  await page.keyboard.up('1')
  await expect.poll(() => hand.question()).toBe('water_short_days')
  await expect(page.getByTestId('way').getByRole('textbox')).toHaveValue('')
})

test('takes no key of composed text for a command', async ({ app: { page } }) => {
  const hand = await begin(page)
  await hand.press('Alt+3')
  for (const key of ['1', 'Enter', 'Backspace', 'o', 'Escape'])
    await page.evaluate((pressed) => {
      const event = { key: pressed, bubbles: true, cancelable: true }
      document.body.dispatchEvent(new KeyboardEvent('keydown', { ...event, isComposing: true }))
      document.body.dispatchEvent(new KeyboardEvent('keydown', { ...event, keyCode: 229 }))
    }, key)
  expect(await hand.question()).toBe('food_enough')
  await expect(page.locator('[data-testid=question] [aria-pressed=true]')).toHaveCount(0)
})

test('answers nothing behind a prompt', async ({ app: { page } }) => {
  const hand = await begin(page)
  await hand.press('Alt+7', '1') // graded A: how is it known?
  await page.keyboard.press('5')
  await expect(page.locator('.evidence.asked')).toBeVisible()
  await expect(page.locator('[data-testid=question] [aria-pressed=true]')).toHaveText(/^1/)
  await hand.press('R')
  await hand.press('c') // a reason is asked
  await page.getByTestId('way').click({ position: { x: 5, y: 5 } })
  await page.keyboard.press('1')
  await expect(page.getByTestId('way').getByRole('textbox')).toHaveValue('1')
  await page.keyboard.press('Enter')
  expect(await hand.question()).toBe('lives_in_safe_house')
  await expect(page.locator('[data-testid=question] [aria-pressed=true]')).toHaveCount(0)
})

test('asks the household about its ledger only when all of it is read', async ({ app: { page } }) => {
  const hand = await begin(page)
  await hand.press('Alt+9', '1', '1')
  await hand.type('700', 'Enter')
  await hand.press('1', 'b')
  await page.keyboard.press('1')
  await expect(page.getByTestId('read-back')).toContainText('700')
  await hand.press('Enter', 'ArrowUp', 'ArrowDown')
  await expect(page.getByTestId('read-back')).toContainText('计入')
  await page.keyboard.press('1')
  await expect(page.locator('.evidence.asked, [data-question=support_received]').first()).toBeVisible()
})

test('goes back and forth by the arrows, and back where it came from by Backspace', async ({
  app: { page },
}) => {
  const hand = await begin(page)
  await hand.press('Alt+3', 'ArrowDown', 'ArrowDown')
  expect(await hand.question()).toBe('observed_food_store')
  await hand.press('ArrowUp')
  expect(await hand.question()).toBe('food_protein')
  await hand.press('Alt+8', 'Backspace')
  expect(await hand.question()).toBe('food_protein')
  await hand.press('o', 'Backspace')
  expect(await hand.question()).toBe('food_protein')
})
