import type { Page } from '@playwright/test'
import { codesIn } from '../application/texts/codesIn'
import { accessFaults } from './accessFaults'
import { compose } from './compose'
import { dropRoster } from './dropRoster'
import { enumerate, newCensus } from './enumerate'
import { expect, test } from './fixtures'
import { visit } from './hand'
import { rosterFile } from './rosterFile'

/** A census with a list of two villages, open on its households. */
async function openCensus(page: Page): Promise<void> {
  await page.getByRole('button', { name: '新建评估任务' }).click()
  await page.getByLabel('任务类型').selectOption('census')
  await page.getByLabel('任务名称').fill('云岭县普查')
  await page.getByLabel('你的姓名').fill('组长甲')
  await page.getByLabel('口令', { exact: true }).fill('correct horse')
  await page.getByLabel('再输一次口令').fill('correct horse')
  await page.getByRole('button', { name: '建立任务' }).click()
  await page.getByRole('link', { name: '名单' }).click()
  await dropRoster(page, 'list.xlsx', rosterFile())
  await page.getByTestId('adopt').click()
  await expect(page.getByTestId('adopted')).toBeVisible()
  await page.getByRole('link', { name: '任务', exact: true }).click()
  await expect(page.getByTestId('count')).toHaveText(/^2 /)
}

/** The page of the first village of the board, by keyboard. */
async function openVillage(page: Page, key: string): Promise<void> {
  await page.getByRole('link', { name: '覆盖' }).click()
  const board = page.getByTestId('coverage-board').getByRole('rowgroup').last()
  await board.focus()
  await page.keyboard.press('Home')
  const wanted = board.locator(`[data-key$="${key}"]`)
  if ((await wanted.getAttribute('aria-current')) !== 'true') await page.keyboard.press('ArrowDown')
  await expect(wanted).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('area')).toContainText(key)
}

test('a closed village refuses an answer until it is opened with a reason @electron', async ({
  app: { page },
}) => {
  await openCensus(page)
  await openVillage(page, '石门村')
  // The first question is asked; a digit answers and goes on.
  await expect(page.getByTestId('area-form').locator('[data-question=hard_road] :focus')).toBeVisible()
  await page.keyboard.press('1')
  await expect(page.locator('[data-question=hard_road] [aria-checked=true]')).toHaveText(/是/)
  await expect(page.locator('[data-question=power] :focus')).toBeVisible()
  expect(await accessFaults(page)).toEqual([])

  await expect(page.getByTestId('lacks')).toContainText('还有 1 户没有登记完')
  await page.keyboard.press('s')
  await compose(page, '封路，提前收口')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('closed-by')).toContainText('组长甲')
  await expect(page.getByTestId('form-closed')).toBeVisible()
  await expect(page.locator('[data-question=hard_road]').getByRole('radio').last()).toBeDisabled()
  expect(await accessFaults(page)).toEqual([])

  await page.keyboard.press('Escape')
  await expect(page.getByTestId('coverage-board')).toContainText('已收口')
  await page.getByRole('link', { name: '任务', exact: true }).click()
  await visit(page, '李安')
  await page.keyboard.press('1')
  await expect(page.getByTestId('saved')).toContainText('收口')
  await page.keyboard.press('Escape')

  await openVillage(page, '石门村')
  await expect(page.getByTestId('closed-by')).toContainText('组长甲')
  await page.keyboard.press('s')
  await compose(page, '路通了，补登')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('closed-by')).toHaveCount(0)
  await page.getByRole('link', { name: '任务', exact: true }).click()
  const hand = await visit(page, '李安')
  await hand.press('1')
  await expect(page.getByTestId('saved')).toContainText('已保存')
})

test('the pages of coverage say nothing in words of programs, and fit a small window', async ({
  app: { page },
}) => {
  await openCensus(page)
  await page.setViewportSize({ width: 1024, height: 700 })
  await page.getByRole('link', { name: '覆盖' }).click()
  for (const key of ['1', '2', '3', '4', 'c']) {
    await page.keyboard.press(key)
    await page
      .getByTestId({ c: 'area-form', '3': 'next-steps', '4': 'check-list' }[key] ?? 'coverage-board')
      .waitFor()
    expect.soft(codesIn(await page.locator('main').innerText(), ['Ctrl', 'Esc']), key).toEqual([])
    expect.soft(await accessFaults(page), key).toEqual([])
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect.soft(width, key).toBeLessThanOrEqual(1024)
  }
})

test('numbers of the board lead to the households behind them', async ({ app: { page } }) => {
  await openCensus(page)
  await page.getByRole('link', { name: '覆盖' }).click()
  await expect(page.getByTestId('coverage-rate')).toHaveText('0.00 %')
  const village = page.getByTestId('coverage-board').locator('[data-key$="坪子村"]')
  await village.locator('[data-column=not_visited]').getByRole('button').click()
  await expect(page.getByTestId('count')).toHaveText(/^1 \/ 2/)
  await expect(page.getByTestId('households')).toContainText('王宁')
  await page.getByRole('link', { name: '覆盖' }).click()
  await page.keyboard.press('3')
  await expect(page.getByTestId('next-steps').locator('[data-step=most_open]')).toContainText('2 户')
})

test('checks across forms are told at the form, ask for a reason to close, and are all at the desk @electron', async ({
  app: { page },
}) => {
  await newCensus(page)
  const hand = await visit(page, '李建国')
  // An allowance, and no income from transfers: a note.
  await enumerate(hand, { support_received: ['1', '5', '7', 'Enter'] })

  await page.getByRole('link', { name: '覆盖' }).click()
  await page.getByTestId('coverage-board').getByRole('rowgroup').last().focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  const form = page.getByTestId('area-form')
  await form.locator('#area-registered_population').fill('1')
  await page.keyboard.press('Enter')
  const findings = form.locator('[data-question=registered_population] [data-finding]')
  await expect(findings).toHaveText(/警告\s*登记了 4 人，户籍人口却只填了 1 人。/)
  await form.locator('#area-natural_villages').fill('2')
  await page.keyboard.press('Enter')
  const finding = form.locator('[data-question=natural_villages] [data-finding]')
  await expect(finding).toHaveText(/错误\s*自然村 2 个，比户籍人口 1 人还多。/)
  await expect(page.getByTestId('lacks')).toContainText('有 1 处核对错误')
  await form.locator('#area-registered_population').fill('1200')
  await page.keyboard.press('Enter')
  await expect(finding).toHaveCount(0)
  await expect(findings).toHaveCount(0)
  await form.locator('#area-clinic').getByRole('radio', { name: '否' }).click()
  await form.locator('#area-doctor').getByRole('radio', { name: '是' }).click()
  await expect(form.locator('[data-question=doctor] [data-finding]')).toContainText('却没有卫生室')
  expect(await accessFaults(page)).toEqual([])

  await page.getByRole('button', { name: /覆盖/ }).click()
  await page.keyboard.press('4')
  const list = page.getByTestId('check-list')
  await expect(list.locator('[data-check=doctor_without_clinic]')).toContainText('警告')
  await expect(list).toContainText('李建国')
  expect(await accessFaults(page)).toEqual([])
  expect(codesIn(await page.locator('main').innerText(), ['Ctrl', 'Esc'])).toEqual([])
  // The gravest is chosen first: it leads to the village and back.
  await list.focus()
  await page.keyboard.press('Enter')
  await expect(form).toBeVisible()
  await page.getByRole('button', { name: /覆盖/ }).click()
  await page.getByTestId('check-tier').selectOption('note')
  await expect(list.getByRole('row')).toHaveCount(1)
  await list.focus()
  await page.keyboard.press('t')
  await expect(page.getByTestId('return-form')).toBeVisible()
})
