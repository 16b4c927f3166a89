import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { openInterview } from './hand'

/** A page of the rail, and what has the focus when it is opened: where work goes on, or the whole page where one reads. */
const PAGES: readonly (readonly [name: string, focused: (page: Page) => Locator])[] = [
  ['疑点', (page) => page.getByTestId('suspicions')],
  ['县', (page) => page.locator('main')],
  ['名单', (page) => page.getByRole('button', { name: '选择文件' })],
  ['抽样', (page) => page.locator('main')],
  ['团队', (page) => page.locator('main')],
  ['质量', (page) => page.locator('main')],
  ['导出', (page) => page.locator('main')],
  ['标准', (page) => page.locator('main')],
  ['任务设定', (page) => page.locator('main')],
  ['设置', (page) => page.locator('main')],
  ['任务', (page) => page.getByTestId('households')],
]

async function openPractice(page: Page): Promise<void> {
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toHaveText('120 / 120 户')
}

test('is where work goes on when a page is opened', async ({ app: { page } }) => {
  await expect(page.getByRole('button', { name: '新建评估任务' })).toBeFocused()
  await openPractice(page)
  await expect(page.getByTestId('households')).toBeFocused()
  for (const [name, focused] of PAGES) {
    await page.getByRole('link', { name, exact: true }).click()
    await expect(focused(page), name).toBeFocused()
  }
  await page.getByRole('link', { name: '质量', exact: true }).click()
  await page.keyboard.press('3')
  await expect(page.getByTestId('finding-list')).toBeFocused()
  await page.getByRole('link', { name: '县', exact: true }).click()
  await page.getByRole('link', { name: '监测名单' }).click()
  await expect(page.getByTestId('households')).toBeFocused()
  await page.getByRole('button', { name: '换任务' }).click()
  await expect(page.getByRole('button', { name: /^练习任务/ })).toBeFocused()
})

test('is in a panel that is opened, and comes back when it is closed', async ({ app: { page } }) => {
  await openPractice(page)
  const list = page.getByTestId('households')
  await page.keyboard.press('Home')
  for (const key of ['a', 'm', 'f', '/']) {
    await page.keyboard.press(key)
    await expect(page.locator('main :is(input, select):focus'), key).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(list, key).toBeFocused()
  }
  await page.keyboard.press('r')
  await expect(page.getByRole('heading', { name: '户结果' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(list).toBeFocused()
})

test('is at the question of an interview, whatever was opened beside it', async ({ app: { page } }) => {
  await openPractice(page)
  await page.getByLabel('结论').selectOption('not_interviewed')
  const way = page.getByTestId('way')
  await openInterview(page, 0)
  await expect(way).toBeFocused()
  await page.keyboard.press('n')
  await expect(way.locator('input, textarea').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(way).toBeFocused()
  await page.keyboard.press('o')
  await expect(page.getByTestId('close')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(way).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('households')).toBeFocused()
})
