import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Page } from '@playwright/test'
import { compose } from './compose'
import { cellsNamed } from '../office/namedCells'
import { withProposals } from '../office/withProposals'
import { dropRoster } from './dropRoster'
import { enumerate, newCensus } from './enumerate'
import { expect, test } from './fixtures'
import { endVisit, visit } from './hand'
import { exportWorkbook } from './saveAs'
import { beginTeam, joinBy, putOnRoll, send, take } from './teamwork'

const PASSCODE = 'correct horse'

/** Ends the visit of a household that is not enumerated; `key`: its place among the outcomes. */
async function closeWithout(page: Page, name: string, key: string, reason: string): Promise<void> {
  const hand = await visit(page, name)
  await hand.press('o', key)
  await compose(page, reason)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('closed')).toBeVisible()
  await page.keyboard.press('Enter')
}

/** Enumerates a household from the list, and leaves it. */
async function enumerateFrom(
  page: Page,
  name: string,
  other?: Parameters<typeof enumerate>[1],
): Promise<void> {
  await page.getByRole('link', { name: '任务', exact: true }).click()
  await enumerate(await visit(page, name), other)
  await page.keyboard.press('Enter')
}

const VILLAGE = { choices: 12, numbers: ['120000', '7', '3', '2'] } as const
const COUNTY = { choices: 7, numbers: ['1', '1', '1', '1', '1', '1', '1', '3', '6', '普查办'] } as const

/** Fills the form of the area that is open, every choice the first, by keyboard. */
async function fillArea(page: Page, { choices, numbers }: typeof VILLAGE | typeof COUNTY): Promise<void> {
  const form = page.getByTestId('area-form')
  const questions = form.locator('li')
  for (let at = 0; at < choices; at++) {
    await expect(questions.nth(at).locator(':focus')).toBeVisible()
    await page.keyboard.press('1')
  }
  for (const [nth, text] of numbers.entries()) {
    await expect(questions.nth(choices + nth).locator(':focus')).toBeVisible()
    await compose(page, text)
    await page.keyboard.press('Enter')
  }
  await expect(page.getByTestId('correction')).toBeVisible()
  await page.keyboard.press('Escape')
}

/** The page of the county, or of its only village, from the board. */
async function openArea(page: Page, which: 'village' | 'county'): Promise<void> {
  await page.getByRole('link', { name: '覆盖' }).click()
  await expect(page.getByTestId('coverage-board')).toBeVisible()
  if (which === 'county') return page.keyboard.press('c')
  await page.getByTestId('coverage-board').getByRole('rowgroup').last().focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('area')).toContainText('石门村')
}

/** Closes the area whose form was filled: nothing is missing, so no reason is asked. */
async function closeArea(page: Page): Promise<void> {
  await expect(page.getByTestId('closing')).toContainText('可以收口')
  await page.keyboard.press('s')
  await expect(page.getByTestId('closed-by')).toContainText('普查员甲')
}

/** Hands the workbook to the page of returned workbooks, and takes what is proposed in it. */
async function takeProposals(page: Page, workbook: Uint8Array): Promise<void> {
  await page.getByTestId('return-review').click()
  await dropRoster(page, '普查.xlsx', workbook)
  await expect(page.getByTestId('review-questions')).toContainText('邻居说的')
  await page.getByTestId('take-later').click()
}

test('a small county: a lead and two enumerators, from the list to the closed county, a check, the workbook and a correction', async ({
  launchApp,
  profile,
}) => {
  const [chief, first, second] = await Promise.all([launchApp('lead'), launchApp('a'), launchApp('b')])
  const file = (name: string): string => join(profile, `${name}.yihu`)
  await newCensus(chief.page)
  const code = await beginTeam(chief.page, '普查员甲')
  const others = [[first, '乙'], [second, '丙']] as const // prettier-ignore
  for (const [app, name] of others)
    await putOnRoll(chief.page, await joinBy(app.page, { code, name, passcode: PASSCODE }), name)
  await chief.page.getByLabel('分给').first().selectOption('乙')
  await chief.page.getByRole('button', { name: '单独分了 0 户' }).click()
  await chief.page.getByLabel('钱五家分给').selectOption('丙')
  for (const [app, name] of others) {
    const path = await send(chief, file(`to-${name}`), name)
    await dropRoster(app.page, basename(path), await readFile(path))
    await app.page.getByRole('link', { name: '任务', exact: true }).click()
    await expect(app.page.getByTestId('count')).toHaveText(name === '乙' ? /^2 \/ 2/ : /^1 \/ 1/)
  }

  // Both enumerate what is theirs; nobody was at home at one door.
  await enumerateFrom(first.page, '李建国')
  await closeWithout(first.page, '赵四', '5', '不愿登记')
  await second.page.getByRole('link', { name: '任务', exact: true }).click()
  await closeWithout(second.page, '钱五', '4', '电话打不通，邻居不知去向')
  await take(chief.page, await send(first, file('from-a')), await send(second, file('from-b')))

  // The village's form and the county's; both are closed without a reason, as nothing is missing.
  await openArea(chief.page, 'village')
  await fillArea(chief.page, VILLAGE)
  await closeArea(chief.page)
  await openArea(chief.page, 'county')
  await fillArea(chief.page, COUNTY)
  await closeArea(chief.page)

  // Another draws no conclusion from the first answers: 丙 enumerates blindly what 乙 enumerated.
  await chief.page.getByRole('link', { name: '事后抽查', exact: true }).click()
  await chief.page.getByTestId('check').focus()
  await chief.page.keyboard.press('d')
  await chief.page.getByTestId('check-villages').fill('1')
  await chief.page.getByTestId('check-households').fill('1')
  await chief.page.getByRole('checkbox', { name: '丙' }).check()
  await chief.page.keyboard.press('Enter')
  await expect(chief.page.getByTestId('check-progress')).toContainText('丙10')
  await take(second.page, await send(chief, file('check'), '丙'))
  await enumerateFrom(second.page, '李建国', { food_protein: ['2'] })
  await take(chief.page, await send(second, file('checked')))
  await chief.page.getByRole('link', { name: '事后抽查', exact: true }).click()
  await expect(chief.page.getByTestId('check-progress')).toContainText('丙11')
  await expect(chief.page.getByRole('table', { name: '每一处不同' })).toContainText('李建国')

  // A reviewer proposes another answer in the workbook. Nothing is taken in a closed county: it is opened, with a reason.
  await chief.page.getByRole('link', { name: '任务', exact: true }).click()
  const workbook = new Uint8Array(await exportWorkbook(chief, profile))
  const [key] = cellsNamed(workbook, 'Census_key').map(({ value }) => String(value))
  const proposal = { question: 'bedding', value: '不够', reason: '邻居说的', by: '普查员甲' }
  const proposed = withProposals(workbook, [{ ...proposal, household: key ?? '' }])
  await takeProposals(chief.page, proposed)
  await expect(chief.page.getByTestId('problems')).toContainText('收口')
  for (const area of ['county', 'village'] as const) {
    await openArea(chief.page, area)
    await chief.page.keyboard.press('s')
    await compose(chief.page, '复核后更正')
    await chief.page.keyboard.press('Control+Enter')
    await expect(chief.page.getByTestId('closed-by')).toHaveCount(0)
  }
  await chief.page.getByRole('link', { name: '任务', exact: true }).click()
  await takeProposals(chief.page, proposed)
  await expect(chief.page.getByTestId('review-taken')).toContainText('已退回提问 1 处')

  // Its enumerator corrects it, and everything is closed again.
  await take(first.page, await send(chief, file('returned'), '乙'))
  await first.page.getByRole('link', { name: '任务', exact: true }).click()
  await expect(first.page.getByTestId('returned-count')).toContainText('退回 1 户')
  const again = await visit(first.page, '李建国')
  expect(await again.question()).toBe('bedding')
  await first.page.keyboard.press('2')
  await expect(first.page.getByTestId('returned')).toContainText('还有 0 处没改')
  await endVisit(again)
  await take(chief.page, await send(first, file('corrected')))
  for (const area of ['village', 'county'] as const) {
    await openArea(chief.page, area)
    await closeArea(chief.page)
  }
  await chief.page.getByRole('link', { name: '统计表', exact: true }).click()
  await expect(chief.page.getByTestId('table-bedding')).toContainText('不够1100.00 %')
})
