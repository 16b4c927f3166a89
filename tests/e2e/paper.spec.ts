import type { Page } from '@playwright/test'
import { accessFaults } from './accessFaults'
import { dropRoster } from './dropRoster'
import { expect, test } from './fixtures'
import { answerBehindLedger, answerLedger, answerToLedger, Hand } from './hand'
import { listPerson } from './listPerson'
import { burdenRoster } from './rosterFile'

/** From the first question of a paper form to the end of its entry. */
async function enterForm(page: Page): Promise<Hand> {
  const hand = new Hand(page)
  await answerToLedger(hand)
  await answerLedger(hand)
  await answerBehindLedger(hand)
  return hand
}

async function finish(hand: Hand): Promise<void> {
  const { page } = hand
  await hand.press('o', '1')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('closed')).toBeVisible()
  await hand.press('Enter')
  await expect(page.getByTestId('count')).toBeVisible()
}

test('a paper form is entered without a wait, marked, entered again by somebody else, and the difference is listed @electron', async ({
  app: { page },
}) => {
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toHaveText('120 / 120 户')
  await page.getByRole('link', { name: '名单' }).click()
  await dropRoster(page, 'roster.xlsx', burdenRoster())
  await page.getByTestId('adopt').click()
  await expect(page.getByTestId('adopted')).toBeVisible()
  await listPerson(page, '录入乙')
  await page.getByRole('link', { name: '任务', exact: true }).click()
  await expect(page.getByTestId('count')).toHaveText('3 / 3 户')

  await page.getByTestId('households').focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('p')
  await expect(page.getByTestId('paper-day')).toBeFocused()
  await page.getByTestId('paper-day').fill('2020-12-30')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('on-paper')).toContainText('2020-12-30')
  expect(await accessFaults(page)).toEqual([])
  await finish(await enterForm(page))
  await expect(page.getByTestId('conclusion')).toHaveText('退出属实')

  // Nobody enters his own form a second time.
  await page.getByRole('link', { name: '纸质表…' }).click()
  await page.getByTestId('second-share').selectOption('100')
  await expect(page.getByTestId('paper')).toContainText('抽中，待另一人录')
  await page.getByRole('link', { name: '录第二遍' }).click()
  await expect(page.getByText('第一遍是您自己录的')).toBeVisible()

  await page.getByRole('link', { name: '设置', exact: true }).click()
  await page.getByTestId('next-person').selectOption('录入乙')
  await page.getByRole('button', { name: '换人' }).click()
  await page.getByRole('link', { name: '任务', exact: true }).click()
  await page.getByRole('link', { name: '纸质表…' }).click()
  await page.getByRole('link', { name: '录第二遍' }).click()
  await expect(page.getByTestId('round')).toContainText('第二遍')
  // All is hidden that the first entry said.
  await expect(page.getByTestId('question')).toHaveAttribute('data-question', 'consent')
  const hand = await enterForm(page)
  await page.locator('nav.groups button').filter({ hasText: '饮水' }).first().click()
  await expect(page.getByTestId('question')).toHaveAttribute('data-question', 'water_source')
  await hand.press('2')
  await finish(hand)
  await expect(page.getByTestId('conclusion')).toHaveText('退出属实')
  await page.getByRole('link', { name: '纸质表…' }).click()
  const differences = page.getByTestId('entry-differences')
  await expect(differences.locator('tbody tr')).toHaveCount(1)
  await expect(differences).toContainText('录入乙')
  await expect(page.getByTestId('entry-rate')).toContainText('里 1 格不同')
  expect(await accessFaults(page)).toEqual([])
  await differences.getByRole('link', { name: '改第一遍' }).click()
  await expect(page.getByTestId('finished')).toBeVisible()
})
