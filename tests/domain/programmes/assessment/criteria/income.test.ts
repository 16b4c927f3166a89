import { describe, expect, it } from 'vitest'
import { aHousehold, aMember } from '../../../../builders/aHousehold'
import { aLine, byDocument, byRegistry, judged, type GivenAnswers } from '../../../../builders/anInterview'
import { someStandards } from '../../../../builders/someStandards'

const TWO = aHousehold({ members: [aMember(), aMember({ id: 'm2' })] })

function income(lines: readonly GivenAnswers[], answers: GivenAnswers = {}) {
  const { criteria, income } = judged({ household: TWO, lines, answers })
  const result = criteria?.income
  return {
    result: result?.result,
    settles: result?.wouldSettle.map(({ question }) => question),
    counted: income?.counted,
    claimed: income?.claimed,
  }
}

/** A line all of whose answers are documents. */
function documented(yuan: number): GivenAnswers {
  const line = aLine(yuan)
  return Object.fromEntries(
    Object.entries(line).map(([question, value]) => [question, byDocument(value as string | number)]),
  )
}

describe('income', () => {
  // Line 4,000 for each of 2 persons: 8,000 reaches it, 7,999.99 does not.
  it.each([
    [8000, 'met', 4000],
    [7999.99, 'unmet', 3999.995],
  ])('of %d yuan for two is %s', (yuan, result, counted) => {
    expect(income([aLine(yuan)])).toMatchObject({ result, counted })
  })
  it('adds whole fen, so that 0.1 + 0.2 and 7,999.7 yuan reach the line of two', () => {
    expect(income([aLine(0.1), aLine(0.2), aLine(7999.7)])).toMatchObject({ result: 'met', counted: 4000 })
  })
  it('counts what was received or eaten, and claims all that was stated', () => {
    const lines = [
      aLine(8000, { income_kind: 'business', income_item: 'crops', income_state: 'own_consumption' }),
      aLine(3000, { income_kind: 'business', income_item: 'livestock', income_state: 'unsold' }),
      aLine(1000, { income_kind: 'wage', income_item: 'migrant_work', income_state: 'expected' }),
    ]
    // counted 8,000 / 2; claimed (8,000 + 3,000 + 1,000) / 2
    expect(income(lines)).toMatchObject({ counted: 4000, claimed: 6000 })
  })
  it.each(['relief_gift', 'house_subsidy'])('never counts a %s', (item) => {
    const lines = [aLine(8000), aLine(2000, { income_kind: 'transfer', income_item: item })]
    expect(income(lines)).toMatchObject({ counted: 4000, claimed: 5000 })
  })
  it.each([
    ['wage', 'local_work'],
    ['business', 'trade'],
    ['property', 'land_rent'],
    ['transfer', 'pension'],
  ])('counts what came in as %s', (kind, item) => {
    const line = aLine(8000, { income_kind: kind, income_item: item, one_off: 'no' })
    expect(income([line])).toMatchObject({ result: 'met', counted: 4000, claimed: 4000 })
  })
  it.each([
    ['received', 4000],
    ['own_consumption', 4000],
    ['unsold', 0],
    ['expected', 0],
  ])('%s is counted as %i a person', (state, counted) => {
    expect(income([aLine(8000, { income_state: state })])).toMatchObject({ counted, claimed: 4000 })
  })
  it.each<[string, GivenAnswers]>([
    ['income_kind', { income_kind: null, income_item: null, income_state: null }],
    ['amount_yuan', { amount_yuan: null, quantity: 5 }],
    ['amount_yuan', { amount_yuan: null, unit_price: 5 }],
    ['income_state', { income_state: null }],
    ['income_item', { income_kind: 'transfer', income_item: null }],
  ])('is undetermined when a line lacks its %s', (missing, given) => {
    expect(income([aLine(20_000), aLine(5, given)])).toMatchObject({
      result: 'undetermined',
      settles: [missing],
    })
  })
  it('does not ask which item of wages, or whether a cost was received', () => {
    const cost = { income_kind: 'business_cost', income_item: null, amount_yuan: 10 }
    expect(income([aLine(20_000, { income_item: null }), cost]).result).toBe('met')
  })
  it.each<[string, Parameters<typeof judged>[0]]>([
    ['no_ledger_line', { lines: [] }],
    ['nobody_in_divisor', { members: { m1: { counts_in_economy: 'no' } } }],
    ['ledger_disputed', { answers: { ledger_agreement: 'disagrees' } }],
    ['ledger_incomplete', { lines: [aLine(1, { income_state: null })] }],
    ['ledger_not_read_back', { answers: { ledger_agreement: null } }],
    ['below_line_by_documents', { lines: [documented(100)], answers: { ledger_agreement: null } }],
    ['below_line_agreed', { lines: [aLine(100)] }],
    ['reaches_line_agreed', {}],
  ])('names the rule that decided: %s', (rule, given) => {
    const result = judged(given).criteria?.income
    expect(result?.rule).toBe(rule)
    const named = (result?.because ?? []).map((each) => each.rule)
    expect(new Set(named)).toEqual(new Set([rule]))
  })
  it('takes costs off both', () => {
    const cost = { income_kind: 'business_cost', income_item: 'crops_cost', amount_yuan: 1000 }
    // (10,000 - 1,000) / 2
    expect(income([aLine(10_000), cost])).toMatchObject({ counted: 4500, claimed: 4500 })
  })
  it('multiplies quantity and price when there is no amount', () => {
    const line = { ...aLine(0), amount_yuan: null, quantity: 400, unit_price: 20.5 }
    // 400 x 20.5 = 8,200; / 2
    expect(income([line])).toMatchObject({ result: 'met', counted: 4100 })
  })
  it('divides by those who share the income: not those who left, died or live apart', () => {
    const household = aHousehold({ members: ['m1', 'm2', 'm3', 'm4'].map((id) => aMember({ id })) })
    const members = {
      m2: { counts_in_economy: 'no' },
      m3: { member_status: 'left', counts_in_economy: 'yes' },
      m4: { member_status: 'died' },
      'new-1': { member_status: 'new', name: '李新' },
    }
    // m1 and new-1 share 9,000
    expect(judged({ household, members, lines: [aLine(9000)] }).income).toMatchObject({
      counted: 4500,
      persons: 2,
    })
  })
  it('is undetermined, with no sums, when there is no ledger line', () => {
    expect(income([])).toEqual({
      result: 'undetermined',
      settles: ['income_kind'],
      counted: null,
      claimed: null,
    })
  })
  it('is undetermined when nobody shares the income', () => {
    const members = { m1: { counts_in_economy: 'no' }, m2: { counts_in_economy: 'no' } }
    const { criteria, income } = judged({ household: TWO, members })
    expect(criteria?.income.result).toBe('undetermined')
    expect(income).toMatchObject({ counted: null, persons: 0 })
  })
  it('is undetermined when the household disputes the ledger, even against documents', () => {
    expect(income([documented(100)], { ledger_agreement: 'disagrees' })).toMatchObject({
      result: 'undetermined',
      settles: ['ledger_agreement'],
    })
  })
  it('is undetermined until it is read back, above or below the line', () => {
    expect(income([aLine(20_000)], { ledger_agreement: null })).toMatchObject({
      result: 'undetermined',
      settles: ['ledger_agreement'],
    })
    expect(income([aLine(100)], { ledger_agreement: null })).toMatchObject({
      result: 'undetermined',
      settles: ['ledger_agreement'],
    })
  })
  it('is unmet before it is read back when every line is a document, costs included', () => {
    const cost = {
      income_kind: byDocument('business_cost'),
      income_item: byDocument('crops_cost'),
      amount_yuan: byDocument(10),
    }
    const answers = { ledger_agreement: null }
    expect(income([documented(100), cost], answers).result).toBe('unmet')
    expect(income([documented(100), { ...cost, amount_yuan: 10 }], answers).result).toBe('undetermined')
  })
  it('is not met by documents before it is read back', () => {
    expect(income([documented(20_000)], { ledger_agreement: null }).result).toBe('undetermined')
  })
  it('is undetermined, and names what is missing, when a line is incomplete', () => {
    expect(income([aLine(20_000), { income_kind: 'wage' }])).toMatchObject({
      result: 'undetermined',
      settles: ['amount_yuan', 'income_state'],
    })
  })
  it('uses the line of the year in which the window ends', () => {
    const standards = someStandards({ asOf: '2020-01-15' })
    const lines = [aLine(6436)]
    // 6,436 / 2 = 3,218: the line of 2019
    expect(judged({ household: TWO, lines, standards })).toMatchObject({
      income: { counted: 3218, line: 3218 },
      conclusion: 'exit_confirmed',
    })
    const because = judged({ household: TWO, lines, standards }).criteria?.income.because
    expect(because).toContainEqual(
      expect.objectContaining({
        fact: 'poverty_line',
        value: 3218,
        source: expect.objectContaining({ confirmed: false }),
      }),
    )
    expect(because).toContainEqual(
      expect.objectContaining({ fact: 'income_window', value: '2019-01:2019-12' }),
    )
  })
})

describe('sums after costs', () => {
  const cost = (yuan: number): GivenAnswers => ({
    income_kind: 'business_cost',
    income_item: 'other_cost',
    amount_yuan: yuan,
  })
  // One person: 4,096.03 - 96.03 = 4,000.00, which reaches the line; a fen less does not.
  it.each([
    [4096.03, 96.03, 'met', 4000],
    [4096.02, 96.03, 'unmet', 3999.99],
  ])('of %d less %d are %s', (received, costs, result, counted) => {
    const { criteria, income } = judged({ lines: [aLine(received), cost(costs)] })
    expect([criteria?.income.result, income?.counted, income?.claimed]).toEqual([result, counted, counted])
  })
  // 4,100.10 - 100.10 of spending leaves 4,000: on the line, not below it.
  it('leave a household on the line out of monitoring by spending', () => {
    const answers = { shocks: ['illness'], rigid_spending_yuan: 2100.1 }
    const because = judged({ lines: [aLine(6100.1)], answers }).monitoring.flatMap((each) => each.because)
    expect(because.map(({ fact }) => fact)).not.toContain('rigid_spending_yuan')
  })
})

describe('what is only prefilled', () => {
  it('adds nothing to a ledger', () => {
    const line = { ...aLine(20_000), amount_yuan: byRegistry(20_000) }
    expect(judged({ lines: [line] }).criteria?.income).toMatchObject({
      result: 'undetermined',
      rule: 'ledger_incomplete',
    })
  })
  it('neither completes an interview nor excludes, withdraws or warns', () => {
    expect(judged({ answers: { visit_outcome: byRegistry('completed') } }).conclusion).toBe('not_interviewed')
    const answers = {
      exclusion_facts: byRegistry(['car']),
      support_after_exit: byRegistry('stopped'),
      income_trend: byRegistry('down_sharply'),
    }
    const { flags, monitoring } = judged({ lines: [aLine(7000)], answers })
    expect([...flags, ...monitoring]).toEqual([])
  })
})

describe('an incomplete ledger', () => {
  it('raises no sign of income', () => {
    const { flags, notComputed } = judged({ lines: [aLine(3000), aLine(2000, { income_state: null })] })
    expect(flags.map(({ flag }) => flag)).not.toContain('accounting')
    expect(notComputed).toEqual(expect.arrayContaining(['accounting', 'registry_gap', 'unstable']))
  })
})
