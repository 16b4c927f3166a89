import type { Page } from '@playwright/test'
import { InterviewWalk } from '../bench/InterviewWalk'
import { rosterWorkbook } from '../bench/rosterWorkbook'
import { dropRoster } from '../e2e/dropRoster'
import type { ElectronRunning } from '../e2e/launchElectron'
import type { PaintInPage } from '../inPage/paintInPage'
import { workbookOf, type WindowRound } from './WindowRound'

declare const paintInPage: PaintInPage

export const FIRST_ROSTER = 12
/** More villages than one, so that a mixture of both would show. */
export const SECOND_ROSTER = 130

/** What the window is doing while it is killed. */
export interface Scene {
  readonly name: string
  /** The longest time from its beginning to the kill, in milliseconds. */
  readonly longest: number
  /** Up to the point where the time begins to run. */
  prepare(app: ElectronRunning, round: WindowRound): Promise<void>
  play(app: ElectronRunning, round: WindowRound): Promise<void>
}

/** Interviews a household of the list from the question it stands at, by keyboard. */
export function interviewing(nth: number): Scene {
  return {
    name: 'killed while interviewing',
    longest: 5_000,
    async prepare({ page }, { account }) {
      account.opened.add(nth)
      await openNth(page, nth)
    },
    async play({ page }) {
      const walk = new InterviewWalk()
      for (;;) {
        const screen = await page.evaluate(() => paintInPage.screen())
        const keys = screen.question === 'line_item' ? { first: '', last: '1' } : walk.at(screen)
        if (keys === null) return
        if (keys.first !== '') await page.keyboard.type(keys.first)
        await page.evaluate(() => paintInPage.watchApp())
        await page.keyboard.press(keys.last)
        await page.evaluate(() => paintInPage.painted())
      }
    },
  }
}

/** Reads a longer list and makes it the project's own. */
export const IMPORTING: Scene = {
  name: 'killed while importing',
  longest: 700,
  async prepare({ page }) {
    await page.getByRole('link', { name: '名单' }).click()
    await dropRoster(page, 'county.xlsx', rosterWorkbook(SECOND_ROSTER * 4))
    await page.locator('[data-testid=adopt]:enabled').waitFor()
  },
  async play({ page }, { account }) {
    account.households = [FIRST_ROSTER, SECOND_ROSTER]
    await page.getByTestId('adopt').click()
    await page.getByTestId('adopted').waitFor()
    account.households = [SECOND_ROSTER]
  },
}

/** Exports the review workbook, over the one that may be there. */
export const EXPORTING: Scene = {
  name: 'killed while exporting',
  longest: 1_500,
  async prepare({ application }, round) {
    await application.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, workbookOf(round))
  },
  async play({ page }, { account }) {
    await page.getByRole('button', { name: '导出工作簿' }).click()
    await page.getByRole('status').filter({ hasText: '已导出' }).waitFor()
    account.isExported = true
  },
}

/** Opens the interview of the nth household of the list. */
export async function openNth(page: Page, nth: number): Promise<void> {
  await page.getByTestId('households').focus()
  await page.keyboard.press('Home')
  for (let step = 0; step < nth; step += 1) await page.keyboard.press('ArrowDown')
  await page.getByTestId('glance').getByRole('heading').first().waitFor()
  await page.keyboard.press('Enter')
  await page.getByTestId('interview').waitFor()
}
