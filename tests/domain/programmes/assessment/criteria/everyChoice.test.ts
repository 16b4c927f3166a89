import { describe, expect, it } from 'vitest'
import type { Criterion } from '../../../../../src/domain/programmes/assessment/criteria/Criterion'
import { aHousehold, aMember } from '../../../../builders/aHousehold'
import { byDocument, INSTRUMENT, judged, type GivenAnswers } from '../../../../builders/anInterview'

/** What one choice, shown by a document or seen, makes of its criterion while all else is well. */
interface Row {
  readonly criterion: Criterion
  readonly question: string
  readonly choices: Readonly<Record<string, 'met' | 'unmet' | 'undetermined'>>
  /** Other answers, so that the question applies and nothing contradicts it. */
  readonly given?: GivenAnswers
}

const UNSEEN_STORE = { observed_food_store: null }
const UNSEEN_CLOTHES = { observed_clothing: null }

/** Of the household (standards, 'Household criteria'). */
const HOUSEHOLD: readonly Row[] = [
  {
    criterion: 'food',
    question: 'food_enough',
    choices: { all_year: 'met', some_months_short: 'unmet', often_short: 'unmet' },
    given: UNSEEN_STORE,
  },
  {
    criterion: 'food',
    question: 'food_protein',
    choices: { any_time: 'met', sometimes: 'met', rarely_by_choice: 'met', rarely_cannot_afford: 'unmet' },
  },
  {
    criterion: 'food',
    question: 'observed_food_store',
    choices: { enough: 'undetermined', little: 'undetermined', none: 'unmet' },
    given: { food_enough: null },
  },
  {
    criterion: 'clothing',
    question: 'clothing_season',
    choices: { yes: 'met', partly: 'undetermined', no: 'unmet' },
    given: UNSEEN_CLOTHES,
  },
  { criterion: 'clothing', question: 'bedding', choices: { enough: 'met', short: 'unmet' } },
  {
    criterion: 'clothing',
    question: 'observed_clothing',
    choices: { adequate: 'undetermined', inadequate: 'unmet' },
    given: { clothing_season: 'partly' },
  },
  {
    criterion: 'housing',
    question: 'house_basis',
    choices: {
      grade_a: 'met',
      grade_b: 'met',
      repaired: 'met',
      relocated: 'met',
      other_safe_house: 'met',
      grade_c_unrepaired: 'undetermined',
      grade_d_unrebuilt: 'undetermined',
      not_graded: 'undetermined',
    },
    given: { relocation_state: 'moved_in' },
  },
  {
    criterion: 'housing',
    question: 'lives_in_safe_house',
    choices: { all: 'met', some_elsewhere: 'unmet', none: 'unmet' },
  },
  {
    criterion: 'housing',
    question: 'relocation_state',
    choices: { moved_in: 'met', keys_not_moved: 'unmet', not_delivered: 'unmet' },
    given: { house_basis: 'relocated' },
  },
  {
    criterion: 'housing',
    question: 'observed_house',
    choices: { looks_safe: 'undetermined', doubtful: 'undetermined', clearly_dangerous: 'unmet' },
    given: { house_basis: 'not_graded' },
  },
  { criterion: 'water', question: 'water_quantity', choices: { enough: 'met', short: 'unmet' } },
  {
    criterion: 'water',
    question: 'water_fetch',
    choices: { at_home: 'met', fetch: 'met' },
    given: { water_fetch_minutes: 5 },
  },
  {
    criterion: 'water',
    question: 'water_quality',
    choices: { report_ok: 'met', looks_ok: 'met', doubtful: 'undetermined', bad: 'unmet' },
  },
]

/** Of a member of school age who is chronically ill. */
const MEMBER: readonly Row[] = [
  {
    criterion: 'education',
    question: 'school_status',
    choices: {
      in_school: 'met',
      special_school: 'met',
      home_teaching: 'met',
      finished_nine_years: 'met',
      not_in_school: 'unmet',
    },
    given: { not_in_school_reason: 'unwilling' },
  },
  {
    criterion: 'education',
    question: 'not_in_school_reason',
    choices: {
      unable_certified: 'met',
      deferred_approved: 'met',
      not_yet_due: 'unmet',
      cannot_afford: 'unmet',
      unwilling: 'unmet',
      other: 'unmet',
    },
    given: { school_status: byDocument('not_in_school') },
  },
  {
    criterion: 'medical',
    question: 'insurance',
    choices: { resident: 'met', employee: 'met', other: 'met', none: 'unmet' },
    given: { uninsured_reason: 'unaware' },
  },
  {
    criterion: 'medical',
    question: 'uninsured_reason',
    choices: {
      newborn: 'met',
      in_service: 'met',
      cannot_afford: 'unmet',
      unwilling: 'unmet',
      unaware: 'unmet',
      other: 'unmet',
    },
    given: { insurance: byDocument('none') },
  },
  {
    criterion: 'medical',
    question: 'treatment',
    choices: { treated: 'met', untreated_cannot_afford: 'unmet', untreated_other: 'met', no_need: 'met' },
  },
]

const CHILD = aMember({ id: 'm2', birthDate: '2010-06-01', health: ['chronic'] })
const CHILD_WELL: GivenAnswers = { school_status: 'in_school', treatment: 'treated' }

function results({ criterion, question, choices, given }: Row, isMember: boolean): Row['choices'] {
  const household = aHousehold({ members: [aMember(), CHILD] })
  const tried = Object.keys(choices).map((choice) => {
    const isSeen = INSTRUMENT.questions.get(question)?.data.defaultEvidence === 'observed'
    const answers = { ...given, [question]: isSeen ? choice : byDocument(choice) }
    const judgement = isMember
      ? judged({ household, members: { m2: { ...CHILD_WELL, ...answers } } })
      : judged({ household, members: { m2: CHILD_WELL }, answers })
    return [choice, judgement.criteria?.[criterion].result] as const
  })
  return Object.fromEntries(tried) as Row['choices']
}

describe('every choice of a criterion', () => {
  it.each(HOUSEHOLD)('$question speaks for what $criterion says', (row) => {
    expect(results(row, false)).toEqual(row.choices)
  })
  it.each(MEMBER)('$question of a member speaks for what $criterion says', (row) => {
    expect(results(row, true)).toEqual(row.choices)
  })
  it('is among these', () => {
    for (const { question, choices } of [...HOUSEHOLD, ...MEMBER]) {
      const list = INSTRUMENT.questions.get(question)?.data.choices ?? ''
      const offered = (INSTRUMENT.data.choices[list] ?? []).map(({ name }) => name)
      expect(Object.keys(choices).toSorted(), question).toEqual(offered.toSorted())
    }
  })
})

describe('answers that cannot both be true', () => {
  const SAFE = ['grade_a', 'grade_b', 'repaired', 'relocated', 'other_safe_house']
  const UNSAFE = ['grade_c_unrepaired', 'grade_d_unrebuilt']
  it.each<[Criterion, string, readonly string[], string, string]>([
    ['food', 'food_enough', ['all_year'], 'observed_food_store', 'none'],
    ['food', 'food_enough', ['some_months_short', 'often_short'], 'observed_food_store', 'enough'],
    ['clothing', 'clothing_season', ['yes'], 'observed_clothing', 'inadequate'],
    ['clothing', 'clothing_season', ['no'], 'observed_clothing', 'adequate'],
    ['housing', 'house_basis', SAFE, 'observed_house', 'clearly_dangerous'],
    ['housing', 'house_basis', UNSAFE, 'observed_house', 'looks_safe'],
  ])('leave %s open: %s %j with %s %s', (criterion, said, values, seen, value) => {
    for (const each of values) {
      const answers = { relocation_state: 'moved_in', [said]: byDocument(each), [seen]: value }
      const result = judged({ answers }).criteria?.[criterion]
      expect(result, each).toMatchObject({ result: 'undetermined', rule: 'contradiction' })
      expect(result?.because.map(({ fact, rule }) => [fact, rule])).toEqual([
        [said, 'contradiction'],
        [seen, 'contradiction'],
      ])
    }
  })
})

describe('the rule that decided', () => {
  const food = (answers: GivenAnswers) => {
    const result = judged({ answers: { ...UNSEEN_STORE, ...answers } }).criteria?.food
    return [result?.rule, [...new Set(result?.because.map(({ rule }) => rule))]]
  }
  it('is named by the result and by each of its facts', () => {
    expect(food({})).toEqual(['speaks_for_met', ['speaks_for_met']])
    expect(food({ food_enough: 'often_short' })).toEqual(['unmet_by_hearsay', ['unmet_by_hearsay']])
    expect(food({ food_enough: byDocument('often_short') })).toEqual([
      'speaks_for_unmet',
      ['speaks_for_unmet'],
    ])
    const answers = { ...UNSEEN_CLOTHES, clothing_season: 'partly' }
    const { rule, because } = judged({ answers }).criteria?.clothing ?? {}
    expect([rule, because?.map((each) => [each.fact, each.rule])]).toEqual([
      'speaks_for_neither',
      [['clothing_season', 'speaks_for_neither']],
    ])
  })
})
