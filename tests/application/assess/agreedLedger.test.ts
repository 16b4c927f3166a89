import { describe, expect, it } from 'vitest'
import type { AnswerRecord } from '../../../src/application/assess/AnswerRecord'
import { assessHousehold } from '../../../src/application/assess/assessHousehold'
import type { AnswerValue } from '../../../src/domain/interview/Answers'
import { stateOf } from '../../../src/domain/interview/Interview'
import { aHousehold, aMember } from '../../builders/aHousehold'
import { aMemoryProject, RULES } from '../../builders/aMemoryProject'

const HOUSEHOLD = aHousehold({ members: [aMember(), aMember({ id: 'm2' })] })

function answer(
  question: string,
  value: AnswerValue | null,
  given: Partial<AnswerRecord> = {},
): AnswerRecord {
  const own = { household: 'h1', member: null, line: null, round: 'first', at: null, by: null } as const
  return { ...own, question, value, evidence: 'respondent', ...given }
}

const line = (label: string, yuan: number, given: Partial<AnswerRecord> = {}): readonly AnswerRecord[] => [
  answer('income_kind', 'wage', { line: label, ...given }),
  answer('income_item', 'local_work', { line: label, ...given }),
  answer('amount_yuan', yuan, { line: label, ...given }),
  answer('income_state', 'received', { line: label, ...given }),
]

const AGREES = answer('ledger_agreement', 'agrees')
const SIGNED = answer('signature', [[10, 20, 30, 40]])
const READ = [answer('visit_outcome', 'completed'), ...line('1', 20_000), AGREES, SIGNED]

async function assess(records: readonly AnswerRecord[]) {
  const store = await aMemoryProject([HOUSEHOLD], records)
  const changes = (await store.changesOfHouseholds(['h1'])).get('h1') ?? []
  return assessHousehold(HOUSEHOLD, changes, RULES)
}

async function income(records: readonly AnswerRecord[]) {
  const { judgement, interview } = await assess(records)
  const result = judgement.criteria?.income
  const signature = stateOf(interview, interview.household, 'signature')
  return { result: result?.result, rule: result?.because[0]?.rule, signature: signature.state }
}

const VOID = { result: 'undetermined', rule: 'ledger_changed', signature: 'unanswered' }
const HOLDS = { result: 'met', rule: 'reaches_line_agreed', signature: 'answered' }

describe('an agreement to the ledger', () => {
  it('holds while nothing changes', async () => {
    expect(await income(READ)).toEqual(HOLDS)
  })
  it.each([
    ['an amount', [answer('amount_yuan', 2000, { line: '1' })]],
    ['a state', [answer('income_state', 'expected', { line: '1' })]],
    ['an item', [answer('income_item', 'migrant_work', { line: '1' })]],
    ['a kind', [answer('income_kind', 'property', { line: '1' })]],
    ['a line more', line('2', 500)],
    ['a member who does not count', [answer('counts_in_economy', 'no', { member: 'm2' })]],
    ['a member who left', [answer('member_status', 'left', { member: 'm2' })]],
    ['a new member', [answer('member_status', 'new', { member: 'new-1' })]],
  ])('is void, and the signature with it, once %s is changed', async (_, later) => {
    expect(await income([...READ, ...later])).toEqual(VOID)
  })
  it.each([
    ['the same amount again', [answer('amount_yuan', 20_000, { line: '1' })]],
    ['a change that is taken back', [2000, 20_000].map((yuan) => answer('amount_yuan', yuan, { line: '1' }))],
    ['a member confirmed', [answer('member_status', 'same', { member: 'm2' })]],
    ['an answer of another kind', [answer('food_enough', 'all_year')]],
  ])('holds after %s', async (_, later) => {
    expect(await income([...READ, ...later])).toEqual(HOLDS)
  })
  it('holds for the changed ledger once it is given again', async () => {
    const again = [answer('amount_yuan', 19_000, { line: '1' }), AGREES, SIGNED]
    expect(await income([...READ, ...again])).toEqual(HOLDS)
  })
  it('is meant for the ledger of its file when it stands before every line', async () => {
    expect(await income([AGREES, SIGNED, ...READ.slice(0, 5)])).toEqual(HOLDS)
  })
  it('is void when it was a disagreement, too', async () => {
    const disagrees = answer('ledger_agreement', 'disagrees')
    const later = answer('amount_yuan', 19_000, { line: '1' })
    expect(await income([...READ, disagrees, later])).toMatchObject({ rule: 'ledger_changed' })
  })
  it('is void when a verification brings another ledger and no agreement', async () => {
    expect(await income([...READ, ...line('1', 3000, { round: 'verification' })])).toEqual(VOID)
  })
  it('is void when a verification finds that a member left', async () => {
    const left = answer('member_status', 'left', { member: 'm2', round: 'verification' })
    expect(await income([...READ, left])).toEqual(VOID)
  })
  it('holds when a verification reads its own ledger, though the first round said that a member left', async () => {
    const left = answer('member_status', 'left', { member: 'm2' })
    const round = 'verification'
    const agrees = [AGREES, SIGNED].map((each) => ({ ...each, round }) as const)
    const later = [...line('1', 30_000, { round }), ...agrees]
    expect(await income([left, ...READ, ...later])).toEqual(HOLDS)
  })
  it('is asked again: the question counts as unanswered', async () => {
    const { judgement } = await assess([...READ, ...line('2', 500)])
    expect(judgement.unanswered).toContainEqual({ question: 'ledger_agreement' })
  })
})
