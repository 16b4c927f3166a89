import type { Page } from '@playwright/test'
import { dropRoster } from './dropRoster'
import { expect, test } from './fixtures'
import { accessFaults } from './accessFaults'

const HEADERS = '行政村,户编号,姓名,与户主关系,脱贫属性,户联系电话'
const FIRST = ['石村,001,李甲,户主,未脱贫,13800000000', '石村,002,王乙,户主,已脱贫(享受政策),13900000000']
const SECOND = ['石村,001,李甲,户主,已脱贫(享受政策),13800000000', '石村,003,赵丙,户主,未脱贫,13700000000']

test('a new list is shown beside the one in use, taken group by group, and the earlier one comes back', async ({
  app: { page },
}) => {
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toBeVisible()
  await page.getByRole('link', { name: '名单' }).click()
  await dropList(page, FIRST)
  const comparison = page.getByTestId('comparison')
  await expect(comparison).toContainText('新增 2 户')
  await expect(comparison).toContainText('原名单有、新名单没有的 120 户')
  // Generated households make way for a real list unless somebody wants them.
  await expect(group(page, 'gone').getByLabel('移出名单')).toBeChecked()
  await page.getByTestId('adopt').click()
  await expect(page.getByTestId('adopted')).toBeVisible()

  await dropList(page, SECOND)
  await expect(comparison).toContainText('有变动 1 户')
  await group(page, 'changed').getByText('看是哪些').click()
  const cells = page.getByTestId('changed-cells').getByRole('row')
  await expect(cells.nth(1)).toHaveText(/李甲.*石村.*脱贫属性.*未脱贫户.*脱贫户/)
  expect(await accessFaults(page)).toEqual([])
  await group(page, 'gone').getByLabel('保留在名单里').check()
  await page.getByTestId('adopt').click()
  await expect(page.getByTestId('adopted')).toBeVisible()
  await expectCount(page, 3)

  await page.getByRole('link', { name: '名单' }).click()
  await page.getByTestId('roster-versions').getByText('用过的名单 3 份').click()
  await page.getByRole('button', { name: '改用这一份' }).first().click()
  await expect(page.getByTestId('roster-versions').getByRole('listitem').first()).toContainText('正在用')
  await expectCount(page, 2)
})

async function dropList(page: Page, rows: readonly string[]): Promise<void> {
  await dropRoster(page, 'list.csv', new TextEncoder().encode([HEADERS, ...rows].join('\n')))
}

function group(page: Page, name: string): ReturnType<Page['locator']> {
  return page.locator(`[data-group=${name}]`)
}

async function expectCount(page: Page, count: number): Promise<void> {
  await page.getByRole('link', { name: '任务', exact: true }).click()
  await expect(page.getByTestId('count')).toHaveText(`${count} / ${count} 户`)
}
