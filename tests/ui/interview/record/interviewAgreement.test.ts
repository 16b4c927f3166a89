import { nextTick } from 'vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { KNOWN_FORMS } from '../../../../src/adapters/resources/instruments'
import { contentText } from '../../../../src/domain/changes/canonicalText'
import { READ } from '../../../../src/domain/interview/bookkeeping'
import { readInterview } from '../../../../src/domain/interview/readInterview'
import { aHousehold, aMember } from '../../../builders/aHousehold'
import { anOpenInterview } from '../../../builders/anOpenInterview'

const HOUSEHOLD = aHousehold({ members: [aMember(), aMember({ id: 'm2' })] })
let open: Awaited<ReturnType<typeof anOpenInterview>>

beforeEach(async () => {
  open = await anOpenInterview(HOUSEHOLD)
  await open.goTo({ question: 'respondent' })
  await digits(1)
})

async function digits(...numbers: readonly number[]): Promise<void> {
  for (const number of numbers) {
    await open.input.digit(number)
    await nextTick()
  }
}

/** A line of wages: migrant work, that much, received. */
async function aLine(amount: string): Promise<void> {
  await open.goTo('new line')
  await digits(1, 2)
  open.input.text = amount
  await open.input.next()
  await nextTick()
  await digits(1)
}

async function readAll(): Promise<void> {
  for (const { id } of open.interview.interview?.lines ?? [])
    expect(await open.interview.readLine(id)).toBe(true)
}

async function answer(question: string, number: number): Promise<void> {
  await open.goTo({ question })
  await digits(number)
}

async function setAmount(yuan: number): Promise<void> {
  const [line = ''] = open.interview.record.answers.lines.keys()
  const given = { ref: { question: 'amount_yuan', line }, value: yuan, evidence: 'respondent' } as const
  expect(await open.interview.give([given])).toBe(true)
}

const rule = () => open.interview.verdict?.criteria?.income.because[0]?.rule
const voids = () =>
  open.interview.openChecks
    .filter(({ check }) => check === 'answer_void')
    .map(({ refs }) => refs[0]?.question)

describe('the question about the ledger', () => {
  it('takes no answer before every line was read, and asks for the reading', async () => {
    await aLine('700')
    await aLine('9000')
    await answer('ledger_agreement', 1)
    expect(open.written('ledger_agreement')).toEqual([])
    expect(open.interview.isReadingAsked).toBe(true)
    expect(open.input.chosen).toEqual([])
    const [first = ''] = open.interview.record.answers.lines.keys()
    await open.interview.readLine(first)
    await answer('ledger_agreement', 1)
    expect(open.written('ledger_agreement')).toEqual([])
    await readAll()
    await answer('ledger_agreement', 1)
    expect(open.written('ledger_agreement')).toHaveLength(1)
    expect(rule()).toBe('reaches_line_agreed')
  })

  it('keeps each reading once, and after the app ended', async () => {
    await aLine('700')
    await readAll()
    await readAll()
    expect(open.interview.changes.filter(({ path }) => path.startsWith(READ))).toHaveLength(1)
    await open.interview.open(HOUSEHOLD)
    expect(open.interview.unread).toEqual([])
  })
})

describe('an agreement and a signature', () => {
  beforeEach(async () => {
    await aLine('20000')
    await readAll()
    await answer('ledger_agreement', 1)
    await open.goTo({ question: 'signature' })
    open.input.draw([[10, 20, 30, 40]])
    await open.input.next()
    expect(voids()).toEqual([])
  })

  it('are void once the ledger is another, are shown so, and hold again when it is taken back', async () => {
    await setAmount(19_000)
    expect(rule()).toBe('ledger_changed')
    expect(voids()).toEqual(['ledger_agreement', 'signature'])
    expect(open.interview.unanswered).toContainEqual({ question: 'ledger_agreement' })
    await open.interview.undo()
    expect(rule()).toBe('reaches_line_agreed')
    expect(voids()).toEqual([])
  })

  it('are given again, in the same words, once the changed ledger was read', async () => {
    await setAmount(19_000)
    await answer('ledger_agreement', 1)
    expect(open.written('ledger_agreement')).toHaveLength(1)
    await readAll()
    await answer('ledger_agreement', 1)
    expect(open.written('ledger_agreement')).toHaveLength(2)
    expect(rule()).toBe('reaches_line_agreed')
    expect(voids()).toEqual(['signature'])
  })

  it('are void when another laptop, which knew nothing of them, changed a line', async () => {
    const { id, changes } = open.interview
    const amount = changes.find(({ path }) => /^lines.*amount_yuan$/.test(path))
    if (amount === undefined) throw new Error('no amount')
    // Its counter is below that of the agreement: by order alone it would have been heard.
    const elsewhere = {
      ...amount,
      id: `${'f'.repeat(32)}:1`,
      lamport: amount.lamport + 1,
      value: 19_000,
      replaces: [amount.id],
    } as const
    expect(contentText(elsewhere)).not.toBe(contentText(amount))
    open.interview.changes = [...changes, elsewhere]
    expect(
      readInterview(id, open.interview.changes, KNOWN_FORMS).answers.household.has('ledger_agreement'),
    ).toBe(true)
    expect(rule()).toBe('ledger_changed')
  })

  it('are void when a member is found gone', async () => {
    const gone = {
      ref: { question: 'member_status', member: 'm2' },
      value: 'left',
      evidence: 'respondent',
    } as const
    await open.interview.give([gone])
    expect(voids()).toEqual(['ledger_agreement', 'signature'])
  })

  it('do not count when the list now has a member more', async () => {
    await open.interview.open(aHousehold({ members: [...HOUSEHOLD.members, aMember({ id: 'm3' })] }))
    expect(rule()).toBe('ledger_changed')
  })
})

describe('the acceptance of the conclusion', () => {
  it('is void once the conclusion is another, is shown so, and can be given again', async () => {
    await answer('accepts_result', 1)
    expect(voids()).toEqual([])
    await answer('food_enough', 1)
    expect(voids()).toEqual([])
    await answer('food_protein', 1)
    await answer('observed_food_store', 1)
    expect(open.interview.verdict?.criteria?.food.result).toBe('met')
    expect(voids()).toEqual(['accepts_result'])
    await answer('accepts_result', 1)
    expect(voids()).toEqual([])
    expect(open.written('accepts_result')).toHaveLength(2)
  })
})
