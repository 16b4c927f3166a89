import type { Page } from '@playwright/test'
import { read, utils } from 'xlsx'
import { compose } from './compose'
import { dropRoster } from './dropRoster'
import { expect, test } from './fixtures'
import { answerLedger, answerRest, answerToLedger, answerUnregistered, endVisit, visit } from './hand'
import { newProject } from './newProject'
import { h1Roster } from './rosterFile'
import { exportWorkbook } from './saveAs'

const PASSCODE = 'correct horse'

async function unlock(page: Page): Promise<void> {
  await page.getByLabel(/口令/).first().fill(PASSCODE)
  await page.keyboard.press('Enter')
}

test('carries a county from its list to a workbook that says what the screen says @electron', async ({
  launchApp,
  profile,
}) => {
  const first = await launchApp()
  await newProject(first.page, { title: '云岭县 2020', person: '组员甲', passcode: PASSCODE })
  await dropRoster(first.page, 'h1.xlsx', h1Roster())
  await first.page.getByTestId('adopt').click()
  await expect(first.page.getByTestId('adopted')).toBeVisible()
  await first.page.getByRole('link', { name: '任务', exact: true }).click()
  await expect(first.page.getByTestId('count')).toHaveText('4 / 4 户')

  // The exited household, to the middle of its ledger; then the battery is pulled.
  const began = await visit(first.page, '李建国')
  await answerToLedger(began)
  await began.press('1', '1')
  await began.type('9000', 'Enter')
  await expect(first.page.getByTestId('saved')).toHaveAttribute('data-state', 'saved')
  await first.kill()

  const app = await launchApp()
  const { page } = app
  await page.getByRole('button', { name: /^云岭县/ }).click()
  await unlock(page)
  await expect(page.getByTestId('count')).toHaveText('4 / 4 户')
  const hand = await visit(page, '李建国')
  expect(await hand.question()).toBe('line_state')
  await hand.press('1')
  await answerLedger(hand, 'begun')
  // A correction, with its reason.
  await hand.press('Escape', 'Alt+3', 'c')
  await compose(page, '先听错了')
  await page.keyboard.press('Enter')
  await hand.press('1', 'Alt+1')
  await page.keyboard.press('Alt+9')
  await hand.press('Tab', 'b')
  await answerRest(hand)
  await endVisit(hand)
  await hand.press('Enter')
  await expect(page.getByTestId('conclusion')).toHaveText('退出属实')

  // Away from the laptop: locked, and unlocked with the passcode alone.
  await page.keyboard.press('Control+l')
  await expect(page.getByTestId('households')).toHaveCount(0)
  await unlock(page)
  await expect(page.getByTestId('count')).toHaveText(/4 户/)

  // The unregistered household has not enough to live on: a suspected omission.
  const poor = await visit(page, '孙六')
  await answerUnregistered(poor)
  await endVisit(poor)
  await poor.press('Enter')
  await expect(page.getByTestId('conclusion')).toHaveText('疑似漏评')

  // A refusal, and the neighbour in its place.
  const refused = await visit(page, '赵四')
  await refused.press('o', '3')
  await page.getByTestId('close-reason').fill('不愿接受访谈')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('closed')).toContainText('拒访')
  await refused.press('1')
  await expect(page.getByTestId('replaced')).toContainText('钱五')
  await page.keyboard.press('Enter')

  // The list takes the focus when one comes back to it.
  await expect(page.getByTestId('households')).toBeFocused()
  await page.getByRole('searchbox').fill('')
  await expect(page.getByTestId('count')).toHaveText('4 / 4 户')
  const workbook = read(await exportWorkbook(app, profile))
  const households = utils.sheet_to_json<Record<string, string>>(workbook.Sheets['户'] ?? {})
  for (const row of households) {
    const shown = page
      .getByTestId('households')
      .getByRole('row')
      .filter({ hasText: row['户主'] ?? '' })
    if (row['结论'] !== '未完成入户') await expect(shown).toContainText(row['结论'] ?? '')
  }
  expect(households.map((row) => [row['户主'], row['结论']])).toEqual([
    ['李建国', '退出属实'],
    ['孙六', '疑似漏评'],
    ['赵四', '未完成入户'],
    ['钱五', '未完成入户'],
  ])
  const corrections = utils.sheet_to_json<Record<string, string>>(workbook.Sheets['修改痕迹'] ?? {})
  expect(corrections.map((row) => row['原因'])).toContain('先听错了')
})
