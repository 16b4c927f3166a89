import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digest } from '../../../src/adapters/crypto/digest'
import type { AnswerValue, InterviewAnswers } from '../../../src/domain/interview/Answers'
import { compareEntries } from '../../../src/domain/rounds/compareEntries'
import { isDrawnForSecondEntry } from '../../../src/domain/rounds/drawSecondEntry'
import { INSTRUMENT } from '../../builders/anInterview'

type Given = Readonly<Record<string, AnswerValue>>

function entry(
  household: Given,
  members: Readonly<Record<string, Given>> = {},
  lines: readonly Given[] = [],
  tag = 'a',
): InterviewAnswers {
  const answers = (given: Given) =>
    new Map(Object.entries(given).map(([name, value]) => [name, { value, evidence: 'respondent' as const }]))
  const ids = Object.keys(members)
  return {
    household: answers(household),
    members: new Map(ids.map((id) => [id, answers(members[id] ?? {})])),
    lines: new Map(lines.map((line, at) => [`${tag}${at}`, answers(line)])),
    addedMembers: ids.filter((id) => id.startsWith('new')),
    labels: new Map(),
    readings: new Map(),
  }
}

describe('two entries of one paper form', () => {
  it('differ where a value differs, and where only one has it', () => {
    const first = entry({ food_enough: 'all_year', water_short_days: 3, note: '好' })
    const second = entry({ food_enough: 'often_short', note: ' 好 ', bedding: 'short' })
    const { fields, differences } = compareEntries(first, second, INSTRUMENT)
    expect(fields).toBe(4)
    expect(differences).toEqual([
      { ref: { question: 'food_enough' }, first: 'all_year', second: 'often_short' },
      { ref: { question: 'water_short_days' }, first: 3, second: null },
      { ref: { question: 'bedding' }, first: null, second: 'short' },
    ])
  })

  it('have listed members by their id, added ones and ledger lines by their order on the paper', () => {
    const first = entry(
      {},
      { m1: { insurance: 'resident' }, 'new:x': { name: '王一' } },
      [{ amount_yuan: 900 }, { amount_yuan: 50 }],
      'a',
    )
    const second = entry(
      {},
      { m1: { insurance: 'none' }, 'new:y': { name: '王二' } },
      [{ amount_yuan: 900 }, { amount_yuan: 500 }, { amount_yuan: 7 }],
      'b',
    )
    expect(
      compareEntries(first, second, INSTRUMENT).differences.map((each) => [each.ref, each.second]),
    ).toEqual([
      [{ question: 'insurance', member: 'm1' }, 'none'],
      [{ question: 'name', member: 'new:x' }, '王二'],
      [{ question: 'amount_yuan', line: 'a1' }, 500],
      [{ question: 'amount_yuan', line: 'b2' }, 7],
    ])
  })

  it('do not differ in the order of several choices, nor in what no paper holds', () => {
    const first = entry({ shocks: ['illness', 'accident'], photos: 'p1' })
    const second = entry({ shocks: ['accident', 'illness'] })
    expect(compareEntries(first, second, INSTRUMENT)).toEqual({ fields: 1, differences: [] })
  })
})

describe('the draw of second entries', () => {
  const households = Array.from({ length: 4000 }, (_, at) => `h${at}`)
  const drawn = (sharePercent: number, seed = 's') =>
    households.filter((each) => isDrawnForSecondEntry(each, { seed, sharePercent }, digest))

  it('takes about its share, none of nothing and everything of all', () => {
    expect(drawn(0)).toEqual([])
    expect(drawn(100)).toEqual(households)
    // Four standard deviations of a share of a tenth in 4,000.
    expect(Math.abs(drawn(10).length - 400)).toBeLessThan(76)
    expect(drawn(10, 't')).not.toEqual(drawn(10))
  })

  it('keeps whoever is drawn when the share grows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (one, other) => {
        const [small, large] = [Math.min(one, other), Math.max(one, other)]
        const wide = new Set(drawn(large).slice(0))
        expect(drawn(small).every((each) => wide.has(each))).toBe(true)
      }),
      { numRuns: 5 },
    )
  })
})
