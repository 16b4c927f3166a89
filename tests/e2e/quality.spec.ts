import type { Page } from '@playwright/test'
import { compose } from './compose'
import { expect, test } from './fixtures'
import { choosePerson } from './listPerson'
import { accessFaults } from './accessFaults'

/** To a page of the rail, by keyboard. */
async function go(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name, exact: true }).focus()
  await page.keyboard.press('Enter')
}

async function sitDown(page: Page, person: string): Promise<void> {
  await go(page, '设置')
  await page.getByTestId('next-person').focus()
  await choosePerson(page, 'next-person', person)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('person')).toHaveText(person)
}

/** Nothing is wider than the window. */
async function fits(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
}

test('a lead sees a hurried interview, sends it back, and its assessor corrects it first thing @electron', async ({
  app: { page },
}) => {
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toHaveText('120 / 120 户')
  await go(page, '设置')
  const lead = (await page.getByTestId('person').textContent()) ?? ''

  await go(page, '质量')
  const total = page.getByTestId('progress-total')
  await expect(total.locator('[data-column=planned]')).toHaveText('120')
  expect(await accessFaults(page)).toEqual([])
  expect(await fits(page)).toBe(true)
  await page.keyboard.press('2')
  await expect(page.getByTestId('progress')).toHaveAccessibleName('进度：按人')
  await expect(total.locator('[data-column=planned]')).toHaveText('120')
  // A person's number leads to the household list, narrowed to that person.
  const number = page.getByTestId('progress').getByRole('button').first()
  const planned = (await number.textContent())?.trim() ?? ''
  await number.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('count')).toHaveText(`${planned} / 120 户`)
  await expect(page.getByLabel('谁的户')).not.toHaveValue('')
  expect(await fits(page)).toBe(true)
  await page.getByTestId('households').press('0')
  await expect(page.getByTestId('count')).toHaveText('120 / 120 户')
  await go(page, '质量')
  await page.keyboard.press('3')
  const findings = page.getByTestId('finding')
  await expect(findings.first()).toBeVisible()
  await expect(page.getByTestId('quality-reading')).toHaveCount(0)
  expect(await accessFaults(page)).toEqual([])
  expect(await fits(page)).toBe(true)

  // A threshold is changed with a reason, and holds at once.
  await expect(page.getByTestId('in-force')).toHaveText('12 分钟')
  const hurried = await findings.count()
  await page.keyboard.press('m')
  await page.getByTestId('threshold').fill('2')
  await page.keyboard.press('Tab')
  await compose(page, '练习')
  expect(await accessFaults(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('in-force')).toHaveText('2 分钟')
  await expect(findings).toHaveCount(0)
  await page.keyboard.press('m')
  await expect(page.getByTestId('threshold-form')).toContainText(`${lead}：2 分钟 练习`)
  await page.getByTestId('threshold').fill('12')
  await page.keyboard.press('Tab')
  await compose(page, '照旧')
  await page.keyboard.press('Enter')
  await expect(findings).toHaveCount(hurried)

  // The next check and back, then into the interview and back.
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('[data-check=overlapping]')).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowDown')
  const chosen = page.getByTestId('finding-list').locator('[aria-selected=true]')
  const head = (await chosen.getByTestId('finding').textContent()) ?? ''
  const assessor = (await chosen.getByRole('gridcell').nth(3).textContent()) ?? ''
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('result-page')).toContainText(head)
  await page.keyboard.press('Escape')
  await expect(chosen).toContainText(head)

  await page.keyboard.press('t')
  await expect(page.getByTestId('return-question')).toBeFocused()
  expect(await accessFaults(page)).toEqual([])
  await page.keyboard.type('food_enough')
  await page.keyboard.press('Tab')
  await compose(page, '粮食够吃几个月？')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('return-question').last()).toBeFocused()
  await compose(page, '不是问题的字')
  await page.keyboard.press('Tab')
  await compose(page, '再看一眼被褥')
  await page.getByTestId('return-whole').fill('访谈只有五分钟')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('请从列表里选一道题')
  await page.getByTestId('return-question').last().fill('bedding')
  await page.getByTestId('return-whole').press('Enter')
  await expect(page.getByTestId('returned-list').getByRole('listitem')).toHaveCount(3)
  expect(await accessFaults(page)).toEqual([])

  // The comment on the whole is withdrawn with a reason, and made again.
  await page.getByTestId('withdraw').last().focus()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('withdraw-why')).toBeFocused()
  await compose(page, '写得太笼统')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('withdrawn-list')).toContainText('收回：写得太笼统')
  await expect(page.getByTestId('withdraw')).toHaveCount(2)
  expect(await accessFaults(page)).toEqual([])
  await page.keyboard.press('t')
  await page.getByTestId('return-whole').fill('只用了五分钟')
  await page.getByTestId('return-whole').press('Enter')
  await expect(page.getByTestId('withdraw')).toHaveCount(3)

  // Whoever sent it back has nothing to do with it; its assessor sees it first.
  await sitDown(page, assessor)
  await go(page, '任务')
  await expect(page.getByTestId('returned-count')).toContainText('退回 1 户')
  const first = page.getByTestId('households').getByRole('row').first()
  await expect(first).toContainText(head)
  await expect(first).toContainText('退回')
  await expect(first).toHaveAttribute('aria-selected', 'true')
  expect(await accessFaults(page)).toEqual([])
  await page.getByTestId('households').press('t')
  await expect(page.getByTestId('count')).toHaveText('1 / 120 户')
  await page.getByTestId('households').press('Enter')
  const banner = page.getByTestId('returned')
  await expect(banner).toContainText('还有 3 处没改')
  await expect(page.locator('[data-question=food_enough]')).toBeVisible()
  await expect(page.getByTestId('comment')).toContainText('粮食够吃几个月？')
  expect(await accessFaults(page)).toEqual([])
  await page.keyboard.press('1')
  await expect(banner).toContainText('还有 2 处没改')
  await page.keyboard.press('t')
  await expect(page.locator('[data-question=bedding]')).toBeVisible()
  await page.keyboard.press('1')
  await expect(banner).toContainText('还有 1 处没改')

  // The whole interview has no answer to correct: what was done is written.
  await page.keyboard.press('o')
  await page.keyboard.press('1')
  await expect(page.getByTestId('return-reply')).toHaveCount(1)
  await expect(page.getByTestId('close-save')).toBeDisabled()
  await page.getByTestId('return-reply').fill('又去了一趟，逐题核过')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('closed')).toBeVisible()
  await expect(banner).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('returned-count')).toHaveCount(0)
  await page.getByTestId('households').press('r')
  const history = page.getByTestId('history')
  await expect(history).toContainText('粮食够吃几个月？')
  await expect(history).toContainText('又去了一趟，逐题核过')
})

test('what is ticked is put side by side, and goes back together with one comment', async ({
  app: { page },
}) => {
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toHaveText('120 / 120 户')
  await go(page, '质量')
  await page.keyboard.press('3')
  await expect(page.getByTestId('finding').first()).toBeVisible()
  await page.getByTestId('finding-list').focus()
  await page.keyboard.press(' ')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press(' ')
  await expect(page.getByTestId('tick').filter({ hasText: '☑' })).toHaveCount(2)

  await page.keyboard.press('s')
  await expect(page.getByTestId('beside')).toBeFocused()
  await expect(page.getByTestId('beside').getByRole('columnheader')).toHaveCount(3)
  expect(await accessFaults(page)).toEqual([])
  expect(await fits(page)).toBe(true)
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('finding-list')).toBeFocused()

  await page.keyboard.press('t')
  await expect(page.getByTestId('return-all-comment')).toBeFocused()
  expect(await accessFaults(page)).toEqual([])
  await compose(page, '太快了，请再去一趟')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('sent-back')).toHaveCount(2)
  await expect(page.getByTestId('tick').filter({ hasText: '☑' })).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('returned-list')).toContainText('太快了，请再去一趟')
})
