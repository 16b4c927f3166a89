import { compose } from './compose'
import { dropRoster } from './dropRoster'
import { expect, test } from './fixtures'
import { answerUnregistered, endVisit, visit } from './hand'
import { h1Roster } from './rosterFile'

test('shows a finished interview, asks why before it is changed, and reports it to the lead', async ({
  app: { page },
}) => {
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toHaveText('120 / 120 户')
  await page.getByRole('link', { name: '名单' }).click()
  await dropRoster(page, 'h1.xlsx', h1Roster())
  await page.getByTestId('adopt').click()
  await expect(page.getByTestId('adopted')).toBeVisible()
  await page.getByRole('link', { name: '任务', exact: true }).click()
  const first = await visit(page, '孙六')
  await answerUnregistered(first)
  await endVisit(first)
  await first.press('Enter')

  const hand = await visit(page, '孙六')
  await expect(page.getByTestId('finished')).toBeVisible()
  await hand.press('Alt+4') // to food, which is only shown
  const question = await hand.question()
  await page.keyboard.press('3')
  const why = page.getByTestId('finished').getByRole('textbox')
  await expect(why).toBeFocused()
  await page.keyboard.type('3')
  await page.keyboard.press('Escape')
  await expect(why).toHaveCount(0)
  expect(await hand.question()).toBe(question)
  await page.keyboard.press('c')
  await compose(page, '先听错了')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('correcting')).toContainText('先听错了')
  await page.keyboard.press('3')
  await page.keyboard.press('e')
  await expect(page.getByTestId('verdict-change')).toContainText('更正前')
  // What closing would ask for is asked of who leaves a correction, too.
  await hand.press('Alt+1', 'ArrowDown', 'ArrowDown', '2') // cadres were in the room
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('left-open')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('glance-corrected')).toContainText('先听错了')
  await expect(page.getByRole('row').filter({ hasText: '孙六' }).getByTestId('corrected')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('correcting')).toContainText('先听错了')
  await page.keyboard.press('Escape')
  for (const reason of await page.getByTestId('warning-reason').all()) await reason.fill('当时请出去了')
  await page.getByTestId('close-save').click()
  await expect(page.getByTestId('closed')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('glance-corrected')).toContainText('先听错了')
  await page.keyboard.press('r')
  await expect(page.getByTestId('corrected-since')).toContainText('先听错了')
  await expect(page.getByTestId('history')).toContainText('先听错了')
})
