import { beforeEach, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { anOpenInterview } from '../../../builders/anOpenInterview'

let open: Awaited<ReturnType<typeof anOpenInterview>>

beforeEach(async () => {
  open = await anOpenInterview()
})

/** Value and evidence of everything that was written of a path, oldest first. */
function said(path: string) {
  return open.written(path).map(({ value, evidence }) => [value, evidence])
}

async function digits(...numbers: readonly number[]): Promise<void> {
  for (const number of numbers) {
    await open.input.digit(number)
    await nextTick()
  }
}

describe('a letter', () => {
  it('before the answer is for this answer and for none behind it', async () => {
    await open.goTo({ question: 'food_enough' })
    await open.input.evidence('other')
    expect(open.input.evidenceHere).toBe('other')
    await digits(1)
    expect([open.here(), open.input.evidenceHere]).toEqual(['food_protein', 'respondent'])
    await digits(1)
    expect(said('food_enough')).toEqual([['all_year', 'other']])
    expect(said('food_protein')).toEqual([['any_time', 'respondent']])
  })

  it('after the answer adds a way in which it is known, and takes it away when pressed again', async () => {
    await open.goTo({ question: 'food_enough' })
    await digits(1)
    await open.goTo({ question: 'food_enough' })
    expect(open.input.evidenceHere).toBe('respondent')
    await open.input.evidence('other')
    expect(open.input.evidenceHere).toEqual(['respondent', 'other'])
    await open.input.evidence('other')
    expect(said('food_enough')).toEqual([
      ['all_year', 'respondent'],
      ['all_year', ['respondent', 'other']],
      ['all_year', 'respondent'],
    ])
  })

  it('is forgotten when the question is left without an answer', async () => {
    await open.goTo({ question: 'food_enough' })
    await open.input.evidence('other')
    open.input.pass(1)
    open.input.pass(-1)
    expect([open.here(), open.input.evidenceHere]).toEqual(['food_enough', 'respondent'])
    await digits(1)
    expect(said('food_enough')).toEqual([['all_year', 'respondent']])
  })

  it('shows how it is known in place of the default, when that is asked', async () => {
    await open.goTo({ question: 'house_basis' })
    await digits(1)
    expect([open.here(), open.input.isAskingEvidence]).toEqual(['house_basis', true])
    await open.input.evidence('document')
    expect([open.here(), open.input.isAskingEvidence]).toEqual(['lives_in_safe_house', false])
    expect(said('house_basis').at(-1)).toEqual(['grade_a', 'document'])
  })

  it('is no answer by itself', async () => {
    await open.goTo({ question: 'food_enough' })
    await open.input.evidence('other')
    expect(open.interview.changes).toEqual([])
  })
})

describe('what is known in two ways', () => {
  beforeEach(async () => {
    await open.goTo({ question: 'food_enough' })
    await open.input.evidence('respondent')
    await open.input.evidence('other')
    await digits(3)
    await open.goTo({ question: 'food_enough' })
  })

  it('counts as two informants', () => {
    expect(said('food_enough')).toEqual([['often_short', ['respondent', 'other']]])
    expect(open.interview.verdict?.criteria?.food).toMatchObject({ result: 'unmet' })
  })

  it('stays as it is by Enter and by the same digit', async () => {
    expect(open.input.evidenceHere).toEqual(['respondent', 'other'])
    await open.input.next()
    await open.goTo({ question: 'food_enough' })
    await digits(3)
    expect([open.here(), said('food_enough')]).toEqual([
      'food_protein',
      [['often_short', ['respondent', 'other']]],
    ])
  })

  it('gets new evidence when something else is answered', async () => {
    await digits(2)
    expect(said('food_enough').at(-1)).toEqual(['some_months_short', 'respondent'])
  })
})

describe('the same once more', () => {
  it('is not written: a number, several choices, a ledger line', async () => {
    await open.goTo({ question: 'water_source' })
    await digits(1, 1, 1)
    open.input.text = '12'
    await open.input.next()
    await open.goTo({ question: 'support_received' })
    await digits(1, 5)
    await open.input.next()
    await aLine('700')
    const { length } = open.interview.changes

    await open.goTo({ question: 'water_short_days' })
    expect(open.input.text).toBe('12')
    await open.input.next()
    await open.input.settle()
    await open.goTo({ question: 'support_received' })
    await open.input.next()
    const [line] = open.interview.record.answers.lines.keys()
    for (const [question, numbers] of [
      ['income_item', [1, 2]],
      ['income_state', [1]],
    ] as const) {
      await open.goTo({ question, line: line ?? '' })
      await digits(...numbers)
    }
    await open.goTo({ question: 'amount_yuan', line: line ?? '' })
    await open.input.next()
    expect(open.interview.changes).toHaveLength(length)
  })
})

describe('Backspace', () => {
  it('takes back what the hand did before it was given: a tick, a kind, a letter', async () => {
    await open.goTo({ question: 'support_received' })
    await digits(1, 5)
    await open.input.undo()
    expect(open.input.chosen).toEqual(['industry'])
    await open.goTo('new line')
    await digits(2)
    await open.input.undo()
    expect(open.input.kind).toBeNull()
    await open.goTo({ question: 'food_enough' })
    await open.input.evidence('other')
    await open.input.undo()
    expect(open.input.evidenceHere).toBe('respondent')
  })

  it('takes back an answer and shows the question without it', async () => {
    await open.goTo({ question: 'food_enough' })
    await digits(1)
    await open.input.undo()
    expect([open.here(), open.input.chosen]).toEqual(['food_enough', []])
  })

  it('takes back an answer that waits to hear how it is known', async () => {
    await open.goTo({ question: 'house_basis' })
    await digits(1)
    await open.input.undo()
    expect([open.input.isAskingEvidence, open.input.chosen]).toEqual([false, []])
  })

  it('goes back where one came from, step by step', async () => {
    await open.goTo({ question: 'food_enough' })
    open.input.pass(1)
    open.input.pass(1)
    await open.input.undo()
    expect(open.here()).toBe('food_protein')
    await open.input.undo()
    expect(open.here()).toBe('food_enough')
  })

  it('puts a removed line back with all its answers', async () => {
    await aLine('700')
    await aLine('900')
    const [first] = open.interview.record.answers.lines.keys()
    await open.interview.remove('lines', first ?? '')
    expect(amounts()).toEqual([900])
    expect(open.interview.lastDone?.removedLine).toBe('1')
    await open.input.undo()
    expect(amounts()).toEqual([700, 900])
  })

  it('takes a member away who was added, and puts back one who was taken away', async () => {
    await open.interview.addMember()
    const [member] = open.interview.record.answers.addedMembers
    await open.interview.remove('members', member ?? '')
    await open.input.undo()
    expect(open.interview.record.answers.addedMembers).toEqual([member])
    await open.input.undo()
    expect(open.interview.record.answers.addedMembers).toEqual([])
  })
})

describe('ticks and strokes', () => {
  it('are given when the question is left, and are there when one comes back', async () => {
    await open.goTo({ question: 'support_received' })
    await digits(1, 5)
    await open.input.settle()
    await open.goTo({ question: 'food_enough' })
    await open.goTo({ question: 'support_received' })
    expect(open.input.chosen).toEqual(['industry', 'health'])
    await digits(1, 1)
    await open.input.settle()
    expect(said('support_received')).toHaveLength(1)
  })

  it('of a signature are kept by Enter, and by nothing that is only seen', async () => {
    const strokes = [
      [10, 10, 20, 30],
      [40, 40],
    ]
    await open.goTo({ question: 'signature' })
    open.input.draw(strokes.slice(0, 1))
    open.input.draw(strokes)
    open.input.draw([...strokes, [1, 1]])
    await open.input.undo()
    await open.input.next()
    expect(open.written('signature').map(({ value }) => value)).toEqual([strokes])
    await open.goTo({ question: 'signature' })
    expect(open.input.drawn).toEqual([])
    await open.input.next()
    expect(open.written('signature')).toHaveLength(1)
  })
})

describe('the ledger', () => {
  it('is gone through line by line only at a chosen line, and ends at a new one', async () => {
    await aLine('700')
    await aLine('900')
    expect(open.here()).toBe('add_line')
    await open.goTo({ question: 'water_quality' })
    open.input.pass(1)
    expect(open.here()).toBe('add_line')
    const [first] = open.interview.record.answers.lines.keys()
    await open.goTo({ question: 'income_state', line: first ?? '' })
    await digits(2)
    expect(open.here()).toBe('add_line')
  })

  it('keeps the question in focus when a line before it is taken away', async () => {
    await aLine('700')
    await open.goTo({ question: 'ledger_agreement' })
    const [line] = open.interview.record.answers.lines.keys()
    await aLine('900')
    await open.goTo({ question: 'support_received' })
    await open.interview.remove('lines', line ?? '')
    expect(open.here()).toBe('support_received')
  })

  it('leaves one at a new line when the line in focus is taken away', async () => {
    await aLine('700')
    const [line] = open.interview.record.answers.lines.keys()
    await open.goTo({ question: 'amount_yuan', line: line ?? '' })
    await open.interview.remove('lines', line ?? '')
    expect(open.here()).toBe('add_line')
  })

  it('gives no line the number of another, whichever was taken away', async () => {
    await aLine('700')
    await aLine('900')
    const [first] = open.interview.record.answers.lines.keys()
    await open.interview.remove('lines', first ?? '')
    await aLine('400')
    const { lines, labels } = open.interview.record.answers
    expect([...lines.keys()].map((id) => labels.get(id))).toEqual(['2', '3'])
  })
})

function amounts(): readonly unknown[] {
  return [...open.interview.record.answers.lines.values()].map((line) => line.get('amount_yuan')?.value)
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
