import type { Page } from '@playwright/test'
import { editSheet } from '../office/editSheet'
import { cellsNamed } from '../office/namedCells'
import { filledIn } from '../office/returnedReview'
import { accessFaults } from './accessFaults'
import { dropRoster } from './dropRoster'
import { expect, test, type RunningApp } from './fixtures'
import { choosePerson } from './listPerson'
import { exportWorkbook } from './saveAs'

const fits = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)

/** The workbook of the practice county, as the page saves it. */
async function exported(app: RunningApp, profile: string): Promise<Uint8Array> {
  await app.page.getByTestId('practice').click()
  await expect(app.page.getByTestId('count')).toHaveText('120 / 120 户')
  return new Uint8Array(await exportWorkbook(app, profile))
}

test('a workbook that a reviewer filled in is looked at, taken at once, and adds nothing the second time @electron', async ({
  app,
  profile,
}) => {
  const { page } = app
  const workbook = await exported(app, profile)
  const filled = filledIn(workbook, {
    reviewer: '张三',
    confirmer: '李四',
    decisions: [
      [0, '错退', '看过房子'],
      [1, '退出属实', '账目属实'],
    ],
  })
  const [total] = cellsNamed(filled, 'T_poor')
  const returned = editSheet(filled, total?.sheet ?? '', { [total?.address ?? '']: 77 })

  await page.getByTestId('return-review').click()
  await expect(page.getByRole('button', { name: '选择文件' })).toBeFocused()
  expect(await accessFaults(page)).toEqual([])
  await dropRoster(page, '复核.xlsx', returned)
  await expect(page.getByTestId('review-found')).toBeFocused()
  await expect(page.getByTestId('review-decisions').getByRole('row')).toHaveCount(3)
  await expect(page.getByTestId('review-decisions')).toContainText('看过房子')
  await expect(page.getByTestId('review-ignored')).toContainText('77')
  await expect(page.getByTestId('take-later')).toBeDisabled()

  // Both are put on the list; then the confirmer identifies himself.
  await page.getByRole('button', { name: '把张三加进名单' }).click()
  await page.getByRole('button', { name: '把李四加进名单' }).click()
  await expect(page.getByTestId('unknown-person')).toHaveCount(0)
  await choosePerson(page, 'review-confirmer', '李四')
  expect(await accessFaults(page)).toEqual([])
  for (const [width, height] of [
    [1366, 768],
    [911, 512],
  ] as const) {
    await page.setViewportSize({ width, height })
    expect(await fits(page)).toBe(true)
  }
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.getByTestId('review-confirmer').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('review-taken')).toContainText('已接收并确认 2 条认定')
  await expect(page.getByTestId('review-taken').getByRole('link').first()).toBeFocused()

  await dropRoster(page, '复核.xlsx', returned)
  await expect(page.getByTestId('review-standing')).toContainText('另有 2 条')
  await expect(page.getByTestId('take-review')).toContainText('没有要接收的')

  // What was decided is decided everywhere.
  await page.getByRole('link', { name: '疑点', exact: true }).click()
  await page.getByLabel('状态').selectOption('confirmed')
  await expect(page.getByTestId('suspicion-count')).toContainText('2 /')
  await expect(page.getByTestId('standing')).toHaveText('最终认定：退出属实')
  await page.getByTestId('suspicions').focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByTestId('standing')).toHaveText('最终认定：错退')
  await expect(page.getByTestId('decisions')).toContainText('看过房子')

  // The county says what the workbook said once the decision was written in it.
  const [persons] = cellsNamed(filled, 'Review_persons')
  const [denominator] = cellsNamed(filled, 'M_wrong_exit_rate_determined_denominator')
  const share = (Number(persons?.value) / Number(denominator?.value)) * 100
  await page.getByRole('link', { name: '县', exact: true }).click()
  const rate = page.locator('[data-measure="wrong_exit_rate"]')
  await expect(rate.getByTestId('value')).toHaveText(`${share.toFixed(2)} %`)
  await expect(rate.getByTestId('numerator')).toHaveText(`${String(persons?.value)} 人`)
})

test('decisions wait for the confirmer who is not here, questions go to the assessor; a fault refuses the whole file with its cell', async ({
  app,
  profile,
}) => {
  const { page } = app
  const workbook = await exported(app, profile)
  const filled = filledIn(workbook, {
    reviewer: '张三',
    confirmer: '李四',
    decisions: [[0, '错退', '看过房子']],
    proposals: [[0, '不够', '邻居说的']],
  })
  const [reviewer] = cellsNamed(filled, 'Reviewer')
  const nobody = editSheet(filled, reviewer?.sheet ?? '', { [reviewer?.address ?? '']: null })
  await page.getByTestId('return-review').click()
  await dropRoster(page, '复核.xlsx', nobody)
  await expect(page.getByRole('alert')).toContainText('没有接收')
  await expect(page.getByTestId('problems')).toContainText('没有写复核人')
  await expect(page.getByTestId('problems')).toContainText(`说明 ${reviewer?.address}`)
  await expect(page.getByTestId('take-review')).toHaveCount(0)
  expect(await accessFaults(page)).toEqual([])

  await dropRoster(page, '复核.xlsx', filled)
  await expect(page.getByTestId('review-questions')).toContainText('邻居说的')
  await page.getByRole('button', { name: '把张三加进名单' }).click()
  await page.getByTestId('take-later').click()
  await expect(page.getByTestId('review-taken')).toContainText('这些认定还没有确认')
  await expect(page.getByTestId('review-taken')).toContainText('已退回提问 1 处')
  await page.getByRole('link', { name: '去看疑点认定' }).click()
  await page.getByLabel('状态').selectOption('decided')
  await expect(page.getByTestId('standing')).toHaveText('等第二人确认：错退')

  // The same file, the confirmer there: nothing is decided again.
  await page.getByRole('link', { name: '任务', exact: true }).click()
  await page.getByTestId('return-review').click()
  await dropRoster(page, '复核.xlsx', filled)
  await expect(page.getByTestId('review-decisions')).toContainText('只等确认')
  await page.getByRole('button', { name: '把李四加进名单' }).click()
  await choosePerson(page, 'review-confirmer', '李四')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('review-taken')).toContainText('已接收并确认 1 条认定')
  await expect(page.getByTestId('review-taken')).not.toContainText('提问')
})
