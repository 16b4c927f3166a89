import { describe, expect, it } from 'vitest'
import type { AnswerRecord, Round } from '../../../src/application/assess/AnswerRecord'
import { assessHousehold } from '../../../src/application/assess/assessHousehold'
import { recordAnswers } from '../../../src/application/interview/recordAnswers'
import type { AnswerValue } from '../../../src/domain/interview/Answers'
import { aHousehold, aMember } from '../../builders/aHousehold'
import { AUTHOR, aMemoryProject, RULES } from '../../builders/aMemoryProject'

const HOUSEHOLD = aHousehold({ members: [aMember()] })

function answer(
  question: string,
  value: AnswerValue | null,
  given: Partial<AnswerRecord> = {},
): AnswerRecord {
  const own = { household: 'h1', member: null, line: null, round: 'first', at: null, by: null } as const
  return { ...own, question, value, evidence: 'respondent', ...given }
}

const line = (label: string, yuan: number, round: Round = 'first'): readonly AnswerRecord[] => [
  answer('income_kind', 'wage', { line: label, round }),
  answer('amount_yuan', yuan, { line: label, round }),
  answer('income_state', 'received', { line: label, round }),
]

const HUNGRY = [
  answer('visit_outcome', 'completed'),
  answer('food_enough', 'often_short', { evidence: 'document' }),
  answer('ledger_agreement', 'agrees'),
  ...line('1', 8000),
]

async function assess(records: readonly AnswerRecord[]) {
  const store = await aMemoryProject([HOUSEHOLD], records)
  const changes = (await store.changesOfHouseholds(['h1'])).get('h1') ?? []
  return { ...assessHousehold(HOUSEHOLD, changes, RULES), changes, store }
}

describe('an assessment', () => {
  it('is the same whatever order the changes come in', async () => {
    const { changes, judgement } = await assess(HUNGRY)
    expect(assessHousehold(HOUSEHOLD, changes.toReversed(), RULES).judgement).toEqual(judgement)
  })
  it('chooses the same of two copies begun at one counter, whatever order they come in', async () => {
    const { changes } = await assess(HUNGRY)
    const copy = changes.map((each) => ({
      ...each,
      id: each.id.replace(/^[0-9a-f]{32}/, 'b'.repeat(32)),
      entityId: 'h1/first/other',
    }))
    const satisfied = copy.map((each) =>
      each.path === 'food_enough' ? { ...each, value: 'all_year' } : each,
    )
    const first = assessHousehold(HOUSEHOLD, [...changes, ...(satisfied as typeof changes)], RULES)
    const second = assessHousehold(HOUSEHOLD, [...(satisfied as typeof changes), ...changes], RULES)
    expect(second.judgement).toEqual(first.judgement)
  })
  it('keeps a suspicion when the verification meets nobody', async () => {
    const nobody = answer('visit_outcome', 'not_home', { round: 'verification' })
    expect((await assess([...HUNGRY, nobody])).judgement.conclusion).toBe('suspected_wrong_exit')
  })
  it('takes the verification’s ledger in place of the first, not beside it', async () => {
    const { judgement } = await assess([...HUNGRY, ...line('1', 5000, 'verification')])
    expect(judgement.income?.counted).toBe(5000)
  })
  it('knows one new member in both rounds', async () => {
    const added = (round: Round) => answer('member_status', 'new', { member: 'new-1', round })
    const { judgement } = await assess([...HUNGRY, added('first'), added('verification')])
    expect(judgement.income?.persons).toBe(2)
  })
  it('forgets a line and a person of whom every answer is taken back', async () => {
    const back = [
      answer('income_kind', 'wage', { line: '2' }),
      answer('income_kind', null, { line: '2' }),
      answer('member_status', 'new', { member: 'new-1' }),
      answer('member_status', null, { member: 'new-1' }),
    ]
    const { judgement } = await assess([...HUNGRY, ...back])
    expect(judgement.income).toMatchObject({ counted: 8000, persons: 1 })
  })
  it('lists an answer that took the place of another, and nothing is decided by two heads that differ', async () => {
    const { store } = await assess(HUNGRY)
    const ref = { question: 'food_enough' }
    await recordAnswers(
      store,
      'h1/first/answers',
      [{ ref, value: 'all_year', evidence: 'respondent', reason: '听错了' }],
      AUTHOR,
    )
    const changes = (await store.changesOfHouseholds(['h1'])).get('h1') ?? []
    const corrected = assessHousehold(HOUSEHOLD, changes, RULES)
    expect(corrected.corrections).toMatchObject([
      { ref, old: { value: 'often_short' }, new: { value: 'all_year', reason: '听错了' } },
    ])
    const apart = changes.map((each) => (each.reason === undefined ? each : { ...each, replaces: [] }))
    const conflicting = assessHousehold(HOUSEHOLD, apart, RULES)
    expect(conflicting.conflicts).toEqual([ref])
    expect(conflicting.judgement.criteria?.food.result).toBe('undetermined')
  })
})
