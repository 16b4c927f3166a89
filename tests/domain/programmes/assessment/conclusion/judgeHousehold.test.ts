import { describe, expect, it } from 'vitest'
import type { RegisterStatus } from '../../../../../src/domain/roster/Roster'
import { aHousehold } from '../../../../builders/aHousehold'
import { aLine, byDocument, byRegistry, judged, type GivenAnswers } from '../../../../builders/anInterview'

const UNMET: GivenAnswers = { food_protein: byDocument('rarely_cannot_afford') }
const OPEN: GivenAnswers = { food_protein: null }

function conclusion(status: RegisterStatus | null, answers: GivenAnswers) {
  return judged({ household: aHousehold({ status }), answers }).conclusion
}

describe('the conclusion', () => {
  it.each<[RegisterStatus, string, string, string]>([
    ['exited', 'exit_confirmed', 'suspected_wrong_exit', 'to_verify'],
    ['poor', 'meets_standard', 'still_poor', 'to_verify'],
    ['relapsed', 'meets_standard', 'still_poor', 'to_verify'],
    ['unregistered', 'no_omission', 'suspected_omission', 'to_verify'],
  ])('of an %s household is %s, %s or %s', (status, met, unmet, open) => {
    expect(conclusion(status, {})).toBe(met)
    expect(conclusion(status, UNMET)).toBe(unmet)
    expect(conclusion(status, OPEN)).toBe(open)
  })
  it('is an unmet criterion’s, whatever else is open', () => {
    expect(conclusion('exited', { ...UNMET, bedding: null })).toBe('suspected_wrong_exit')
  })
  it('of an unregistered household with an exclusion fact is to verify', () => {
    expect(conclusion('unregistered', { ...UNMET, exclusion_facts: ['car'] })).toBe('to_verify')
    expect(conclusion('unregistered', { ...UNMET, exclusion_facts: null })).toBe('suspected_omission')
    expect(conclusion('unregistered', { exclusion_facts: ['car'] })).toBe('no_omission')
  })
  it('is to verify when the roster left the status open', () => {
    expect(conclusion(null, UNMET)).toBe('to_verify')
  })
  it.each(['refused', 'not_home', 'moved_away', 'dissolved', 'not_found', null])(
    'is not interviewed when the outcome is %s',
    (outcome) => {
      const judgement = judged({ answers: { ...UNMET, visit_outcome: outcome } })
      expect(judgement).toMatchObject({
        conclusion: 'not_interviewed',
        criteria: null,
        income: null,
        flags: [],
        monitoring: [],
        notComputed: [],
      })
    },
  )
  it('of a partial interview is to verify when a document or the eye found a fault, and not interviewed otherwise', () => {
    const partial = { visit_outcome: 'partial' }
    expect(judged({ answers: { ...UNMET, ...partial } })).toMatchObject({
      conclusion: 'to_verify',
      flags: [],
    })
    expect(judged({ answers: { ...UNMET, ...partial } }).criteria?.food.result).toBe('unmet')
    expect(
      judged({ answers: { ...partial, food_enough: 'often_short', observed_food_store: null } }).conclusion,
    ).toBe('not_interviewed')
    expect(judged({ answers: partial }).conclusion).toBe('not_interviewed')
  })
  it('of a partial interview is not interviewed when the fault rests on agreement alone', () => {
    const given = { answers: { visit_outcome: 'partial' }, lines: [aLine(100)] }
    expect(judged(given).conclusion).toBe('not_interviewed')
  })
})

describe('a partial interview with a ledger of documents below the line', () => {
  it('goes to the lead before it was read back; one line by word of mouth is not enough', () => {
    const answers = { visit_outcome: 'partial', ledger_agreement: null }
    const documented = Object.fromEntries(
      Object.entries(aLine(100)).map(([question, value]) => [question, byDocument(value as string | number)]),
    )
    expect(judged({ answers, lines: [documented] }).conclusion).toBe('to_verify')
    expect(judged({ answers, lines: [documented, aLine(1)] }).conclusion).toBe('not_interviewed')
  })
})

describe('unanswered questions', () => {
  it('leave out what does not apply, what is optional and what the roster knows', () => {
    expect(judged().unanswered.map(({ question }) => question)).toEqual(['id_number', 'work_place'])
  })
  it('name member and line', () => {
    const { unanswered } = judged({
      members: { m1: { insurance: null } },
      lines: [aLine(1, { amount_yuan: null })],
    })
    expect(unanswered).toContainEqual({ question: 'insurance', member: 'm1' })
    expect(unanswered).toContainEqual({ question: 'amount_yuan', line: '1' })
  })
  it('do not count a prefilled answer as missing, though it decides nothing', () => {
    const judgement = judged({ answers: { bedding: byRegistry('enough') } })
    expect(judgement.unanswered.map(({ question }) => question)).not.toContain('bedding')
    expect(judgement.criteria?.clothing.result).toBe('undetermined')
  })
})
