import { describe, expect, it } from 'vitest'
import { aHousehold, aMember } from '../../../../builders/aHousehold'
import { byDocument, byOther, byRegistry, judged, type GivenAnswers } from '../../../../builders/anInterview'

function criterion(name: 'food' | 'clothing' | 'housing' | 'water', answers: GivenAnswers) {
  const result = judged({ answers }).criteria?.[name]
  if (result === undefined) throw new Error('no criteria')
  return {
    result: result.result,
    settles: result.wouldSettle.map(({ question }) => question),
    parts: result.parts,
  }
}

describe('food', () => {
  it('is met when everything needed speaks for it', () => {
    expect(criterion('food', {})).toMatchObject({ result: 'met', settles: [] })
  })
  it.each([['sometimes'], ['rarely_by_choice']])('is met when protein food is eaten %s', (choice) => {
    expect(criterion('food', { food_protein: choice }).result).toBe('met')
  })
  it('is undetermined, and asks for proof, when only the respondent says that food is short', () => {
    expect(criterion('food', { food_enough: 'often_short', observed_food_store: null })).toMatchObject({
      result: 'undetermined',
      settles: ['food_enough'],
    })
  })
  it('is unmet when a second informant answers another question as the respondent answers one', () => {
    const answers = {
      food_enough: 'often_short',
      food_protein: byOther('rarely_cannot_afford'),
      observed_food_store: null,
    }
    expect(criterion('food', answers).result).toBe('unmet')
  })
  it('is unmet when respondent and second informant give the same answer to one question', () => {
    const both = { value: 'often_short', evidence: ['respondent', 'other'] } as const
    const result = judged({ answers: { food_enough: both, observed_food_store: null } }).criteria?.food
    expect(result).toMatchObject({ result: 'unmet', because: [{ evidence: ['respondent', 'other'] }] })
  })
  it('is unmet when a document supports what the respondent says', () => {
    const both = { value: 'often_short', evidence: ['document', 'respondent'] } as const
    expect(criterion('food', { food_enough: both, observed_food_store: null }).result).toBe('unmet')
  })
  it('stays undetermined when two facts come from the same informant', () => {
    const answers = {
      food_enough: 'often_short',
      food_protein: 'rarely_cannot_afford',
      observed_food_store: null,
    }
    expect(criterion('food', answers)).toMatchObject({
      result: 'undetermined',
      settles: ['food_enough', 'food_protein'],
    })
  })
  it('is unmet when a document shows it', () => {
    expect(criterion('food', { food_protein: byDocument('rarely_cannot_afford') }).result).toBe('unmet')
  })
  it('is unmet when no store is seen and the respondent says that food is short', () => {
    expect(criterion('food', { food_enough: 'some_months_short', observed_food_store: 'none' }).result).toBe(
      'unmet',
    )
  })
  it('is undetermined by contradiction when food is enough all year and no store is seen', () => {
    expect(criterion('food', { observed_food_store: 'none' })).toMatchObject({
      result: 'undetermined',
      settles: ['food_enough', 'observed_food_store'],
    })
  })
  it('is undetermined by contradiction when food is short, even by document, and a fair store is seen', () => {
    expect(criterion('food', { food_enough: byDocument('often_short') })).toMatchObject({
      result: 'undetermined',
      settles: ['food_enough', 'observed_food_store'],
    })
  })
  it('is undetermined when an answer needed is missing', () => {
    expect(criterion('food', { food_protein: null })).toMatchObject({
      result: 'undetermined',
      settles: ['food_protein'],
    })
  })
  it('counts a prefilled answer for nothing', () => {
    const answers = { food_enough: byRegistry('all_year') }
    expect(criterion('food', answers)).toMatchObject({ result: 'undetermined', settles: ['food_enough'] })
    const against = { food_protein: byRegistry('rarely_cannot_afford') }
    expect(criterion('food', against)).toMatchObject({ result: 'undetermined', settles: ['food_protein'] })
  })
  it('is met when little is in store but food is enough all year', () => {
    expect(criterion('food', { observed_food_store: 'little' })).toMatchObject({ result: 'met', settles: [] })
  })
  it('does not need the store to have been seen', () => {
    expect(criterion('food', { observed_food_store: null }).result).toBe('met')
  })
})

describe('clothing', () => {
  it('is met when there are clothes for every season and bedding', () => {
    expect(criterion('clothing', {}).result).toBe('met')
  })
  it('is undetermined when clothes are there for some seasons only', () => {
    expect(criterion('clothing', { clothing_season: 'partly' })).toMatchObject({
      result: 'undetermined',
      settles: ['clothing_season'],
    })
  })
  it('is unmet when the eye confirms that bedding is short', () => {
    const answers = { clothing_season: 'partly', bedding: 'short', observed_clothing: 'inadequate' }
    expect(criterion('clothing', answers).result).toBe('unmet')
  })
  it.each([
    ['yes', 'inadequate'],
    ['no', 'adequate'],
  ])('is undetermined by contradiction when the answer is %s and the eye says %s', (said, seen) => {
    expect(criterion('clothing', { clothing_season: said, observed_clothing: seen })).toMatchObject({
      result: 'undetermined',
      settles: ['clothing_season', 'observed_clothing'],
    })
  })
})

describe('housing', () => {
  it.each(['grade_a', 'grade_b', 'repaired', 'other_safe_house'])(
    'is met when the house is %s and looks safe',
    (basis) => {
      expect(criterion('housing', { house_basis: basis }).result).toBe('met')
    },
  )
  it('is met when a relocated household has moved in, and undetermined until that is answered', () => {
    expect(criterion('housing', { house_basis: 'relocated', relocation_state: 'moved_in' }).result).toBe(
      'met',
    )
    expect(criterion('housing', { house_basis: 'relocated' })).toMatchObject({
      result: 'undetermined',
      settles: ['relocation_state'],
    })
  })
  it('is unmet when documents show that a relocated household never moved', () => {
    const answers = { house_basis: 'relocated', relocation_state: byDocument('keys_not_moved') }
    expect(criterion('housing', answers).result).toBe('unmet')
  })
  it.each(['grade_c_unrepaired', 'grade_d_unrebuilt'])(
    'is unmet when the house is documented %s and looks dangerous',
    (basis) => {
      const answers = {
        house_basis: byDocument(basis),
        observed_house: 'clearly_dangerous',
        lives_in_safe_house: 'none',
      }
      expect(criterion('housing', answers).result).toBe('unmet')
    },
  )
  it('is undetermined when only the respondent says the house is unsafe', () => {
    const answers = { house_basis: 'grade_d_unrebuilt', observed_house: 'doubtful' }
    expect(criterion('housing', answers)).toMatchObject({ result: 'undetermined', settles: ['house_basis'] })
  })
  it.each([
    ['grade_a', 'clearly_dangerous'],
    ['grade_c_unrepaired', 'looks_safe'],
  ])('is undetermined by contradiction when the paper says %s and the eye %s', (basis, seen) => {
    expect(criterion('housing', { house_basis: byDocument(basis), observed_house: seen })).toMatchObject({
      result: 'undetermined',
      settles: ['house_basis', 'observed_house'],
    })
  })
  it('is undetermined when the house is not graded, unless something speaks for unmet', () => {
    expect(criterion('housing', { house_basis: 'not_graded' })).toMatchObject({
      result: 'undetermined',
      settles: ['house_basis'],
    })
    expect(
      criterion('housing', { house_basis: 'not_graded', observed_house: 'clearly_dangerous' }).result,
    ).toBe('unmet')
  })
  it('never becomes met by papers alone', () => {
    const answers = {
      house_basis: byDocument('grade_a'),
      lives_in_safe_house: byDocument('all'),
      observed_house: null,
    }
    expect(criterion('housing', answers)).toMatchObject({
      result: 'undetermined',
      settles: ['observed_house'],
    })
  })
})

describe('water', () => {
  it('is met when water reaches the house, is enough, steady and clean', () => {
    expect(criterion('water', {})).toMatchObject({
      result: 'met',
      parts: { quantity: 'met', access: 'met', reliability: 'met', quality: 'met' },
    })
  })
  it.each([
    [20, 'met'],
    [21, 'unmet'],
  ])('allows a way of 20 minutes there and back: at %i it is %s', (minutes, result) => {
    const answers = {
      water_fetch: 'fetch',
      water_fetch_minutes: { value: minutes, evidence: 'observed' } as const,
    }
    expect(criterion('water', answers)).toMatchObject({ result, parts: { access: result } })
  })
  it.each([
    [36, 'met'],
    [37, 'unmet'],
  ])('allows 36 days short a year: at %i it is %s', (days, result) => {
    expect(criterion('water', { water_short_days: byDocument(days) })).toMatchObject({
      result,
      parts: { reliability: result },
    })
  })
  it('takes the evidence of the minutes, not of the way of fetching', () => {
    const answers = { water_fetch: byDocument('fetch'), water_fetch_minutes: 45 }
    expect(criterion('water', answers)).toMatchObject({
      result: 'undetermined',
      settles: ['water_fetch_minutes'],
    })
  })
  it('is undetermined when fetched water has no minutes', () => {
    expect(criterion('water', { water_fetch: 'fetch' })).toMatchObject({
      result: 'undetermined',
      settles: ['water_fetch_minutes'],
    })
  })
  it('is undetermined when the quality is doubtful, and names the part', () => {
    expect(criterion('water', { water_quality: 'doubtful' })).toMatchObject({
      result: 'undetermined',
      settles: ['water_quality'],
      parts: { quality: 'undetermined', quantity: 'met' },
    })
  })
  it('ignores minutes that do not apply because water reaches the house', () => {
    expect(criterion('water', { water_fetch_minutes: byDocument(90) }).result).toBe('met')
  })
  it('names the limit and its source beside the minutes', () => {
    const answers = { water_fetch: 'fetch', water_fetch_minutes: byDocument(21) }
    const because = judged({ answers }).criteria?.water.because
    expect(because?.map(({ fact, value }) => [fact, value])).toEqual([
      ['water_fetch_minutes', 21],
      ['water_fetch_minutes_max', 20],
    ])
  })
})

describe('every criterion', () => {
  it('leaves out members who died', () => {
    const household = aHousehold({ members: [aMember(), aMember({ id: 'm2', birthDate: '2010-01-01' })] })
    const members = { m2: { member_status: 'died', insurance: null } }
    expect(judged({ household, members }).conclusion).toBe('exit_confirmed')
  })
})
