/**
 * The assessor's window, in the packaged app with a sealed project: from Enter on the list until the first question of a
 * household is painted, and from a digit until the next question is painted; between them the answer is saved, flushed to
 * disk. Beside it, in turn, a bare line of text in the same window that every key changes: what any key costs to paint.
 * Needs an Electron runtime and a display (`xvfb-run -a npm run bench window`).
 */
import type { Page } from '@playwright/test'
import type { ElectronRunning } from '../e2e/launchElectron'
import { buildInPage } from '../inPage/buildInPage'
import type { KeyPainted, PaintInPage } from '../inPage/paintInPage'
import { inPackagedWindow } from './inPackagedWindow'
import { InterviewWalk } from './InterviewWalk'
import { openProjectOf } from './openProjectOf'
import { percentile, tellTimes } from './percentile'

declare const paintInPage: PaintInPage

const INTERVIEWS = 15
const OPENED = 40
/** Milliseconds, 95th percentile: what nobody waits for. */
const AIMS = { household: 100, question: 50 }

interface Measured {
  readonly opened: KeyPainted[]
  readonly answered: KeyPainted[]
  readonly left: KeyPainted[]
  readonly bare: number[]
}

await inPackagedWindow([1_500, 30_000].map((households) => (app) => measure(app, households)))

async function measure({ page }: ElectronRunning, households: number): Promise<void> {
  await openProjectOf(page, households)
  await page.evaluate(await buildInPage('paintInPage'))
  const measured: Measured = { opened: [], answered: [], left: [], bare: [] }
  for (let nth = 0; nth < OPENED; nth++) {
    const opened = await open(page)
    // The first opening prepares what all later ones find ready.
    if (nth > 0) measured.opened.push(opened)
    if (nth < INTERVIEWS) await interview(page, measured)
    measured.left.push(await pressed(page, 'Escape'))
    await page.getByTestId('households').focus()
    await page.keyboard.press('ArrowDown')
  }
  console.log(`-- ${households} households`)
  tell('opening a household', measured.opened, measured.bare, AIMS.household)
  tell('answer to next question', measured.answered, measured.bare, AIMS.question)
  tell('back on the list', measured.left, measured.bare, AIMS.household)
  tellTimes('a bare text, painted', measured.bare)
}

/** The chosen household; Enter is pressed once the list says who it is. */
async function open(page: Page): Promise<KeyPainted> {
  await page.getByTestId('glance').getByRole('heading').first().waitFor()
  return pressed(page, 'Enter')
}

/** One household from the first question to the last; only digits that bring the next question count. */
async function interview(page: Page, { answered, bare }: Measured): Promise<void> {
  const walk = new InterviewWalk()
  let screen = await page.evaluate(() => paintInPage.screen())
  for (let keys = walk.at(screen); keys !== null; keys = walk.at(screen)) {
    if (keys.first !== '') await page.keyboard.type(keys.first)
    const after = await pressed(page, keys.last)
    const isNext = after.screen.question !== screen.question || after.screen.heading !== screen.heading
    if (isNext && /^\d$/.test(keys.last)) {
      answered.push(after)
      bare.push((await pressed(page, 'x', 'bare')).painted)
    }
    screen = after.screen
  }
}

async function pressed(page: Page, key: string, on: 'app' | 'bare' = 'app'): Promise<KeyPainted> {
  await page.evaluate((where) => {
    if (where === 'bare') paintInPage.watchBareText()
    else paintInPage.watchApp()
  }, on)
  await page.keyboard.press(key)
  return page.evaluate(() => paintInPage.painted())
}

function tell(name: string, keys: readonly KeyPainted[], bare: readonly number[], aim: number): void {
  const painted = keys.map((each) => each.painted)
  tellTimes(
    `${name}, in the document`,
    keys.map(({ shown }) => shown),
  )
  tellTimes(`${name}, painted`, painted)
  const slowest = keys.reduce((slow, each) => (each.painted > slow.painted ? each : slow))
  console.log(`  slowest: ${slowest.painted.toFixed(1)} ms, to ${slowest.screen.question}`)
  const ratio = (share: number): string => (percentile(painted, share) / percentile(bare, share)).toFixed(2)
  console.log(`  ${ratio(50)} x a bare text in the median, ${ratio(95)} x at the 95th percentile`)
  if (percentile(painted, 95) > aim) {
    console.log(`  MISSED: at most ${aim} ms at the 95th percentile`)
    process.exitCode = 1
  }
}
