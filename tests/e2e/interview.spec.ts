import type { Page } from '@playwright/test'
import { compose } from './compose'
import { dropRoster } from './dropRoster'
import { expect, test } from './fixtures'
import { answerLedger, answerRest, answerToLedger, Hand, openInterview } from './hand'
import { burdenRoster } from './rosterFile'

/** A practice project whose roster is the burden household and its neighbours; ends on the household list. */
async function project(page: Page): Promise<void> {
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toHaveText('120 / 120 户')
  await page.getByRole('link', { name: '名单' }).click()
  await dropRoster(page, 'roster.xlsx', burdenRoster())
  await page.getByTestId('adopt').click()
  await expect(page.getByTestId('adopted')).toBeVisible()
  await page.getByRole('link', { name: '任务', exact: true }).click()
  await expect(page.getByTestId('count')).toHaveText('3 / 3 户')
}

test('keeps within the burden budget: 35 answers, 3 a ledger line, 80 presses, one form @electron', async ({
  app: { page },
}) => {
  await project(page)
  const hand = new Hand(page)
  await page.getByTestId('households').focus()
  await page.keyboard.press('Home')
  await hand.press('Enter')
  await expect(page.getByTestId('interview')).toBeVisible()

  const answers = await answerToLedger(hand)
  const ledgerAnswers = await answerLedger(hand)
  const rest = await answerRest(hand)
  await hand.press('o', '1') // end the visit: completed
  await page.keyboard.press('Enter')
  hand.presses++
  await expect(page.getByTestId('closed')).toBeVisible()
  await hand.press('Enter') // back to the list
  await expect(page.getByTestId('conclusion')).toHaveText('退出属实')

  // One answer more for the outcome.
  const outside = answers + rest + 1
  console.log(
    `burden: ${outside} answers, ${ledgerAnswers} for 6 ledger lines, ${hand.presses} presses, ${hand.typed} typed`,
  )
  expect(outside).toBeLessThanOrEqual(35)
  expect(ledgerAnswers).toBeLessThanOrEqual(18)
  expect(hand.presses).toBeLessThanOrEqual(80)
})

test('comes back to the same question, with every answer, after SIGKILL in the middle @electron', async ({
  launchApp,
}) => {
  const first = await launchApp()
  await project(first.page)
  await openInterview(first.page, 0)
  const hand = new Hand(first.page)
  await answerToLedger(hand)
  await hand.press('1', '1')
  await hand.type('9000', 'Enter')
  const [question, left] = [await hand.question(), await first.page.getByTestId('open').textContent()]
  await expect(first.page.getByTestId('saved')).toHaveAttribute('data-state', 'saved')
  await first.kill()

  const { page } = await launchApp()
  await page.getByRole('button', { name: /^练习任务/ }).click()
  await expect(page.getByTestId('count')).toHaveText('3 / 3 户')
  await openInterview(page, 0)
  expect(await new Hand(page).question()).toBe(question)
  await expect(page.getByTestId('open')).toHaveText(left ?? '')
  await expect(page.getByTestId('ledger')).toContainText('9,000')
})

test('leaves a household not visited whose form was opened and left at once; the first answer begins the visit', async ({
  app: { page },
}) => {
  await project(page)
  const row = page.getByTestId('households').getByRole('row').first()
  await openInterview(page, 0)
  await page.keyboard.press('Escape')
  await expect(row).toContainText('未入户')
  await openInterview(page, 0)
  await new Hand(page).press('Alt+3', '1')
  await page.keyboard.press('Escape')
  await expect(row).toContainText('未完成入户')
})

test('undoes the last key, and keeps a correction with its reason', async ({ app: { page } }) => {
  await project(page)
  await openInterview(page, 0)
  const hand = new Hand(page)
  await hand.press('Alt+3', '1', 'Backspace')
  await expect.poll(() => hand.question()).toBe('food_enough')
  await expect(page.locator('[aria-pressed="true"]').filter({ hasText: '够吃' })).toHaveCount(0)
  await hand.press('1', 'ArrowUp', 'c')
  await compose(page, '听错了')
  await page.keyboard.press('Enter')
  await hand.press('2')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('glance')).toContainText('修改痕迹')
})

test('closes a refusal with its reason, and puts a neighbour in its place', async ({ app: { page } }) => {
  await project(page)
  await openInterview(page, 1)
  const hand = new Hand(page)
  await hand.press('o', '3')
  await page.getByTestId('close-reason').fill('不愿接受访谈')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('closed')).toContainText('拒访')
  await hand.press('1')
  await expect(page.getByTestId('replaced')).toContainText('李建国')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('conclusion')).toHaveText('未完成入户')
})

test('keeps a note that is being typed through SIGKILL; any number of notes stand beside their question', async ({
  launchApp,
}) => {
  const first = await launchApp()
  await project(first.page)
  await openInterview(first.page, 0)
  await new Hand(first.page).press('Alt+3', 'n')
  await compose(first.page, '门口堆着新化肥')
  await expect(first.page.getByTestId('way')).toContainText('已暂存')
  await first.kill()

  const { page } = await launchApp()
  await page.getByRole('button', { name: /^练习任务/ }).click()
  await expect(page.getByTestId('count')).toHaveText('3 / 3 户')
  await openInterview(page, 0)
  const hand = new Hand(page)
  expect(await hand.question()).toBe('food_enough')
  await hand.press('n')
  const notes = page.getByTestId('notes')
  await expect(notes.getByRole('textbox')).toHaveValue('门口堆着新化肥')
  await compose(page, '，已看过')
  await page.keyboard.press('Enter')
  await expect(notes).toContainText('门口堆着新化肥，已看过')
  await hand.press('n')
  await compose(page, '第二条')
  await page.keyboard.press('Enter')
  await expect(notes.getByRole('paragraph')).toHaveCount(2)
  await hand.press('Backspace')
  await expect(notes.getByRole('paragraph')).toHaveCount(1)
  await hand.press('ArrowDown')
  await expect(notes).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('count')).toBeVisible()
  await page.keyboard.press('r')
  await expect(page.getByTestId('notes')).toContainText('门口堆着新化肥，已看过')
})
