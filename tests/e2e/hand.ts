import type { Page } from '@playwright/test'
import { compose } from './compose'
import { expect } from './fixtures'

/** Opens the interview of the nth household from the list, by keyboard. */
export async function openInterview(page: Page, nth: number): Promise<void> {
  await page.getByTestId('households').focus()
  await page.keyboard.press('Home')
  for (let step = 0; step < nth; step++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('interview')).toBeVisible()
}

/** The same for an interview that is finished: the reason of the correction comes first. */
export async function openToCorrect(page: Page, nth: number): Promise<void> {
  await openInterview(page, nth)
  await page.keyboard.press('c')
  await compose(page, '补录')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('correcting')).toBeVisible()
}

/** Presses keys one after the other, each after the answer before it has been saved and the next question is there. */
export class Hand {
  presses = 0
  typed = 0
  constructor(readonly page: Page) {}

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      const before = await this.#screen()
      await this.page.keyboard.press(key)
      this.presses++
      // Most keys are answered in a few milliseconds, and there are hundreds of them.
      await expect.poll(() => this.#screen(), { intervals: [10, 20, 50] }).not.toBe(before)
    }
  }

  /** A typed amount and the key that ends it; what is typed is not counted as presses. */
  async type(text: string, end: string): Promise<void> {
    await this.page.keyboard.type(text)
    this.typed += text.length
    await this.press(end)
  }

  #screen(): Promise<string> {
    return this.page.evaluate(() => {
      const pressed = [...document.querySelectorAll('[aria-pressed="true"]')].map((each) => each.textContent)
      const alert = document.querySelector('.evidence.asked') === null ? '' : 'asked'
      return [document.querySelector('[data-testid=way], .list')?.textContent, ...pressed, alert].join('|')
    })
  }

  question(): Promise<string | null> {
    return this.page.getByTestId('question').getAttribute('data-question')
  }
}

/** Finds a household by name and opens its interview, by keyboard. */
export async function visit(page: Page, name: string): Promise<Hand> {
  await page.keyboard.press('/')
  await page.getByRole('searchbox').fill(name)
  await expect(page.getByTestId('count')).toHaveText(/^1 /)
  await page.getByTestId('households').focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('interview')).toBeVisible()
  return new Hand(page)
}

/** From the first question to the ledger: all is well. Returns how many answers were given. */
export async function answerToLedger(hand: Hand): Promise<number> {
  return (await answerToFood(hand)) + (await answerFromFood(hand))
}

/** From the first question to that about food. */
export async function answerToFood(hand: Hand): Promise<number> {
  await hand.press('1', '1', '1', '1') // consent, respondent, able, cadres absent
  await hand.press('A', 'A', 'A') // members unchanged, twelve months at home, nobody works away
  return 4 + 3
}

/** From the question about food to the ledger. */
export async function answerFromFood(hand: Hand): Promise<number> {
  await hand.press('1', '1', '1') // food
  await hand.press('1', '1', '1') // clothing
  await hand.press('1', 'R') // in school, document seen
  await hand.press('A') // everybody insured
  await hand.press('1', 'R', '1', '1') // house graded A, document seen; all live there; looks safe
  await hand.press('1', '1', '1') // water: piped, enough, at home
  await hand.type('0', 'Enter') // days short
  await hand.press('2') // looks fit
  return 3 + 3 + 1 + 1 + 3 + 5
}

/** Six lines; with `begun`, the first is there already. Ends where the ledger is read. */
export async function answerLedger(hand: Hand, from: 'empty' | 'begun' = 'empty'): Promise<number> {
  const lines: readonly (readonly [string, string, string, string | null])[] = [
    ['1', '1', '9000', '1'],
    ['1', '2', '3000', '1'],
    ['2', '1', '400*6', '2'],
    ['2', '2', '2600', '1'],
    ['4', '3', '1200', '1'],
    ['5', '1', '800', null],
  ]
  for (const [kind, item, amount, state] of from === 'begun' ? lines.slice(1) : lines) {
    await hand.press(kind, item)
    await hand.type(amount, 'Enter')
    if (state !== null) await hand.press(state)
  }
  await hand.press('Enter') // no more lines
  return lines.length * 3 - 1
}

/** Reads every line of the ledger to the household; ends where it is asked about it. */
export async function readBack(hand: Hand): Promise<void> {
  const reading = hand.page.getByTestId('read-back')
  await expect(reading).toBeVisible()
  while ((await reading.getByTestId('agrees').count()) === 0) await hand.press('Enter')
}

/** From the reading of the ledger to the end of the form. */
export async function answerRest(hand: Hand): Promise<number> {
  await readBack(hand)
  return answerBehindLedger(hand)
}

/** The same where the ledger need not be read: it is entered from paper. */
export async function answerBehindLedger(hand: Hand): Promise<number> {
  await hand.press('1', 'Enter') // the household agrees; as the respondent says
  await hand.press('1', '5', 'Enter') // support received: industry, health
  await hand.press('1') // support continues
  await hand.press('1', '1', '1', '1', '1') // recognition of policy, help, exit, cadres; accepts the result
  await hand.press('7', 'Enter') // no shocks
  await hand.press('1') // income up
  await hand.press('7', 'Enter') // no exclusion fact
  return 1 + 1 + 1 + 5 + 1 + 1 + 1
}

/** The whole form for somebody unregistered who has not enough to live on. */
export async function answerUnregistered(hand: Hand): Promise<void> {
  await hand.press('1', '1', '1', '1', '7', 'Enter', '2') // consent, visit; no exclusion fact; never applied
  await hand.press('A', 'A', 'A', '1', '1', '1', '1', '1', '1') // members, food, clothing
  await hand.press('A', '1', 'R', '1', '1', '1', '1', '1') // insurance, house, water
  await hand.type('0', 'Enter')
  await hand.press('2', '1', '2')
  await hand.type('2600', 'R')
  await hand.press('1', 'Enter') // received; no more lines
  await readBack(hand)
  await hand.press('1', 'Enter') // agrees, as the respondent says
  await hand.press('1', '1', '1', '7', 'Enter', '2')
}

/** Ends the visit as completed. */
export async function endVisit(hand: Hand): Promise<void> {
  await hand.press('o', '1')
  await hand.page.keyboard.press('Enter')
  await expect(hand.page.getByTestId('closed')).toBeVisible()
}
