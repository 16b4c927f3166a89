import { readFile } from 'node:fs/promises'
import { read } from 'xlsx'
import { dropRoster } from './dropRoster'
import { expect, test } from './fixtures'
import { newProject } from './newProject'
import { rosterFile } from './rosterFile'

test('shows a practice county, judged, one click after the start', async ({ app: { page } }) => {
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('saved')).toHaveAttribute('data-state', 'saved')
  await expect(page.getByTestId('count')).toHaveText('120 / 120 户')
  await page.getByLabel('结论').selectOption('suspected_wrong_exit')
  await page.getByTestId('households').getByRole('row').first().click()
  await expect(page.getByTestId('conclusion')).toHaveText('疑似错退')
  await expect(
    page.getByTestId('glance').getByTestId('result').filter({ hasText: '未达标' }).first(),
  ).toBeVisible()
})

test('finds households by name, by number, by village and by flag, and by keyboard alone', async ({
  app: { page },
}) => {
  await page.getByTestId('practice').click()
  const list = page.getByTestId('households')
  await list.focus()
  const before = await page.getByTestId('glance').getByRole('heading').first().textContent()
  await page.keyboard.press('End')
  await expect(page.getByTestId('glance').getByRole('heading').first()).not.toHaveText(before ?? '')
  await page.getByLabel('疑点').selectOption('quota')
  await list.getByRole('row').first().click()
  await page.getByLabel('疑点').selectOption('')
  const number = /5399\d{6}/.exec((await page.getByTestId('glance').textContent()) ?? '')?.[0] ?? ''
  await list.focus()
  await page.keyboard.press('/')
  await page.keyboard.type(number.slice(-5))
  await expect(page.getByTestId('count')).toHaveText('1 / 120 户')
  await page.getByRole('searchbox').fill('')
  await page.getByLabel('疑点').selectOption('quota')
  await expect(list.getByRole('row').first()).toBeVisible()
  await list.getByRole('row').first().click()
  await expect(page.locator('[data-flag="quota"]')).toContainText('指标式')
})

test('imports a roster whole, and has everything again after SIGKILL right behind the saved mark @electron', async ({
  launchApp,
}) => {
  const first = await launchApp()
  await first.page.getByTestId('practice').click()
  await expect(first.page.getByTestId('count')).toHaveText('120 / 120 户')
  await first.page.getByRole('link', { name: '名单' }).click()
  await dropRoster(first.page, 'roster.xlsx', rosterFile())
  await expect(first.page.getByTestId('rows')).toHaveText('读了 7 行：导入 3，并入 0，跳过 3，退回 1')
  await expect(first.page.getByTestId('problems')).toContainText('户主')
  await first.page.getByTestId('adopt').click()
  await expect(first.page.getByTestId('adopted')).toBeVisible()
  await expect(first.page.getByTestId('saved')).toHaveAttribute('data-state', 'saved')
  await first.kill()

  const { page } = await launchApp()
  await page.getByRole('button', { name: /^练习任务/ }).click()
  await expect(page.getByTestId('count')).toHaveText('2 / 2 户')
  await expect(page.getByTestId('households')).toContainText('李安')
})

test('shows that there is no list only once it has looked', async ({ app: { page } }) => {
  await page.evaluate(() => {
    const seen = new Set<string>()
    Object.assign(window, { seen })
    const look = () => seen.add(document.querySelector('.empty')?.textContent?.trim() ?? '')
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true })
  })
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toHaveText('120 / 120 户')
  const seen = await page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen])
  expect(seen.join()).not.toContain('还没有名单')
})

test('refuses a file that is no list, changes nothing, and lives on', async ({ app: { page } }) => {
  await page.getByTestId('practice').click()
  await page.getByRole('link', { name: '名单' }).click()
  await dropRoster(page, 'list.xlsx', Buffer.from('PK\u0003\u0004 not a workbook at all'))
  await expect(page.getByTestId('found')).toContainText('没有导入')
  await expect(page.getByTestId('problems')).toBeVisible()
  await expect(page.getByTestId('adopt')).toHaveCount(0)
  await page.getByRole('link', { name: '任务', exact: true }).click()
  await expect(page.getByTestId('count')).toHaveText('120 / 120 户')
})

test('opens a sealed project with its passcode and with no other @electron', async ({ launchApp }) => {
  const first = await launchApp()
  await newProject(first.page, { title: '云岭县 2020', person: '组长甲', passcode: 'correct horse' })
  await dropRoster(first.page, 'roster.xlsx', rosterFile())
  await first.page.getByTestId('adopt').click()
  await expect(first.page.getByTestId('adopted')).toBeVisible()
  await first.kill()

  const { page } = await launchApp()
  await page.getByRole('button', { name: /云岭县/ }).click()
  await page.getByLabel('输入口令').fill('wrong horse')
  await page.getByRole('button', { name: '打开' }).click()
  await expect(page.getByTestId('problems')).toBeVisible()
  // What was wrong is selected: it is typed over.
  await expect(page.getByLabel('输入口令')).toBeFocused()
  await page.keyboard.type('correct horse')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('households')).toContainText('李安')
})

test('speaks English throughout when asked, and Chinese first', async ({ app: { page } }) => {
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toBeVisible()
  await page.getByTestId('language').click()
  await expect(page.getByTestId('count')).toHaveText('120 of 120 households')
  await expect(page.getByTestId('households')).toContainText('Exit confirmed')
  // Only what people wrote (names, villages, titles) stays as it is.
  const frame = await page.locator('nav, .frame > header, .filters, .head').allInnerTexts()
  expect(frame.join().replace(/练习任务|练习员.|中文|..?村|..乡/g, '')).not.toMatch(/[\u4e00-\u9fff]/)
})

test('writes the review workbook, and says where it went', async ({ app: { page } }) => {
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toBeVisible()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出工作簿' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('练习任务-2020-12-31.xlsx')
  await expect(page.getByRole('status').filter({ hasText: '已导出' })).toBeVisible()
})

test('writes ID numbers in full only for a reason, which the cover tells', async ({ app: { page } }) => {
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toBeVisible()
  await page.getByRole('button', { name: '证件号码写全' }).click()
  const panel = page.getByRole('complementary', { name: '证件号码写全' })
  const save = panel.getByRole('button', { name: '导出' })
  await expect(save).toBeDisabled()
  await panel.getByLabel('原因').fill('公安核对')
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()])
  await expect(panel).toBeHidden()
  const sheets = JSON.stringify(read(await readFile(await download.path()), { dense: true }).Sheets)
  expect(sheets).toMatch(/539901(19|20)\d{6}/)
  expect(sheets).toMatch(/\d{4}-\d{2}-\d{2} \d{2}:\d{2}：公安核对/)
})
