import type { Page } from '@playwright/test'
import { accessFaults } from './accessFaults'
import { expectAllInReach } from './allInReach'
import { compose } from './compose'
import { dropRoster } from './dropRoster'
import { expect, test } from './fixtures'
import { Hand, openInterview } from './hand'
import { newProject } from './newProject'
import { burdenRoster } from './rosterFile'

/** Pages by the name that the rail has for them, and the chapter that speaks of each. */
const PAGES = [
  ['疑点', '16. 疑点和县（组长用）'],
  ['名单', '4. 导入名单'],
  ['团队', '17. 团队（一县几台电脑）'],
  ['标准', '12. 标准和任务设定'],
  ['设置', '13. 设置、锁定、备份'],
  ['任务', '5. 户列表'],
] as const

/** Opens the guide, looks at its chapter, and goes back. */
async function lookUp(page: Page, chapter: string, back: 'F1' | 'Escape' = 'Escape'): Promise<void> {
  await page.keyboard.press('F1')
  const guide = page.getByTestId('guide')
  await expect(guide.getByRole('heading', { level: 2 })).toHaveText(chapter)
  await expect(guide).toBeFocused()
  await page.keyboard.press(back)
  await expect(page.getByTestId('help')).toHaveCount(0)
}

async function practise(page: Page): Promise<void> {
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toHaveText('120 / 120 户')
}

test('opens the guide at the chapter of the page, and goes back to it @electron', async ({
  app: { page },
}) => {
  await page.getByTestId('versions').waitFor()
  await lookUp(page, '1. 开始')
  await practise(page)
  for (const [name, chapter] of PAGES) {
    await page.getByRole('link', { name, exact: true }).click()
    await expect(page.getByRole('link', { name, exact: true })).toHaveClass(/router-link-active/)
    await lookUp(page, chapter, 'F1')
  }
  await page.getByTestId('help-button').click()
  await expect(page.getByTestId('guide')).toBeVisible()
  await page.getByTestId('help-close').click()
  await expect(page.getByTestId('help-button')).toBeFocused()
})

test('leaves what is half typed in an interview where it is @electron', async ({ app: { page } }) => {
  await newProject(page, { title: '云岭县 2020', person: '组员甲', passcode: 'correct horse' })
  await dropRoster(page, 'roster.xlsx', burdenRoster())
  await page.getByTestId('adopt').click()
  await expect(page.getByTestId('adopted')).toBeVisible()
  await page.getByRole('link', { name: '任务', exact: true }).click()
  await openInterview(page, 0)
  const hand = new Hand(page)
  await hand.press('Alt+8', '1', '1', '1')
  const field = page.getByTestId('way').getByRole('textbox')
  await expect(field).toBeFocused()
  await compose(page, '十二天')
  await lookUp(page, '6. 入户')
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('十二天')

  // Keys of the interview, and Escape, which would leave it, are the guide's while it is open.
  await page.keyboard.press('F1')
  await expect(page.getByTestId('guide')).toBeFocused()
  for (const key of ['1', 'o', 'ArrowUp', 'Tab', 'Backspace', 'Escape']) await page.keyboard.press(key)
  await expect(page.getByTestId('interview')).toBeVisible()
  await expect(field).toHaveValue('十二天')

  // Closed and opened again faster than the dialog itself tells that it was closed.
  await page.keyboard.press('F1')
  await expect(page.getByTestId('guide')).toBeFocused()
  await page.evaluate(() => {
    for (const key of ['Escape', 'F1'])
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      )
  })
  await expect(page.getByTestId('guide')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('help')).toHaveCount(0)

  // A lock covers what lies beneath, and the guide goes with it.
  await page.keyboard.press('F1')
  await expect(page.getByTestId('guide')).toBeFocused()
  await page.keyboard.press('Control+l')
  const passcode = page.getByLabel(/口令/).first()
  await expect(passcode).toBeFocused()
  await expect(page.getByTestId('help')).toHaveCount(0)
  await passcode.fill('correct horse')
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue('十二天')
})

test('searches all chapters, and walks through what it found by keys', async ({ app: { page } }) => {
  await page.getByTestId('versions').waitFor()
  await page.keyboard.press('F1')
  await expect(page.getByTestId('guide')).toBeFocused()
  await page.keyboard.press('/')
  await expect(page.getByTestId('help-search')).toBeFocused()
  await compose(page, '恢复钥匙')
  const count = page.getByTestId('help-count')
  await expect(count).toHaveText(/^第 1 处，共 \d+ 处$/)
  await expect(page.getByTestId('guide').getByRole('heading', { level: 2 })).toHaveText(/^17\./)
  await page.keyboard.press('Enter')
  await expect(count).toHaveText(/^第 2 处/)
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.press('Shift+Enter')
  const [, hit, all] = /第 (\d+) 处，共 (\d+) 处/.exec((await count.textContent()) ?? '') ?? []
  expect(hit).toBe(all)
  // What is looked at is marked, and in sight.
  const marked = await page.evaluate(() => {
    const [range] = [...(CSS.highlights.get('help-current') ?? [])] as Range[]
    const box = range?.getBoundingClientRect()
    return {
      text: range?.toString(),
      isInSight: box !== undefined && box.top > 0 && box.bottom < innerHeight,
    }
  })
  expect(marked).toEqual({ text: '恢复钥匙', isInSight: true })
  await page.getByTestId('help-search').fill('没有这样的话')
  await expect(count).toHaveText('没有找到')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('help')).toHaveCount(0)
})

test('leads from a link to its chapter, and is in English for who reads English', async ({
  app: { page },
}) => {
  await page.getByTestId('versions').waitFor()
  await page.keyboard.press('F1')
  const heading = page.getByTestId('guide').getByRole('heading', { level: 2 })
  await page.locator('[data-chapter=corrections]').click()
  await expect(heading).toHaveText('8. 改答案')
  await page.locator('[data-chapter=interview]').click()
  await page.getByTestId('guide').getByRole('link', { name: '改答案' }).first().click()
  await expect(heading).toHaveText('8. 改答案')
  await page.keyboard.press('Escape')
  await page.getByTestId('language').click()
  await page.keyboard.press('F1')
  await expect(heading).toHaveText('1. Start')
  expect(await page.getByTestId('help').innerText()).not.toMatch(/[\u4e00-\u9fff]/)
})

test('has no accessibility fault, and nothing out of reach', async ({ app: { page } }) => {
  await page.getByTestId('versions').waitFor()
  await page.keyboard.press('F1')
  await page.locator('[data-chapter=households]').click()
  await page.getByTestId('help-search').fill('退回')
  await expect(page.getByTestId('help-count')).toHaveText(/处/)
  expect(await accessFaults(page)).toEqual([])
  await expectAllInReach(page, 'help')
})
