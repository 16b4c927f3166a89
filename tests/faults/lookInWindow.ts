import type { Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { read, utils } from 'xlsx'
import texts from '../../resources/texts/problems.zh-CN.json' with { type: 'json' }
import { PASSCODE } from '../bench/openProjectOf'
import type { ShownInPage } from '../inPage/shownInPage'
import { MISSING } from './Tally'
import { workbookOf, type WindowRound } from './WindowRound'
import { openNth } from './windowScenes'

declare const shownInPage: ShownInPage

const TOLD = [
  'index_rebuilt',
  'journal_recreated',
  'journal_tail_cut',
  'index_caught_up',
  'journal_caught_up',
] as const

/** Opens the project on the start page, by its passcode; ends on the household list. Gives the problems that opening reported. */
export async function openAgain(page: Page, round: WindowRound): Promise<readonly string[]> {
  await page.getByRole('button', { name: /^测量/ }).click()
  await page.getByLabel(/口令/).first().fill(PASSCODE)
  await page.keyboard.press('Enter')
  await page.getByText(/^\d+ \/ \d+ 户/).waitFor()
  const problems = page.locator('main > [data-testid=problems]')
  const said = (await problems.count()) === 0 ? '' : await problems.innerText()
  const told = TOLD.filter((code) => said.includes(texts[code].message.split('{')[0] ?? ''))
  for (const code of told) round.tally.count('told', code)
  return told
}

/** Looks for everything that was shown as saved: the list, the answers of every household opened, the workbook. */
export async function lookInWindow(page: Page, round: WindowRound): Promise<void> {
  const { account, tally, wrongs } = round
  const count = Number(/\/ (\d+) 户/.exec(await page.getByTestId('count').innerText())?.[1])
  if (!account.households.includes(count))
    wrongs.push(`the list has ${count} households; it may have ${account.households.join(' or ')}`)
  account.households = [count]
  const found = new Map<string, string>()
  for (const nth of account.opened) await collect(page, nth, found)
  const missing = account.missingIn(found)
  tally.count('looked', 'openings')
  tally.count('looked', 'saved answers looked for', account.answers.size)
  tally.count('looked', MISSING, missing.length)
  wrongs.push(...missing, ...(await wrongInWorkbook(round)))
}

/** All answers that the interview of a household shows, group by group. */
async function collect(page: Page, nth: number, found: Map<string, string>): Promise<void> {
  await openNth(page, nth)
  const groups = await page.locator('nav.groups button').count()
  for (let group = 1; group <= groups; group += 1) {
    await page.locator(`nav.groups button:nth-child(${group})`).click()
    await page.locator(`nav.groups button:nth-child(${group})[aria-current=step]`).waitFor()
    const { answers } = await page.evaluate(() => shownInPage.read())
    for (const [place, answer] of answers) found.set(place, answer)
  }
  await page.keyboard.press('Escape')
  await page.getByTestId('households').waitFor()
}

/** Under its final name there is no workbook, or a whole one. */
async function wrongInWorkbook(round: WindowRound): Promise<readonly string[]> {
  const bytes = await readFile(workbookOf(round)).catch(() => undefined)
  if (bytes === undefined) return round.account.isExported ? ['missing: the workbook that was exported'] : []
  round.tally.count('looked', 'workbooks read')
  try {
    const rows = utils.sheet_to_json(read(bytes).Sheets['户'] ?? {})
    return rows.length > 0 ? [] : ['a workbook without households']
  } catch (error) {
    return [`half a workbook: ${String(error)}`]
  }
}
