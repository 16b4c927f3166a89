import { describe, expect, it } from 'vitest'
import {
  NO_ANSWERS,
  type Answer,
  type AnswerValue,
  type InterviewAnswers,
} from '../../../src/domain/interview/Answers'
import { compareBackcheck, differenceRates } from '../../../src/domain/rounds/compareBackcheck'
import { INSTRUMENT } from '../../builders/anInterview'

type Given = Readonly<Record<string, AnswerValue>>

function answersOf(given: Given): Map<string, Answer> {
  return new Map(
    Object.entries(given).map(([question, value]) => [question, { value, evidence: 'respondent' as const }]),
  )
}

function round(
  household: Given,
  members: Readonly<Record<string, Given>> = {},
  lines: readonly Given[] = [],
): InterviewAnswers {
  return {
    ...NO_ANSWERS,
    household: answersOf(household),
    members: new Map(Object.entries(members).map(([id, given]) => [id, answersOf(given)])),
    lines: new Map(lines.map((given, nth) => [`l${nth}`, answersOf(given)])),
  }
}

describe('a back-check compared with the first round', () => {
  it('compares what both answered, member by member, and nothing about the visits themselves', () => {
    const first = round(
      { food_enough: 'all_year', water_short_days: 0, visit_outcome: 'completed', bedding: 'enough' },
      { m1: { insurance: 'resident' }, m2: { insurance: 'none' } },
    )
    const again = round(
      { food_enough: 'all_year', water_short_days: 40, visit_outcome: 'partial' },
      { m1: { insurance: 'none' }, m3: { insurance: 'resident' } },
    )
    const compared = compareBackcheck(first, again, INSTRUMENT)
    expect(compared.map(({ ref, isSame }) => [ref.question, ref.member, isSame])).toEqual([
      ['food_enough', undefined, true],
      ['water_short_days', undefined, false],
      ['insurance', 'm1', false],
    ])
  })

  it('does not mind the order of several choices', () => {
    const compared = compareBackcheck(
      round({ support_received: ['industry', 'work'] }),
      round({ support_received: ['work', 'industry'] }),
      INSTRUMENT,
    )
    expect(compared).toMatchObject([{ isSame: true }])
  })

  it('compares the ledger by the total of each item, 0 yuan where one has none', () => {
    const first = round({}, {}, [
      { income_item: 'local_work', amount_yuan: 3000 },
      { income_item: 'local_work', amount_yuan: 1000 },
      { income_item: 'pension', amount_yuan: 1200 },
    ])
    const again = round({}, {}, [
      { income_item: 'local_work', amount_yuan: 4000 },
      { income_item: 'crops', amount_yuan: 500 },
    ])
    expect(compareBackcheck(first, again, INSTRUMENT)).toMatchObject([
      { item: 'local_work', first: 4000, backcheck: 4000, isSame: true },
      { item: 'pension', first: 1200, backcheck: 0, isSame: false },
      { item: 'crops', first: 0, backcheck: 500, isSame: false },
    ])
  })

  it('gives the rate of every question, the largest first', () => {
    const compared = [
      ...compareBackcheck(
        round({ bedding: 'enough', food_enough: 'all_year' }),
        round({ bedding: 'short', food_enough: 'all_year' }),
        INSTRUMENT,
      ),
      ...compareBackcheck(round({ food_enough: 'all_year' }), round({ food_enough: 'short' }), INSTRUMENT),
    ]
    expect(differenceRates(compared)).toEqual([
      { question: 'bedding', compared: 1, different: 1, rate: 1 },
      { question: 'food_enough', compared: 2, different: 1, rate: 1 / 2 },
    ])
  })
})
