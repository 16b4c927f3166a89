import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { anInterviewPage } from '../../builders/anInterviewPage'

let page: Awaited<ReturnType<typeof anInterviewPage>>
beforeEach(async () => {
  page = await anInterviewPage()
  await expect.poll(page.question).toBe('consent')
})
afterEach(() => page.end())

function rows(): number | undefined {
  return page.find('member-grid')?.querySelectorAll('tr').length
}

/** The list is read again only when `end` is called. */
function heldRefresh() {
  let end = (): void => undefined
  const isRead = new Promise<void>((resolve) => (end = resolve))
  const refresh = vi.spyOn(page.households, 'refresh').mockReturnValue(isRead)
  return { refresh, end: () => end() }
}

/** The outcome that is chosen where the visit is ended. */
function outcome(): string | null | undefined {
  return page.find('close')?.querySelector('[aria-pressed=true]')?.textContent
}

/** Goes on another day: no reason beyond the one typed is asked. */
async function closeAsPartial(): Promise<void> {
  await page.press('o', '2')
  await userEvent.fill(page.find('close-reason') as HTMLInputElement, '明天再来')
  await page.press('Enter')
  await expect.poll(() => page.find('closed')).not.toBeNull()
}

describe('the page of an interview', () => {
  it('asks how it is known when an answer speaks for unmet, and judges by that', async () => {
    await page.press('Alt+3', '3') // food: often short
    await expect
      .poll(() => page.find('way')?.querySelector('[role=alert]')?.textContent)
      .toContain('怎么知道')
    await page.press('R') // a document
    await expect.poll(() => page.resultOf('food')).toBe('未达标')
    await page.press('ArrowUp')
    await expect.poll(page.question).toBe('food_enough')
  })

  it('says of a criterion that it is not asked until its first answer, and doubts nothing before', async () => {
    const results = () => [...page.host.querySelectorAll('[data-testid=result]')].map((e) => e.textContent)
    expect(results()).toEqual(Array(7).fill('未问'))
    expect(page.host.querySelector('aside')?.textContent).not.toContain('未能计算')
    await page.press('Alt+3', '1')
    await expect.poll(() => page.resultOf('food')).toBe('待核实')
    expect(page.resultOf('clothing')).toBe('未问')
  })

  it('hides the verdict by a key until it is pressed again, in the next household too', async () => {
    await page.press('v')
    await expect.poll(() => page.textOf('verdict-hidden')).toContain('判定已隐藏')
    expect(page.resultOf('food')).toBeUndefined()
    await page.press('o', '3')
    await userEvent.fill(page.find('close-reason') as HTMLInputElement, '不愿接受访谈')
    await page.press('Enter')
    await expect.poll(() => page.find('closed')).not.toBeNull()
    await page.press('n')
    await expect.poll(() => page.router.currentRoute.value.params['id']).toBe('h2')
    await expect.poll(page.question).toBe('consent')
    expect(page.find('verdict-hidden')).not.toBeNull()
    await page.press('v')
    await expect.poll(() => page.resultOf('food')).toBe('未问')
  })

  it('lets no interview be completed while an error stands, and asks a reason for a warning', async () => {
    const isSaveOff = () => (page.find('close-save') as HTMLButtonElement | null)?.disabled
    await page.press('1', '1', '1', '2') // cadres are in the room
    await page.press('o', '1')
    await expect.poll(isSaveOff).toBe(true)
    await userEvent.fill(page.find('warning-reason') as HTMLInputElement, '村干部是邻居，请出去过')
    await expect.poll(isSaveOff).toBe(false)
    await page.press('Escape', 'Alt+9', '1', '1') // a ledger line without an amount
    await page.press('o', '1')
    await expect
      .poll(() => page.find('close')?.querySelector('[role=alert]')?.textContent)
      .toContain('没有金额')
    expect(isSaveOff()).toBe(true)
  })

  it('ends the visit of a household that would rather not talk, and goes back to the question if it changes its mind', async () => {
    expect(page.textOf('script')).toContain('第三方评估组')
    await page.press('2')
    await expect.poll(outcome).toContain('拒访')
    expect(page.interview.unanswered).toEqual([{ question: 'visit_outcome' }])
    await page.press('Escape', 'Alt+1', '1')
    await expect.poll(page.question).toBe('respondent')
    await page.press('o')
    await expect.poll(() => page.find('close')).not.toBeNull()
    expect(outcome()).toBeUndefined()
    await page.press('Escape', 'Alt+1', '2')
    await expect.poll(() => document.activeElement).toBe(page.find('close-reason'))
    await userEvent.fill(page.find('close-reason') as HTMLInputElement, '不愿接受访谈')
    await page.press('Enter')
    await expect.poll(() => page.textOf('closed')).toContain('拒访')
  })

  it('records a try where nobody is at home, and takes that for the outcome at the second, or with a reason', async () => {
    await page.press('o', '4')
    await expect.poll(() => page.textOf('tries')).toContain('找过 1 次')
    await expect.poll(() => document.activeElement).toBe(page.find('come-again'))
    await page.press('Enter')
    await expect.poll(() => page.find('list')).not.toBeNull()
    const ofHousehold = await page.store.changesOf('household', 'h1')
    expect(ofHousehold.map(({ value }) => value)).toMatchObject([{ way: 'door', result: 'nobody' }])
    expect(page.households.rowOf('h1')?.summary).toMatchObject({ outcome: null, tries: 1 })

    page.setTime('2020-12-31T10:00:00Z')
    await page.router.push({ name: 'interview', params: { id: 'h1' } })
    await expect.poll(page.question).toBe('consent')
    await page.press('o', '4')
    await expect.poll(() => page.textOf('tries')).toContain('找过 2 次')
    await userEvent.fill(page.find('close-reason') as HTMLInputElement, '外出务工')
    await page.press('Enter')
    await expect.poll(() => page.textOf('closed')).toContain('无人在家')
    expect(page.interview.record.overrides.size).toBe(0)
  })

  it('keeps why nobody will come again to a household that was tried once', async () => {
    await page.press('o', '4')
    await userEvent.fill(page.find('close-reason') as HTMLInputElement, '评估明天结束')
    await page.press('Enter')
    await expect.poll(() => page.textOf('closed')).toContain('无人在家')
    expect([...page.interview.record.overrides.values()]).toEqual(['评估明天结束'])
  })

  it('reads the ledger back line by line, in large type', async () => {
    await page.press(
      'Alt+9',
      ...'119000',
      'Enter',
      '1',
      ...'123000',
      'Enter',
      '1',
      ...'21400*6',
      'Enter',
      '2',
    )
    await page.press(...'222600', 'Enter', '1', ...'431200', 'Enter', '1', ...'51800', 'Enter', 'Enter')
    const sentence = () => page.textOf('sentence')
    await expect.poll(sentence).toBe('外出务工，一年 9,000 元，钱已经到手。')
    await page.press('Enter', 'Enter')
    await expect.poll(sentence).toBe('种地，自家吃用的，一年值 2,400 元。')
    await page.press('ArrowUp')
    await expect.poll(sentence).toBe('就近务工，一年 3,000 元，钱已经到手。')
    await page.press('Enter', 'Enter', 'Enter', 'Enter')
    await expect.poll(sentence).toBe('种地花了 800 元。')
    await page.press('Enter')
    await expect.poll(sentence).toBe('除去花的，全家一年 17,400 元，4 口人，平均每人 4,350 元，对不对？')
    await page.press('1')
    await expect.poll(() => page.resultOf('income')).toBe('达标')
  })

  it('shows nothing but the sentence while the ledger is read, and takes no key that belongs elsewhere', async () => {
    await page.press('Alt+9', ...'119000', 'Enter', '1', 'Enter')
    await expect.poll(() => page.textOf('sentence')).toContain('9,000')
    expect(page.host.querySelectorAll('nav, aside, .hints')).toHaveLength(0)
    await page.press('Alt+1', 'v', 'g', 'n', 'o', 'a', 'q', '1', 'Tab', 'Enter')
    await expect.poll(() => page.textOf('sentence')).toContain('4 口人')
    // At the end only the household answers.
    await page.press('Enter', 'Alt+2', 'c', '3')
    await expect.poll(() => page.find('agrees')).not.toBeNull()
    await page.press('ArrowUp', 'c')
    await expect.poll(page.question).toBe('line_amount')
    expect(page.find('verdict-hidden')).toBeNull()
  })

  it('finds an income of documents alone below the line before it is read back', async () => {
    await page.press('Alt+9', ...'11100', 'r', '1')
    await expect.poll(() => page.resultOf('income')).toBe('未达标')
  })

  it('has a key for every choice, and takes an added member away again', async () => {
    await page.press('Alt+0') // the tenth group: help received
    await expect.poll(page.question).toBe('support_received')
    await page.press('0', '-')
    await expect.poll(page.chosen).toContainEqual(expect.stringContaining('没有'))
    await page.press('m')
    await expect.poll(rows).toBe(6)
    page.host.querySelector<HTMLButtonElement>('button[aria-label=删去新增的人]')?.click()
    await expect.poll(rows).toBe(5)
  })

  it('leads nobody to the list who went elsewhere while it was read again', async () => {
    const { refresh, end } = heldRefresh()
    await page.press('Escape')
    await expect.poll(() => refresh.mock.calls.length).toBe(1)
    await page.router.push({ name: 'elsewhere' })
    end()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(page.router.currentRoute.value.name).toBe('elsewhere')
  })

  it('goes on to the next household of the village', async () => {
    await closeAsPartial()
    await page.press('n')
    await expect.poll(() => page.interview.household?.headName).toBe('王乙')
    await expect.poll(page.question).toBe('consent')
  })

  it('leads nobody to the next household who went elsewhere while the list was read again', async () => {
    await closeAsPartial()
    const { refresh, end } = heldRefresh()
    await page.press('n')
    await expect.poll(() => refresh.mock.calls.length).toBe(1)
    await page.router.push({ name: 'elsewhere' })
    end()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(page.router.currentRoute.value.name).toBe('elsewhere')
  })

  it('undoes an added member and an added ledger line by the key that undoes', async () => {
    await page.press('m')
    await expect.poll(rows).toBe(6)
    await page.press('Backspace')
    await expect.poll(page.question).toBe('consent') // where one was before
    await page.press('Alt+2')
    await expect.poll(rows).toBe(5)
    await page.press('Alt+9', ...'11700', 'Enter', 'Backspace')
    await expect.poll(page.question).toBe('line_amount')
    await page.press('ArrowUp', 'Backspace') // there and back
    await expect.poll(page.question).toBe('line_amount')
    await page.press('Backspace')
    await expect.poll(page.question).toBe('add_line')
    expect(page.textOf('ledger')).not.toContain('700')
  })
})
