import { expect, it } from 'vitest'
import type { InterviewStep } from '../../../src/domain/interview/interviewSteps'
import { isAbout, nextCommented } from '../../../src/ui/interview/comments'

const STEPS: readonly InterviewStep[] = [
  { kind: 'question', group: 'food', ref: { question: 'food_enough' } },
  { kind: 'question', group: 'medical', ref: { question: 'insurance', member: 'm1' } },
  { kind: 'question', group: 'medical', ref: { question: 'insurance', member: 'm2' } },
  { kind: 'line_item', group: 'income', ref: { question: 'income_item', line: 'l1' } },
  { kind: 'line_amount', group: 'income', ref: { question: 'amount_yuan', line: 'l1' } },
  { kind: 'add_line', group: 'income' },
]

function aReturn(path: string | null, isCorrected = false) {
  return { path, isCorrected, text: '再问', interview: 'h/first/1', by: '组长', at: '' }
}

it('finds the stops that a comment is about: all of a ledger line, none for the whole interview', () => {
  const stops = (path: string | null) => STEPS.map((step) => isAbout({ path }, step))
  expect(stops('food_enough')).toEqual([true, false, false, false, false, false])
  expect(stops('members/m2/insurance')).toEqual([false, false, true, false, false, false])
  expect(stops('lines/l1/amount_yuan')).toEqual([false, false, false, true, true, false])
  expect(stops(null)).toEqual(STEPS.map(() => false))
})

it('goes on to the next comment that nothing was done about, from the top again at the end', () => {
  const returns = [
    aReturn('members/m1/insurance'),
    aReturn('lines/l1/amount_yuan'),
    aReturn('food_enough', true),
    aReturn(null),
  ]
  expect(nextCommented(STEPS, -1, returns)).toBe(1)
  expect(nextCommented(STEPS, 1, returns)).toBe(4)
  expect(nextCommented(STEPS, 4, returns)).toBe(1)
  expect(nextCommented(STEPS, 0, [aReturn(null), aReturn('food_enough', true)])).toBe(null)
})
