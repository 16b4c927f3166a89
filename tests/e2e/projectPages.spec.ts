import { accessFaults } from './accessFaults'
import type { Page } from '@playwright/test'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './fixtures'
import { newProject } from './newProject'

const PASSCODE = 'correct horse'

async function openPractice(page: Page): Promise<void> {
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toHaveText('120 / 120 户')
}

/** The result of the household that the list has chosen, by its key. */
async function openResult(page: Page): Promise<void> {
  await expect(page.getByTestId('to-result')).toBeVisible()
  await page.getByTestId('households').focus()
  await page.keyboard.press('r')
  await expect(page.getByTestId('sheet')).toBeVisible()
}

/** A sealed project without a roster, open on its first page. */
async function makeSealed(page: Page): Promise<void> {
  await newProject(page, { title: '云岭县 2020', person: '组长甲', passcode: PASSCODE })
  await expect(page.getByRole('link', { name: '任务设定' })).toBeVisible()
}

async function unlock(page: Page, passcode: string): Promise<void> {
  await page.getByLabel('输入口令').fill(passcode)
  await page.keyboard.press('Enter')
}

test('shows the whole result of a household by keyboard alone, and comes back to it', async ({
  app: { page },
}) => {
  await openPractice(page)
  await page.getByTestId('households').focus()
  await page.keyboard.press('Home')
  const head = await page.getByTestId('glance').getByRole('heading').first().textContent()
  await page.keyboard.press('r')
  const sheet = page.getByTestId('sheet')
  await expect(sheet.getByRole('heading', { level: 2 })).toContainText(head ?? '—')
  await expect(sheet.getByTestId('result')).toHaveCount(7)
  await expect(sheet.getByTestId('ledger').getByRole('row').first()).toBeVisible()
  await expect(page.getByTestId('history').getByRole('row').nth(20)).toBeVisible()
  await page.keyboard.press('Alt+PageDown')
  await expect(sheet.getByRole('heading', { level: 2 })).not.toContainText(head ?? '—')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('count')).toBeVisible()
  await expect(page.getByTestId('glance').getByRole('heading').first()).not.toHaveText(head ?? '')
})

test('keeps every sheet to one page of paper', async ({ app: { page } }) => {
  await openPractice(page)
  await openResult(page)
  for (let turn = 0; turn < 12; turn++) {
    await expect(page.getByTestId('sheet')).toBeVisible()
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1)
    await page.keyboard.press('Alt+PageDown')
  }
})

test('lists every dated value with its source, and says which is in force and why', async ({
  app: { page },
}) => {
  await openPractice(page)
  await page.getByRole('link', { name: '标准', exact: true }).click()
  const line = page.locator('[data-parameter="poverty_line"]')
  await expect(line.locator('[data-standing="in_force"]')).toContainText('采用：收入期间止于 2020 年')
  await expect(line.getByText('来源未证实')).toHaveCount(3)
  await expect(page.locator('[data-parameter="water_litres_min"]')).toContainText('供参考，不作判定')
  await page.getByLabel('显示').selectOption('unconfirmed')
  await expect(line.getByRole('row')).toHaveCount(3)
})

test('changes what a project is judged by only with a reason, shows what follows, and keeps the reason', async ({
  app: { page },
}) => {
  await openPractice(page)
  await page.getByRole('link', { name: '任务设定' }).click()
  await page.getByLabel(/^地区/).selectOption('43')
  await expect(page.getByTestId('follows')).toContainText('< 2 %')
  await page.getByLabel('基准日', { exact: true }).fill('2022-06-30')
  await expect(page.getByTestId('follows').getByTestId('problems')).toBeVisible()
  await expect(page.getByRole('button', { name: '改设定' })).toBeDisabled()
  await page.getByLabel('基准日', { exact: true }).fill('2020-01-30')
  await expect(page.getByTestId('follows')).toContainText('3,218')
  await page.locator('[data-parameter="water_fetch_minutes_max"] select').selectOption({ index: 2 })
  await page.getByRole('button', { name: '改设定' }).click()
  await expect(page.getByTestId('problems')).toContainText('理由')
  await page.getByLabel('为什么改').fill('县里改了基准日')
  await page.getByRole('button', { name: '改设定' }).click()
  const history = page.getByTestId('settings-history')
  await expect(history.getByRole('row')).toHaveCount(4)
  await expect(history.getByText('县里改了基准日')).toHaveCount(3)
  await page.getByRole('link', { name: '标准', exact: true }).click()
  await expect(page.locator('[data-standing="chosen"]')).toContainText('30')
  await page.getByRole('link', { name: '任务', exact: true }).click()
  await openResult(page)
  await expect(page.getByTestId('incomes').locator('[data-figure="line"]')).toHaveText('3,218')
})

test('keeps the language for this device @electron', async ({ launchApp }) => {
  const first = await launchApp()
  await openPractice(first.page)
  await first.page.getByRole('link', { name: '设置', exact: true }).click()
  await first.page.getByLabel('语言').selectOption('en')
  await expect(first.page.getByRole('heading', { level: 2 })).toHaveText('Settings')
  await first.close()
  const { page } = await launchApp()
  await expect(page.getByRole('button', { name: 'New practice project' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test('locks after minutes without a touch, and comes back to the same page', async ({ app: { page } }) => {
  await page.clock.install()
  await makeSealed(page)
  await page.getByRole('link', { name: '设置', exact: true }).click()
  await page.getByLabel('多久不动就锁定').selectOption('5')
  await page.clock.runFor('04:30')
  await page.keyboard.press('Shift')
  await page.clock.runFor('04:30')
  await expect(page.getByRole('heading', { name: '设置' })).toBeVisible()
  await page.clock.runFor('00:40')
  await expect(page.getByRole('heading', { name: '云岭县 2020' })).toBeVisible()
  await expect(page.getByText('已锁定。输入口令')).toBeVisible()
  await page.clock.resume()
  await unlock(page, 'wrong horse')
  await expect(page.getByTestId('problems')).toBeVisible()
  await unlock(page, PASSCODE)
  await expect(page.getByRole('heading', { name: '设置' })).toBeVisible()
})

test('never locks a practice project, which has no passcode', async ({ app: { page } }) => {
  await page.clock.install()
  await openPractice(page)
  await page.clock.runFor('02:00:00')
  await page.keyboard.press('Control+l')
  await expect(page.getByTestId('count')).toHaveText('120 / 120 户')
})

test('takes another passcode for the old one @electron', async ({ app: { page } }) => {
  await makeSealed(page)
  await page.getByRole('link', { name: '设置', exact: true }).click()
  await page.getByLabel('现在的口令').fill(PASSCODE)
  await page.getByLabel('新口令', { exact: true }).fill('battery staple')
  await page.getByLabel('再输一次新口令').fill('battery staple')
  await page.getByRole('button', { name: '换口令' }).click()
  await expect(page.getByText('已换。')).toBeVisible()
  await page.keyboard.press('Control+l')
  await unlock(page, PASSCODE)
  await expect(page.getByTestId('problems')).toBeVisible()
  await unlock(page, 'battery staple')
  await expect(page.getByRole('heading', { name: '设置' })).toBeVisible()
})

test('backs up into one file with nothing readable in it, and unites it with the project here', async ({
  app: { page },
}) => {
  await makeSealed(page)
  await page.getByRole('link', { name: '设置', exact: true }).click()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('backup').click()])
  expect(download.suggestedFilename()).toMatch(/^云岭县 2020-.*\.yihu-backup$/)
  const path = await download.path()
  expect((await readFile(path)).includes('组长甲')).toBe(false)
  await page.getByRole('button', { name: '换任务' }).click()
  await chooseFile(page, path)
  await page.getByLabel('输入口令').fill(PASSCODE)
  await page.getByRole('button', { name: '恢复', exact: true }).click()
  await expect(page.getByTestId('restored')).toContainText('补入 0 条改动')
})

test('refuses a file that is no backup', async ({ app: { page }, profile }) => {
  const notes = join(profile, 'notes.yihu-backup')
  await writeFile(notes, 'no backup at all')
  await chooseFile(page, notes)
  await expect(page.getByTestId('problems')).toContainText('不是一户的备份文件')
})

async function chooseFile(page: Page, path: string): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByTestId('restore').click()])
  await chooser.setFiles(path)
}

test('has no fault for people who read it with other means', async ({ app: { page } }) => {
  expect(await accessFaults(page)).toEqual([])
  await page.getByRole('button', { name: '新建评估任务' }).click()
  expect(await accessFaults(page)).toEqual([])
  await page.getByRole('button', { name: '取消' }).click()
  await openPractice(page)
  for (const name of ['标准', '任务设定', '设置', '导出']) {
    await page.getByRole('link', { name, exact: true }).click()
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
    expect([name, await accessFaults(page)]).toEqual([name, []])
  }
  await page.getByRole('link', { name: '任务', exact: true }).click()
  await openResult(page)
  expect(await accessFaults(page)).toEqual([])
})

test('speaks one language at a time on every page of the project', async ({ app: { page } }) => {
  await openPractice(page)
  const pages = ['standards', 'project', 'settings'] as const
  const links = { standards: '标准', project: '任务设定', settings: '设置' }
  for (const name of pages) {
    await page.getByRole('link', { name: links[name], exact: true }).click()
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
    const words = await page.locator('main').innerText()
    // Codes of standards, file formats, keys, the data's folder and the other language's own name stay as they are.
    expect(words.replace(/T\/CHES|XLSForm|Excel|English|Ctrl\+L|Esc|\/\S+/g, '')).not.toMatch(/[A-Za-z]{3,}/)
  }
  await page.getByTestId('language').click()
  for (const name of ['Standards', 'Project', 'Settings']) {
    await page.getByRole('link', { name, exact: true }).click()
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
    const words = await page.locator('main').innerText()
    expect(words.replace(/中文|练习员[甲乙丙]?|练习任务/g, '')).not.toMatch(/[\u4e00-\u9fff]/)
  }
})
