import { describe, expect, it } from 'vitest'
import { aHousehold, aMember } from '../../../../builders/aHousehold'
import { byDocument, judged } from '../../../../builders/anInterview'

/** Every question that a criterion needs: left unanswered alone, it leaves the criterion open and is what would settle it. */
describe('a criterion', () => {
  it.each([
    ['food', 'food_enough'],
    ['food', 'food_protein'],
    ['clothing', 'clothing_season'],
    ['clothing', 'bedding'],
    ['housing', 'house_basis'],
    ['housing', 'lives_in_safe_house'],
    ['housing', 'observed_house'],
    ['water', 'water_quantity'],
    ['water', 'water_fetch'],
    ['water', 'water_short_days'],
    ['water', 'water_quality'],
    ['income', 'ledger_agreement'],
  ] as const)('%s needs %s', (criterion, question) => {
    const result = judged({ answers: { [question]: null } }).criteria?.[criterion]
    expect(result).toMatchObject({ result: 'undetermined', applicable: true, wouldSettle: [{ question }] })
  })
  it.each(['quantity', 'access', 'reliability', 'quality'] as const)(
    'of water leaves only its part %s open',
    (part) => {
      const question = {
        quantity: 'water_quantity',
        access: 'water_fetch',
        reliability: 'water_short_days',
        quality: 'water_quality',
      }[part]
      const parts = judged({ answers: { [question]: null } }).criteria?.water.parts ?? {}
      expect(Object.entries(parts).filter(([, result]) => result !== 'met')).toEqual([[part, 'undetermined']])
    },
  )
  it('reports missing answers when nothing else is open', () => {
    expect(judged({ answers: { bedding: null } }).criteria?.clothing.rule).toBe('answers_missing')
    expect(judged({ answers: { clothing_season: 'partly' } }).criteria?.clothing.rule).toBe(
      'speaks_for_neither',
    )
  })
  it('counts a member ill who is healthy in one respect and ill in another', () => {
    const household = aHousehold({ members: [aMember({ health: ['disabled', 'healthy'] })] })
    expect(judged({ household }).criteria?.medical.wouldSettle).toEqual([
      { question: 'treatment', member: 'm1' },
    ])
  })
  it('accepts not yet due of nobody without a birth date, and of nobody on the entry day itself', () => {
    const child = aMember({ id: 'm2', birthDate: '2014-08-31' })
    const household = aHousehold({ members: [aMember(), child] })
    const members = {
      m2: { school_status: byDocument('not_in_school'), not_in_school_reason: 'not_yet_due' },
    }
    expect(judged({ household, members }).criteria?.education.result).toBe('unmet')
  })
  it('knows no age from a number that is none', () => {
    const household = aHousehold({ members: [aMember({ birthDate: null, idNumber: '5399011980' })] })
    expect(judged({ household }).criteria?.education.wouldSettle).toEqual([
      { question: 'birth_date', member: 'm1' },
    ])
  })
  it('of a partial interview found short by an observation alone goes to the lead', () => {
    const answers = {
      visit_outcome: 'partial',
      house_basis: 'not_graded',
      observed_house: 'clearly_dangerous',
    }
    expect(judged({ answers }).conclusion).toBe('to_verify')
  })
})
