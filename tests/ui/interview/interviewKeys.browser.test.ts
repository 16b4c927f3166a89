import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { computeLedger } from '../../../src/domain/programmes/assessment/criteria/ledger'
import { anInterviewPage } from '../../builders/anInterviewPage'

let page: Awaited<ReturnType<typeof anInterviewPage>>
beforeEach(async () => {
  page = await anInterviewPage()
  await expect.poll(page.question).toBe('consent')
})
afterEach(() => page.end())

function typedField(): HTMLInputElement | null | undefined {
  return page.find('way')?.querySelector('input')
}

describe('a key of the interview', () => {
  it('writes nothing into the next field while it is held down', async () => {
    await page.press('Alt+8', '1', '1')
    // Carried to the house: the days short come next.
    await userEvent.keyboard('{1>6/}')
    await expect.poll(page.question).toBe('water_short_days')
    expect(typedField()?.value).toBe('')
  })

  it('is no command while a text is composed', async () => {
    await page.press('Alt+3')
    await expect.poll(page.question).toBe('food_enough')
    for (const key of ['1', 'Enter', 'Backspace', 'o', 'Escape']) {
      const event = { key, bubbles: true, cancelable: true }
      document.body.dispatchEvent(new KeyboardEvent('keydown', { ...event, isComposing: true }))
      document.body.dispatchEvent(new KeyboardEvent('keydown', { ...event, keyCode: 229 }))
    }
    // Another key would come behind them.
    await page.press('ArrowDown', 'ArrowUp')
    await expect.poll(page.question).toBe('food_enough')
    expect(page.chosen()).toEqual([])
  })

  it('answers nothing behind a prompt', async () => {
    await page.press('Alt+7', '1') // graded A: how is it known?
    await expect.poll(() => page.host.querySelector('.evidence.asked')).not.toBeNull()
    await page.press('5')
    expect(page.chosen()).toEqual([expect.stringMatching(/^1/)])
    await page.press('R', 'c') // a reason is asked
    await expect.poll(() => typedField()).toBeTruthy()
    page.find('way')?.focus()
    await page.press('1')
    await expect.poll(() => typedField()?.value).toBe('1')
    await page.press('Enter')
    await expect.poll(page.question).toBe('lives_in_safe_house')
    expect(page.chosen()).toEqual([])
  })

  it('asks the household about its ledger only when all of it is read', async () => {
    await page.press('Alt+9', '1', '1', '7', '0', '0', 'Enter', '1', 'b', '1')
    await expect.poll(() => page.find('read-back')?.textContent).toContain('700')
    await page.press('Enter', 'ArrowUp', 'ArrowDown')
    await expect.poll(() => page.find('read-back')?.textContent).toContain('平均每人')
    await page.press('1')
    await expect
      .poll(() => page.host.querySelector('.evidence.asked, [data-question=support_received]'))
      .not.toBeNull()
  })

  it('goes back and forth by the arrows, and back where it came from by Backspace', async () => {
    await page.press('Alt+3', 'ArrowDown', 'ArrowDown')
    await expect.poll(page.question).toBe('observed_food_store')
    await page.press('ArrowUp')
    await expect.poll(page.question).toBe('food_protein')
    await page.press('Alt+8', 'Backspace')
    await expect.poll(page.question).toBe('food_protein')
    await page.press('o', 'Backspace')
    await expect.poll(page.question).toBe('food_protein')
  })
})

/** A visit in which all is well. */
const VISIT = [
  ...'1111AAA1111111RA1R11111', // to the days short of water
  ...['0', 'Enter', '2'],
  ...[...'119000', 'Enter', '1', ...'123000', 'Enter', '1', ...'21400*6', 'Enter', '2'],
  'Enter', // no more lines
  ...['Enter', 'Enter', 'Enter'], // each of them is read
  ...['1', 'Enter', ...'15', 'Enter', ...'111111', ...'7', 'Enter', ...'17', 'Enter'],
  ...['o', '1', 'Enter'],
]

/** A key where the focus is, at once; a field that has it writes the key, as a browser would. */
function strike(key: string): void {
  const target = document.activeElement ?? document.body
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
  if (!target.dispatchEvent(event) || key.length > 1 || !(target instanceof HTMLInputElement)) return
  target.setRangeText(key, target.selectionStart ?? 0, target.selectionEnd ?? 0, 'end')
  target.dispatchEvent(new Event('input', { bubbles: true }))
}

async function expectClosed(): Promise<void> {
  await expect.poll(() => page.find('closed'), { timeout: 10_000 }).not.toBeNull()
  expect(page.interview.unanswered).toEqual([])
  const ledger = page.interview.interview && computeLedger(page.interview.interview)
  expect(ledger?.lines.map(({ yuan }) => yuan)).toEqual([9000, 3000, 2400])
}

describe('a whole visit', () => {
  it('loses no key to a hand that waits for nothing', async () => {
    await page.press(...VISIT)
    await expectClosed()
  })

  it('loses no key when all of them come at once', async () => {
    for (const key of VISIT) strike(key)
    await expectClosed()
  })

  it.each([1, 7, 30])('loses no key over a disk that takes up to %i ms, whenever it comes', async (most) => {
    const { write } = page.store
    let turn = 0
    page.store.write = async (...words) => {
      const written = await write.apply(page.store, words)
      await new Promise((resolve) => setTimeout(resolve, (++turn * 5) % (most + 1)))
      return written
    }
    for (const [nth, key] of VISIT.entries()) {
      strike(key)
      await new Promise((resolve) => setTimeout(resolve, (nth * 7) % 12))
    }
    await expectClosed()
  })
})
