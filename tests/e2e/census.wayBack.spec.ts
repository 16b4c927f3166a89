import { cellsNamed } from '../office/namedCells'
import { withProposals } from '../office/withProposals'
import { accessFaults } from './accessFaults'
import { dropRoster } from './dropRoster'
import { enumerate, newCensus } from './enumerate'
import { expect, test } from './fixtures'
import { visit } from './hand'
import { exportWorkbook } from './saveAs'

test('a correction proposed in the census workbook sends the household back, once, and a fault refuses the file @electron', async ({
  app,
  profile,
}) => {
  const { page } = app
  await newCensus(page)
  await enumerate(await visit(page, '李建国'))
  await page.keyboard.press('Enter')
  const workbook = new Uint8Array(await exportWorkbook(app, profile))
  const household = String(cellsNamed(workbook, 'Census_key')[0]?.value)
  const right = { household, question: 'bedding', value: '不够', reason: '邻居说的', by: '张三' }

  await page.getByTestId('return-review').click()
  await dropRoster(page, '普查.xlsx', withProposals(workbook, [right, { ...right, question: '收入' }]))
  await expect(page.getByRole('alert')).toContainText('没有接收')
  await expect(page.getByTestId('problems')).toContainText('更正建议 B3')
  await expect(page.getByTestId('take-review')).toHaveCount(0)

  const filled = withProposals(workbook, [right])
  await dropRoster(page, '普查.xlsx', filled)
  await expect(page.getByTestId('review-questions')).toContainText('邻居说的')
  await expect(page.getByTestId('take-review')).not.toContainText('确认人')
  expect(await accessFaults(page)).toEqual([])
  await page.getByTestId('take-later').click()
  await expect(page.getByTestId('review-taken')).toContainText('已退回提问 1 处')
  await expect(page.getByTestId('review-taken').getByRole('link').first()).toBeFocused()

  await dropRoster(page, '普查.xlsx', filled)
  await page.getByTestId('take-later').click()
  await expect(page.getByTestId('review-taken')).toContainText('没有要接收的')

  await page.getByRole('link', { name: '到户列表' }).click()
  await page.getByTestId('households').focus()
  await page.keyboard.press('r')
  await expect(page.getByTestId('result-page')).toContainText('邻居说的')
})
