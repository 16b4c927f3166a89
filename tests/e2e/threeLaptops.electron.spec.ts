import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Page } from '@playwright/test'
import { read, utils } from 'xlsx'
import { dropRoster } from './dropRoster'
import { expect, test, type RunningApp } from './fixtures'
import {
  answerFromFood, answerLedger, answerRest, answerToFood, answerUnregistered, endVisit, visit,
} from './hand' // prettier-ignore
import type { ElectronRunning } from './launchElectron'
import { newProject } from './newProject'
import { h1Roster } from './rosterFile'
import { exportWorkbook, saveAs } from './saveAs'
import { beginTeam, joinBy, putOnRoll, send, take } from './teamwork'

const PASSCODE = 'correct horse'
const TITLE = '云岭县 2020'

/** A new project with its list, led from this laptop. Gives the code by which others join. */
async function lead(page: Page): Promise<string> {
  await newProject(page, { title: TITLE, person: '组长', passcode: PASSCODE })
  await dropRoster(page, 'h1.xlsx', h1Roster())
  await page.getByTestId('adopt').click()
  await expect(page.getByTestId('adopted')).toBeVisible()
  return beginTeam(page, '组长')
}

/** Leaves an interview, ended or not, for the list. */
async function leave(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('households')).toBeVisible()
}

/** Sends a household's interview back with a comment on one question. */
async function sendBack(page: Page, head: string, question: string, comment: string): Promise<void> {
  await page.getByRole('link', { name: '任务', exact: true }).click()
  await page.getByTestId('households').getByRole('row').filter({ hasText: head }).click()
  await page.getByTestId('households').press('r')
  await expect(page.getByTestId('result-page')).toContainText(head)
  await page.keyboard.press('t')
  await expect(page.getByTestId('return-question')).toBeFocused()
  await page.keyboard.type(question)
  await page.keyboard.press('Tab')
  await page.keyboard.type(comment)
  await page.getByTestId('return-whole').press('Enter')
  await expect(page.getByTestId('returned-list').getByRole('listitem')).toHaveCount(1)
}

/** The list of households, with how many there are to be seen. */
async function expectHouseholds(page: Page, count: number): Promise<void> {
  await page.getByRole('link', { name: '任务', exact: true }).click()
  await expect(page.getByTestId('count')).toHaveText(`${count} / ${count} 户`)
}

/** Every sheet of the workbook as it is exported now, row by row. */
async function workbookOf(app: RunningApp, folder: string): Promise<unknown> {
  await app.page.getByRole('link', { name: '任务', exact: true }).click()
  const { Sheets } = read(await exportWorkbook(app, folder))
  return Object.fromEntries(
    Object.entries(Sheets).map(([name, sheet]) => [name, utils.sheet_to_json(sheet, { header: 1 })]),
  )
}

test('three laptops: assigned, interviewed, handed over, merged in both orders, settled, sent back, exported alike', async ({
  launchApp,
  profile,
}) => {
  const [chief, first, second] = await Promise.all([launchApp('lead'), launchApp('a'), launchApp('b')])
  const file = (name: string): string => join(profile, `${name}.yihu`)
  const code = await lead(chief.page)
  for (const [app, name] of [
    [first, '甲'],
    [second, '乙'],
  ] as const)
    await putOnRoll(chief.page, await joinBy(app.page, { code, name, passcode: PASSCODE }), name)

  // The village is 甲's; one of its households is dragged to 乙.
  await chief.page.getByLabel('分给').first().selectOption('甲')
  await chief.page.getByRole('button', { name: '单独分了 0 户' }).click()
  const load = (name: string) => chief.page.getByTestId('load').filter({ hasText: name })
  await chief.page.getByRole('cell', { name: '钱五', exact: true }).dragTo(load('乙'))
  await expect(load('乙')).toHaveText('乙：1 户')
  await expect(load('甲')).toHaveText('甲：3 户')
  for (const [app, name] of [
    [first, '甲'],
    [second, '乙'],
  ] as const) {
    const path = await send(chief, file(`to-${name}`), name)
    await dropRoster(app.page, basename(path), await readFile(path))
  }
  await expectHouseholds(first.page, 3)
  await expectHouseholds(second.page, 1)

  // 甲 begins a household, and it is handed over to 乙, who ends it.
  const begun = await visit(first.page, '李建国')
  await answerToFood(begun)
  await leave(first.page)
  await take(chief.page, await send(first, file('from-a')))
  await chief.page.getByLabel('李建国家分给').selectOption('乙')
  await expect(load('乙')).toHaveText('乙：2 户')
  await take(second.page, await send(chief, file('handed'), '乙'))
  await expectHouseholds(second.page, 2)
  const ended = await visit(second.page, '李建国')
  await answerFromFood(ended)
  await answerLedger(ended)
  await answerRest(ended)
  await endVisit(ended)
  await ended.press('Enter')
  const refused = await visit(second.page, '钱五')
  await refused.press('o', '3')
  await second.page.getByTestId('close-reason').fill('不愿接受访谈')
  await second.page.keyboard.press('Enter')
  await expect(second.page.getByTestId('closed')).toContainText('拒访')
  await leave(second.page)

  // 甲, who has not heard of it, answers one question more, and differently.
  await first.page.getByRole('link', { name: '任务', exact: true }).click()
  const other = await visit(first.page, '李建国')
  expect(await other.question()).toBe('food_enough')
  await other.press('2')
  await leave(first.page)
  const whole = await visit(first.page, '孙六')
  await answerUnregistered(whole)
  await endVisit(whole)
  await leave(first.page)
  const [ofFirst, ofSecond] = [await send(first, file('result-a')), await send(second, file('result-b'))]

  // The lead's copy, from a backup, merges in the other order.
  const backup = join(profile, 'lead.yihu-backup')
  await chief.page.getByRole('link', { name: '设置', exact: true }).click()
  await saveAs(chief, chief.page.getByTestId('backup'), backup)
  const copy = await launchApp('copy')
  const { application } = copy as ElectronRunning
  await application.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, backup)
  await copy.page.getByTestId('restore').click()
  await copy.page.getByLabel('输入口令').fill(PASSCODE)
  await copy.page.keyboard.press('Enter')
  await copy.page.getByRole('button', { name: new RegExp(`^${TITLE}`) }).click()
  await copy.page.getByLabel('输入口令').fill(PASSCODE)
  await copy.page.keyboard.press('Enter')
  await expectHouseholds(copy.page, 4)
  await take(chief.page, ofFirst, ofSecond)
  await take(copy.page, ofSecond, ofFirst)
  for (const { page } of [chief, copy]) await expect(page.getByTestId('conflict')).toHaveCount(1)
  const unsettled = await workbookOf(chief, profile)
  expect(await workbookOf(copy, profile)).toEqual(unsettled)

  // One settles it, and sends all to the other.
  await chief.page.getByRole('link', { name: '团队' }).click()
  await chief.page.getByTestId('settle-reason').fill('电话问过户主')
  await chief.page.getByRole('button', { name: '以此为准' }).first().click()
  await expect(chief.page.getByTestId('conflict')).toHaveCount(0)
  await saveAs(chief, chief.page.getByTestId('package-backup'), file('settled'))
  await take(copy.page, file('settled'))
  await expect(copy.page.getByTestId('conflict')).toHaveCount(0)
  const settled = await workbookOf(chief, profile)
  expect(settled).not.toEqual(unsettled)
  expect(await workbookOf(copy, profile)).toEqual(settled)

  // What is merged already changes nothing.
  await take(chief.page, ofSecond, ofFirst)
  await expect(chief.page.getByTestId('merged')).toContainText('新增 0 条')
  expect(await workbookOf(chief, profile)).toEqual(settled)

  // One interview is sent back to 乙, who looks again; both copies hear of it.
  await sendBack(chief.page, '李建国', 'food_enough', '粮食够吃几个月？')
  await take(second.page, await send(chief, file('returned'), '乙'))
  await second.page.getByRole('link', { name: '任务', exact: true }).click()
  await expect(second.page.getByTestId('returned-count')).toContainText('退回 1 户')
  const again = await visit(second.page, '李建国')
  expect(await again.question()).toBe('food_enough')
  await second.page.keyboard.press('1')
  await expect(second.page.getByTestId('returned')).toContainText('还有 0 处没改')
  await endVisit(again)
  await leave(second.page)
  const corrected = await send(second, file('corrected'))
  for (const { page } of [chief, copy]) {
    await take(page, corrected)
    await expect(page.getByTestId('conflict')).toHaveCount(0)
    await page.getByRole('link', { name: '任务', exact: true }).click()
    await expect(page.getByTestId('returned-count')).toHaveCount(0)
  }
  const atLast = await workbookOf(chief, profile)
  expect(atLast).not.toEqual(settled)
  expect(await workbookOf(copy, profile)).toEqual(atLast)

  // What 甲 has not finished goes to 乙, at one stroke.
  await chief.page.getByRole('link', { name: '团队' }).click()
  await chief.page.getByTestId('hand-from').selectOption('甲')
  await chief.page.getByTestId('hand-to').selectOption('乙')
  await chief.page.getByTestId('hand-reason').fill('甲生病')
  await expect(chief.page.getByTestId('hand')).toHaveText('转交 1 户')
  await chief.page.getByTestId('hand').click()
  await expect(load('乙')).toHaveText('乙：3 户')
  await expect(load('甲')).toHaveText('甲：1 户')
})
