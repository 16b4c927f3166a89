import type { Page } from '@playwright/test'
import { compose } from './compose'
import { dropRoster } from './dropRoster'
import { expect, test } from './fixtures'
import { Hand, openInterview } from './hand'
import type { ElectronRunning } from './launchElectron'
import { newProject } from './newProject'
import { burdenRoster } from './rosterFile'

const PASSCODE = 'correct horse'
/** What the household in the window is known by, and what is typed of it. */
const NAMES = ['门口堆着新化肥', '组员甲']

/** Something of the project in the page's text and fields, or in what its stores hold. */
function foundIn(page: Page, words: readonly string[]): Promise<readonly string[]> {
  return page.evaluate((wanted) => {
    const seen = new Set<unknown>()
    const texts: string[] = [document.documentElement.outerHTML, document.title]
    for (const field of document.querySelectorAll('input, textarea'))
      texts.push((field as HTMLInputElement).value)
    const collect = (value: unknown): void => {
      if (typeof value === 'string') texts.push(value)
      if (typeof value !== 'object' || value === null || seen.has(value) || value instanceof Node) return
      seen.add(value)
      if (value instanceof Map || value instanceof Set) [...value].forEach(collect)
      else Object.entries(value).forEach(([key, each]) => (texts.push(key), collect(each)))
    }
    const root = document.querySelector('#app') as unknown as {
      __vue_app__: { config: { globalProperties: { $pinia: { state: { value: object } } } } }
    }
    collect(root.__vue_app__.config.globalProperties.$pinia.state.value)
    const pictures = [...document.querySelectorAll('img, audio, video, canvas')].map(({ tagName }) => tagName)
    return [...wanted.filter((word) => texts.some((text) => text.includes(word))), ...pictures]
  }, words)
}

/** From now on the journal's disk fails, or answers nothing. */
async function breakDisk({ application }: ElectronRunning, how: 'full' | 'hangs'): Promise<void> {
  await application.evaluate(({ ipcMain }, isFull) => {
    // Held: what nobody holds any more Electron answers with an error.
    const unanswered: unknown[] = []
    ipcMain.removeHandler('journal.append')
    ipcMain.handle('journal.append', () =>
      isFull ? { kind: 'failed', code: 'ENOSPC' } : new Promise((answer) => unanswered.push(answer)),
    )
  }, how === 'full')
}

for (const how of ['full', 'hangs'] as const) {
  test(`locks while the disk ${how === 'full' ? 'is full' : 'answers nothing'}, shows nothing then, and has everything again`, async ({
    launchApp,
  }) => {
    const app = (await launchApp()) as ElectronRunning
    const { page } = app
    await newProject(page, { title: '云岭县 2020', person: '组员甲', passcode: PASSCODE })
    await dropRoster(page, 'roster.xlsx', burdenRoster())
    await page.getByTestId('adopt').click()
    await expect(page.getByTestId('adopted')).toBeVisible()
    await page.getByRole('link', { name: '任务', exact: true }).click()
    await openInterview(page, 0)
    const name =
      (await page.locator('.interview .line strong').first().textContent())?.split('›')[1]?.trim() ?? ''
    expect(name).not.toBe('')
    await new Hand(page).press('Alt+3', 'n')
    await breakDisk(app, how)
    await compose(page, '门口堆着新化肥')
    expect(await foundIn(page, [...NAMES, name])).toEqual(expect.arrayContaining(['门口堆着新化肥', name]))

    await page.keyboard.press('Control+l')
    await expect(page.locator('input[type=password]')).toBeVisible()
    await expect(page.getByText('还没有写到磁盘')).toBeVisible()
    expect(await foundIn(page, [...NAMES, name])).toEqual([])

    await page.locator('input[type=password]').fill('a wrong guess')
    await page.keyboard.press('Enter')
    await expect(page.getByText('口令不对')).toBeVisible()
    await page.locator('input[type=password]').fill(PASSCODE)
    await page.keyboard.press('Enter')
    await expect(page.getByTestId('interview')).toBeVisible()
    await new Hand(page).press('n')
    await expect(page.getByTestId('way').getByRole('textbox')).toHaveValue('门口堆着新化肥')
    const state = how === 'full' ? 'not_saved' : 'saving'
    await expect(page.getByTestId('saved')).toHaveAttribute('data-state', state)
  })
}

test('locks from every page', async ({ launchApp }) => {
  const { page } = await launchApp()
  await newProject(page, { title: '云岭县 2020', person: '组员甲', passcode: PASSCODE })
  await dropRoster(page, 'roster.xlsx', burdenRoster())
  await page.getByTestId('adopt').click()
  await expect(page.getByTestId('adopted')).toBeVisible()
  for (const place of ['任务', '疑点', '县', '名单', '抽样', '团队', '质量', '标准', '任务设定', '设置']) {
    await page.getByRole('link', { name: place, exact: true }).click()
    await expect(page.locator('.frame > nav a.router-link-active')).toHaveText(place)
    await page.keyboard.press('Control+l')
    await expect(page.locator('input[type=password]')).toBeVisible()
    expect(await foundIn(page, NAMES)).toEqual([])
    await page.locator('input[type=password]').fill(PASSCODE)
    await page.keyboard.press('Enter')
    await expect(page.locator('.frame > nav a.router-link-active')).toHaveText(place)
  }
})
