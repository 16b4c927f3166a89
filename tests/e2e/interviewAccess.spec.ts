import { accessFaults } from './accessFaults'
import { dropRoster } from './dropRoster'
import { expect, test } from './fixtures'
import { burdenRoster } from './rosterFile'

test('has no accessibility fault at any kind of stop of the interview', async ({ app: { page } }) => {
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toHaveText('120 / 120 户')
  await page.getByRole('link', { name: '名单' }).click()
  await dropRoster(page, 'roster.xlsx', burdenRoster())
  await page.getByTestId('adopt').click()
  await expect(page.getByTestId('adopted')).toBeVisible()
  await page.getByRole('link', { name: '任务', exact: true }).click()
  await page.getByTestId('households').focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('interview')).toBeVisible()
  // A question of choice, the member grid, education, the ledger, the line's amount, reading back, closing.
  for (const keys of [[], ['Alt+2'], ['Alt+5'], ['Alt+9'], ['1', '1'], ['Escape'], ['o'], ['3']]) {
    for (const key of keys) await page.keyboard.press(key)
    if (keys[0] === 'Escape') break
    expect(await accessFaults(page)).toEqual([])
  }
})

test('shows where the focus is, and speaks no Chinese of its own in English', async ({ app: { page } }) => {
  await page.getByTestId('practice').click()
  await page.getByTestId('language').click()
  await expect(page.getByTestId('count')).toHaveText('120 of 120 households')
  await page.getByTestId('households').focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('interview')).toBeVisible()
  // Away from the question whose choices are people.
  await page.keyboard.press('Alt+3')
  await expect(page.locator('[data-question=food_enough]')).toBeVisible()
  const words = await page
    .getByTestId('interview')
    .locator('.groups, footer, [data-testid=question]')
    .allInnerTexts()
  expect(words.join()).not.toMatch(/[\u4e00-\u9fff]/)
  await page.keyboard.press('Alt+2')
  const outline = await page.evaluate(() => {
    const field = document.querySelector<HTMLElement>('[data-testid=question] button, input')
    field?.focus()
    return field === null ? '' : getComputedStyle(field).outlineStyle
  })
  expect(outline).not.toBe('none')
})
