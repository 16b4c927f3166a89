import { expectAllInReach } from './allInReach'
import { expect, test } from './fixtures'
import { openInterview } from './hand'

const RAIL = [
  '疑点',
  '县',
  '名单',
  '抽样',
  '团队',
  '质量',
  '导出',
  '标准',
  '任务设定',
  '设置',
  '任务',
] as const

test('has nothing out of reach in a small window, or at a large zoom', async ({ app: { page } }) => {
  await page.getByTestId('versions').waitFor()
  await expectAllInReach(page, 'start')
  await page.getByRole('button', { name: '新建评估任务' }).click()
  await expectAllInReach(page, 'new project')
  await page.getByRole('button', { name: '取消' }).click()
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toHaveText('120 / 120 户')
  for (const name of RAIL) {
    await page.getByRole('link', { name, exact: true }).click()
    await expect(page.getByRole('link', { name, exact: true })).toHaveClass(/router-link-active/)
    await page.locator('main :is(h2, table, [data-testid=count])').first().waitFor()
    await expectAllInReach(page, name)
  }
  await page.getByRole('link', { name: '县', exact: true }).click()
  const parts = page.locator('main nav').first().getByRole('link')
  await parts.first().waitFor()
  for (const part of await parts.allTextContents()) {
    await parts.filter({ hasText: part.trim() }).first().click()
    await expectAllInReach(page, part)
  }
  await page.getByRole('link', { name: '名单', exact: true }).click()
  await page.getByRole('link', { name: '与别的名单核对' }).click()
  await expectAllInReach(page, 'another list')
  await page.getByRole('link', { name: '任务', exact: true }).click()
  await page.getByRole('link', { name: '纸质表…' }).click()
  await expectAllInReach(page, 'paper forms')
  await page.getByRole('link', { name: '任务', exact: true }).click()
  await page.getByLabel('结论').selectOption('suspected_wrong_exit')
  await page.getByTestId('households').focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('r')
  await page.getByTestId('sheet').waitFor()
  await expectAllInReach(page, 'result')
  await page.keyboard.press('Escape')
  await openInterview(page, 0)
  for (const group of ['1', '2', '6', '9', '0']) {
    await page.keyboard.press(`Alt+${group}`)
    await expectAllInReach(page, `interview, group ${group}`)
  }
  await page.keyboard.press('b')
  await page.getByTestId('read-back').waitFor()
  await expectAllInReach(page, 'read back')
})

test('shows the choices of a member’s question together with header and row of the table', async ({
  app: { page },
}) => {
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toHaveText('120 / 120 户')
  await openInterview(page, 0)
  const grid = page.getByTestId('member-grid')
  await page.keyboard.press('Alt+2')
  await expect(grid).toBeVisible()
  const choices = page.getByTestId('question').getByRole('button')
  // To the last member, whose row is the lowest.
  const last = grid.locator('tbody tr').last().locator('[aria-current=true]')
  while ((await last.count()) === 0) {
    const about = await page.getByTestId('about').textContent()
    await page.keyboard.press('ArrowDown')
    await expect(page.getByTestId('about')).not.toHaveText(about ?? '')
  }
  await expect(last).toBeInViewport({ ratio: 1 })
  await expect(grid.locator('thead th').last()).toBeInViewport({ ratio: 1 })
  await expect(choices.first()).toBeInViewport({ ratio: 1 })
  await expect(choices.last()).toBeInViewport({ ratio: 1 })
})
