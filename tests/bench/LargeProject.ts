import type { Page } from '@playwright/test'
import type { ElectronRunning } from '../e2e/launchElectron'
import { buildInPage } from '../inPage/buildInPage'
import type { SmoothInPage } from '../inPage/smoothInPage'
import { PASSCODE } from './openProjectOf'
import { percentile, tellTimes } from './percentile'
import { now, peakMemory, type Moment } from './windowProcess'

declare const smoothInPage: SmoothInPage

const KEY_AIM = 50
const TASK_AIM = 50
/** Initials, a name, last digits of numbers and of IDs. */
const SEARCHES = ['wgh', 'lm', '王', '000123', '5399000131', 'zzzz']

/** Makes what measures the window's thread known to the page; again after every loading. */
export async function watchThread(page: Page): Promise<void> {
  await page.evaluate(await buildInPage('smoothInPage'))
  await page.evaluate(() => smoothInPage.begin())
}

/** Opens the project from its passcode on the start page, to the first rows and to the whole list; gives seconds. */
export async function openAgain(app: ElectronRunning, households: number, name: string): Promise<number> {
  const { page } = app
  await page.reload()
  await watchThread(page)
  await page.getByRole('button', { name: /^测量/ }).click()
  await page.getByLabel(/口令/).first().fill(PASSCODE)
  await page.evaluate(() => smoothInPage.begin())
  const began = now(app)
  await page.keyboard.press('Enter')
  await page.getByTestId('households').waitFor()
  tellSeconds(`${name}: first rows`, began, app)
  await page.getByText(`${households} / ${households} 户`).waitFor()
  const seconds = tellSeconds(`${name}: whole list`, began, app)
  await tellTasks(page, 'meanwhile', null)
  tellMemory(app)
  return seconds
}

/** Types searches, scrolls, pages and filters; a key and a task have their aims. */
export async function useList(page: Page): Promise<void> {
  const list = page.getByTestId('households')
  await list.focus()
  await page.evaluate(() => smoothInPage.begin())
  const keys: number[] = []
  for (const search of SEARCHES) {
    await page.keyboard.press('/')
    for (const key of search) {
      await page.evaluate(() => smoothInPage.watchKey())
      await (key < '\x7f' ? page.keyboard.press(key) : page.keyboard.insertText(key))
      keys.push(await page.evaluate(() => smoothInPage.painted()))
    }
  }
  tellTimes('a key of a search, painted', keys)
  judge(percentile(keys, 95), KEY_AIM, 'ms at the 95th percentile')
  await tellTasks(page, 'while typing', TASK_AIM)
  await list.focus()
  await page.keyboard.press('0')
  await page.evaluate(() => smoothInPage.begin())
  await page.evaluate(() => smoothInPage.scroll('[data-testid=households]', 600))
  await tellTasks(page, 'while scrolling from end to end', TASK_AIM)
  for (const key of ['Home', 'End', ...Array.from({ length: 30 }, () => 'PageUp'), 'Home'])
    await list.press(key)
  await tellTasks(page, 'while paging by keys', TASK_AIM)
  for (const [nth, value] of [
    [0, 'exited'],
    [2, 'suspected_wrong_exit'],
    [0, ''],
    [2, ''],
  ] as const)
    await page.locator('.filters select').nth(nth).selectOption(value)
  await tellTasks(page, 'while filtering', TASK_AIM)
}

/** Opens the county's measures. */
export async function openCounty(app: ElectronRunning): Promise<void> {
  const { page } = app
  const began = now(app)
  await page.getByRole('link', { name: '县', exact: true }).click()
  await page.getByTestId('value').first().waitFor()
  tellSeconds('county page', began, app)
  await tellTasks(page, 'meanwhile', null)
}

/** Opens the quality desk, with everything its checks find, and goes back to the list; gives seconds. */
export async function openQualityDesk(app: ElectronRunning, name: string): Promise<number> {
  const { page } = app
  const began = now(app)
  await page.getByRole('link', { name: '质量', exact: true }).click()
  await page.getByTestId('progress-total').waitFor()
  tellSeconds(`${name}: progress`, began, app)
  await page.keyboard.press('3')
  await page.getByTestId('finding').first().waitFor()
  const seconds = tellSeconds(`${name}: what the checks find`, began, app)
  await tellTasks(page, 'meanwhile', null)
  await page.getByRole('link', { name: '任务', exact: true }).click()
  await page.getByTestId('households').waitFor()
  return seconds
}

/** Says how long it took, and gives it; other programs on the machine lengthen the time, not the processor's work. */
export function tellSeconds(name: string, began: Moment, app: ElectronRunning): number {
  const ended = now(app)
  const [clock, process, thread] = (['clock', 'process', 'thread'] as const).map(
    (of) => ended[of] - began[of],
  )
  console.log(
    `${name}: ${clock?.toFixed(1)} s (processor ${process?.toFixed(1)} s, window's thread ${thread?.toFixed(1)} s)`,
  )
  return clock ?? 0
}

/** The tasks of over 50 ms since the last report, and who took the longest. */
export async function tellTasks(page: Page, when: string, aim: number | null): Promise<void> {
  const tasks = await page.evaluate(() => smoothInPage.longTasks())
  const blamed = await page.evaluate(() => smoothInPage.blame())
  await page.evaluate(() => smoothInPage.begin())
  const longest = Math.max(0, ...tasks)
  const which = tasks.length === 0 ? '' : `, the longest ${longest.toFixed(0)} ms (${blamed.join('; ')})`
  console.log(`tasks of over 50 ms ${when}: ${tasks.length}${which}`)
  if (aim !== null) judge(longest, aim, 'ms a task')
}

/** Peak resident memory of the window's process since it began. */
export function tellMemory(app: ElectronRunning): void {
  console.log(`peak memory of the window's process: ${(peakMemory(app) / 1024).toFixed(0)} MB`)
}

function judge(measured: number, aim: number, what: string): void {
  if (measured <= aim) return
  console.log(`  MISSED: at most ${aim} ${what}`)
  process.exitCode = 1
}
