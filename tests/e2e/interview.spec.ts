import type { Page } from '@playwright/test'
import { dropRoster } from './dropRoster'
import { expect, test } from './fixtures'
import { burdenRoster } from './rosterFile'

/** A practice project whose roster is the burden household and its neighbours; ends on the household list. */
async function project(page: Page): Promise<void> {
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toHaveText('120 / 120 户')
  await page.getByRole('link', { name: '名单' }).click()
  await dropRoster(page, 'roster.xlsx', burdenRoster())
  await page.getByTestId('adopt').click()
  await expect(page.getByTestId('adopted')).toBeVisible()
  await page.getByRole('link', { name: '任务', exact: true }).click()
  await expect(page.getByTestId('count')).toHaveText('3 / 3 户')
}

/** Opens the interview of the nth household from the list, by keyboard. */
async function open(page: Page, nth: number): Promise<void> {
  await page.getByTestId('households').focus()
  await page.keyboard.press('Home')
  for (let step = 0; step < nth; step++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('interview')).toBeVisible()
}

/** Presses keys one after the other, each after the answer before it has been saved and the next question is there. */
class Hand {
  presses = 0
  typed = 0
  constructor(readonly page: Page) {}

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      const before = await this.#screen()
      await this.page.keyboard.press(key)
      this.presses++
      await expect.poll(() => this.#screen()).not.toBe(before)
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

/** From the first question to the ledger: all is well. Returns how many answers were given. */
async function answerToLedger(hand: Hand): Promise<number> {
  await hand.press('1', '1', '1') // respondent, able, cadres absent
  await hand.press('A', 'A', 'A') // members unchanged, twelve months at home, nobody works away
  await hand.press('1', '1', '1') // food
  await hand.press('1', '1', '1') // clothing
  await hand.press('1', 'R') // in school, document seen
  await hand.press('A') // everybody insured
  await hand.press('1', 'R', '1', '1') // house graded A, document seen; all live there; looks safe
  await hand.press('1', '1', '1') // water: piped, enough, at home
  await hand.type('0', 'Enter') // days short
  await hand.press('2') // looks fit
  return 3 + 3 + 3 + 3 + 1 + 1 + 3 + 5
}

async function answerLedger(hand: Hand): Promise<number> {
  const lines: readonly (readonly [string, string, string, string | null])[] = [
    ['1', '1', '9000', '1'],
    ['1', '2', '3000', '1'],
    ['2', '1', '400*6', '2'],
    ['2', '2', '2600', '1'],
    ['4', '3', '1200', '1'],
    ['5', '1', '800', null],
  ]
  for (const [kind, item, amount, state] of lines) {
    await hand.press(kind, item)
    await hand.type(amount, 'Enter')
    if (state !== null) await hand.press(state)
  }
  await hand.press('Enter') // no more lines
  return lines.length * 3 - 1
}

/** From the read-back ledger to the end of the form. */
async function answerRest(hand: Hand): Promise<number> {
  await hand.press('1', 'Enter') // the household agrees; as the respondent says
  await hand.press('1', '5', 'Enter') // support received: industry, health
  await hand.press('1') // support continues
  await hand.press('1', '1', '1', '1', '1') // recognition of policy, help, exit, cadres; accepts the result
  await hand.press('7', 'Enter') // no shocks
  await hand.press('1') // income up
  await hand.press('7', 'Enter') // no exclusion fact
  return 1 + 1 + 1 + 5 + 1 + 1 + 1
}

test('keeps within the burden budget: 35 answers, 3 a ledger line, 80 presses, one form', async ({
  app: { page },
}) => {
  await project(page)
  const hand = new Hand(page)
  await page.getByTestId('households').focus()
  await page.keyboard.press('Home')
  await hand.press('Enter')
  await expect(page.getByTestId('interview')).toBeVisible()

  const answers = await answerToLedger(hand)
  const ledgerAnswers = await answerLedger(hand)
  const rest = await answerRest(hand)
  await hand.press('o', '1') // end the visit: completed
  await page.keyboard.press('Enter')
  hand.presses++
  await expect(page.getByTestId('closed')).toBeVisible()
  await hand.press('Enter') // back to the list
  await expect(page.getByTestId('conclusion')).toHaveText('退出属实')

  // One answer more for the outcome.
  const outside = answers + rest + 1
  console.log(
    `burden: ${outside} answers, ${ledgerAnswers} for 6 ledger lines, ${hand.presses} presses, ${hand.typed} typed`,
  )
  expect(outside).toBeLessThanOrEqual(35)
  expect(ledgerAnswers).toBeLessThanOrEqual(18)
  expect(hand.presses).toBeLessThanOrEqual(80)
})

test('comes back to the same question, with every answer, after SIGKILL in the middle', async ({
  launchApp,
}) => {
  const first = await launchApp()
  await project(first.page)
  await open(first.page, 0)
  const hand = new Hand(first.page)
  await answerToLedger(hand)
  await hand.press('1', '1')
  await hand.type('9000', 'Enter')
  const [question, left] = [await hand.question(), await first.page.getByTestId('open').textContent()]
  await expect(first.page.getByTestId('saved')).toHaveAttribute('data-state', 'saved')
  await first.kill()

  const { page } = await launchApp()
  await page.getByRole('button', { name: /^练习任务/ }).click()
  await expect(page.getByTestId('count')).toHaveText('3 / 3 户')
  await open(page, 0)
  expect(await new Hand(page).question()).toBe(question)
  await expect(page.getByTestId('open')).toHaveText(left ?? '')
  await expect(page.getByTestId('ledger')).toContainText('9,000')
})

test('asks how it is known when an answer speaks for unmet, and judges by that', async ({
  app: { page },
}) => {
  await project(page)
  await open(page, 0)
  const hand = new Hand(page)
  await hand.press('Alt+3') // food
  await hand.press('3') // often short
  await expect(page.getByRole('alert')).toContainText('怎么知道')
  await hand.press('R') // a document
  await expect(page.locator('[data-criterion="food"]').getByTestId('result')).toHaveText('未达标')
  await hand.press('ArrowUp')
  expect(await hand.question()).toBe('food_enough')
})

test('undoes the last key, and keeps a correction with its reason', async ({ app: { page } }) => {
  await project(page)
  await open(page, 0)
  const hand = new Hand(page)
  await hand.press('Alt+3', '1', 'Backspace')
  expect(await hand.question()).toBe('food_enough')
  await expect(page.locator('[aria-pressed="true"]').filter({ hasText: '够吃' })).toHaveCount(0)
  await hand.press('1', 'ArrowUp', 'c')
  await page.keyboard.type('听错了')
  await page.keyboard.press('Enter')
  await hand.press('2')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('glance')).toContainText('修改痕迹')
})

test('closes a refusal with its reason, and puts a neighbour in its place', async ({ app: { page } }) => {
  await project(page)
  await open(page, 1)
  const hand = new Hand(page)
  await hand.press('o', '3')
  await page.getByTestId('close-reason').fill('不愿接受访谈')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('closed')).toContainText('拒访')
  await hand.press('1')
  await expect(page.getByTestId('replaced')).toContainText('李建国')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('conclusion')).toHaveText('未完成入户')
})

test('lets no interview be completed while an error stands, and asks a reason for a warning', async ({
  app: { page },
}) => {
  await project(page)
  await open(page, 0)
  const hand = new Hand(page)
  await hand.press('1', '1', '2') // cadres are in the room
  await hand.press('o', '1')
  await expect(page.getByTestId('close-save')).toBeDisabled()
  await page.getByTestId('warning-reason').fill('村干部是邻居，请出去过')
  await expect(page.getByTestId('close-save')).toBeEnabled()
  await page.keyboard.press('Escape')
  await hand.press('Alt+9', '1', '1') // a ledger line without an amount
  await hand.press('o', '1')
  await expect(page.getByTestId('close').getByRole('alert')).toContainText('没有金额')
  await expect(page.getByTestId('close-save')).toBeDisabled()
})

test('reads the ledger back line by line, in large type', async ({ app: { page } }) => {
  await project(page)
  await open(page, 0)
  const hand = new Hand(page)
  await hand.press('Alt+9')
  await answerLedger(hand)
  await hand.press('b')
  await expect(page.getByTestId('read-back')).toContainText('9,000')
  for (let line = 0; line < 6; line++) await hand.press('Enter')
  await expect(page.getByTestId('read-back')).toContainText('计入')
  await page.keyboard.press('1')
  await expect(page.locator('[data-criterion="income"]').getByTestId('result')).toHaveText('达标')
})
