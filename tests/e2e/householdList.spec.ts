import { compose } from './compose'
import { expect, test } from './fixtures'
import { accessFaults } from './accessFaults'

test('adds, splits and moves by keyboard alone, and keeps all of it after SIGKILL @electron', async ({
  launchApp,
}) => {
  const first = await launchApp()
  const { page } = first
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toHaveText('120 / 120 户')
  const glance = page.getByTestId('glance')
  const saved = page.getByTestId('saved')
  const list = page.getByTestId('households')
  await list.focus()
  await page.keyboard.press('Home')

  await page.keyboard.press('a')
  await expect(page.getByLabel('户主')).toBeFocused()
  await compose(page, '周新来')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('count')).toHaveText('121 / 121 户')
  await expect(glance.getByRole('heading')).toHaveText('周新来')
  await expect(list.locator('[aria-selected="true"]')).toContainText('周新来')

  await page.keyboard.press('Home')
  const members = glance.getByRole('list', { name: '成员' }).getByRole('listitem')
  await expect(members).toHaveCount(4)
  await page.keyboard.press('f')
  await expect(page.getByRole('checkbox').first()).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('count')).toHaveText('122 / 122 户')
  await expect(members).toHaveCount(1)
  await expect(glance).toContainText('户分出')
  await page.keyboard.press('Home')
  await expect(members).toHaveCount(3)

  await page.keyboard.press('m')
  await page.keyboard.press('Tab')
  await page.keyboard.type('zxl')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect(page.getByRole('button', { name: /^把 .+ 转到 .+ 户$/ })).toBeEnabled()
  await page.keyboard.press('Enter')
  await expect(glance).toContainText('户转来')
  await expect(members).toHaveCount(2)
  await expect(saved).toHaveAttribute('data-state', 'saved')
  await first.kill()

  const again = await launchApp()
  await again.page.getByRole('button', { name: /^练习任务/ }).click()
  await expect(again.page.getByTestId('count')).toHaveText('122 / 122 户')
  await again.page.keyboard.press('/')
  await again.page.keyboard.type('zxl')
  await expect(again.page.getByTestId('count')).not.toHaveText('122 / 122 户')
  await again.page.keyboard.press('Enter')
  await expect(again.page.getByTestId('households')).toBeFocused()
  await again.page.keyboard.press('End')
  await expect(again.page.getByTestId('glance').getByRole('listitem').filter({ hasText: '岁' })).toHaveCount(
    1,
  )
  await expect(again.page.getByTestId('glance')).toContainText('户转来')
})

test('has a village under special supervision first, chosen and marked by keyboard', async ({
  app: { page },
}) => {
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toHaveText('120 / 120 户')
  const villages = page.getByRole('navigation', { name: '村', exact: true })
  await villages.getByRole('button', { name: /全县/ }).focus()
  await page.keyboard.press('End')
  await expect(page.getByTestId('count')).toHaveText('40 / 120 户')
  const name = await villages.locator('.village[aria-pressed="true"] > span').first().textContent()
  await page.keyboard.press('s')
  await expect(villages.getByRole('heading').first()).toContainText('重点督导村')
  await expect(villages.locator('.village').nth(1)).toContainText(`★ ${name}`)
  await page.keyboard.press('s')
  await expect(villages.getByText('重点督导村 ', { exact: true })).toHaveCount(0)
})

test('keeps filter, choice and place when one comes back to the list', async ({ app: { page } }) => {
  await page.getByTestId('practice').click()
  await page.getByLabel('访谈结果').selectOption('completed')
  const list = page.getByTestId('households')
  await list.focus()
  await page.keyboard.press('End')
  const count = await page.getByTestId('count').textContent()
  await expect.poll(() => list.evaluate((body) => body.scrollTop)).toBeGreaterThan(500)
  const chosen = await list.locator('[aria-selected="true"]').getByRole('gridcell').first().textContent()
  await expect(page.getByTestId('glance').getByRole('heading')).toHaveText(chosen ?? '')
  const scrolled = await list.evaluate((body) => body.scrollTop)
  await page.getByRole('link', { name: '名单' }).click()
  await page.getByRole('link', { name: '任务', exact: true }).click()
  await expect(page.getByTestId('count')).toHaveText(count ?? '')
  await expect(page.getByTestId('glance').getByRole('heading')).toHaveText(chosen ?? '')
  await expect.poll(() => list.evaluate((body) => body.scrollTop)).toBe(scrolled)
})

test('has no accessibility fault, in the list and in its panels', async ({ app: { page } }) => {
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toHaveText('120 / 120 户')
  await expect(page.getByTestId('conclusion')).toBeVisible()
  expect(await accessFaults(page)).toEqual([])
  for (const key of ['a', 'm', 'f']) {
    await page.getByTestId('households').focus()
    await page.keyboard.press(key)
    await expect(page.getByRole('button', { name: '关闭' })).toBeVisible()
    expect(await accessFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
  }
})
