import { describe, expect, it } from 'vitest'
import type { RosterHousehold } from '../../../../../src/domain/roster/Roster'
import { aHousehold, aMember } from '../../../../builders/aHousehold'
import {
  aLine,
  byDocument,
  judged,
  type GivenAnswers,
  type InterviewCase,
} from '../../../../builders/anInterview'

interface Given extends Omit<InterviewCase, 'household'> {
  readonly household?: Partial<RosterHousehold>
}

function flags({ household, ...given }: Given): readonly string[] {
  return judged({ ...given, household: aHousehold(household) }).flags.map(({ flag }) => flag)
}

function monitoring({ household, ...given }: Given): readonly string[] {
  return judged({ ...given, household: aHousehold(household) }).monitoring.map(({ flag }) => flag)
}

function notComputed({ household, ...given }: Given): readonly string[] {
  return judged({ ...given, household: aHousehold(household) }).notComputed
}

const transfer = (yuan: number, given: GivenAnswers = {}): GivenAnswers =>
  aLine(yuan, { income_kind: 'transfer', income_item: 'allowance', ...given })

describe('guarantee_unmet', () => {
  it('holds for an exited household only, and never for income alone', () => {
    const answers = { food_protein: byDocument('rarely_cannot_afford') }
    expect(flags({ answers })).toContain('guarantee_unmet')
    expect(flags({ answers, household: { status: 'poor' } })).not.toContain('guarantee_unmet')
    expect(flags({ lines: [aLine(100)] })).not.toContain('guarantee_unmet')
  })
})

describe('accounting', () => {
  // Line 4,000, one person. Counted below it, claimed reaches it only with unsold produce.
  it.each([
    [3999.99, 0.01, true],
    [4000, 500, false],
    [3000, 999.99, false],
    [3000, 1000, true],
  ])('of %d received and %d unsold: %s', (received, unsold, holds) => {
    const lines = [aLine(received), aLine(unsold, { income_state: 'unsold' })]
    expect(flags({ lines }).includes('accounting')).toBe(holds)
  })
  it('holds whatever the status', () => {
    const lines = [aLine(3000), aLine(1000, { income_state: 'expected' })]
    expect(flags({ lines, household: { status: 'unregistered' } })).toContain('accounting')
  })
})

describe('rush', () => {
  it('holds when the exit year is the year of entry', () => {
    expect(flags({ household: { identifiedYear: 2018, exitYear: 2018 } })).toContain('rush')
    expect(flags({ household: { identifiedYear: 2017, exitYear: 2018 } })).not.toContain('rush')
  })
  // Exited in the year of the assessment; one-off transfers over 30 % of the claimed total of 10,000.
  it.each([
    [3000, false],
    [3000.01, true],
  ])('in the year of the assessment, with %d of 10,000 one-off: %s', (oneOff, holds) => {
    const lines = [
      aLine(10_000 - oneOff),
      transfer(oneOff, { one_off: 'yes', income_item: 'relief_gift', income_state: 'expected' }),
    ]
    expect(flags({ lines, household: { exitYear: 2020 } }).includes('rush')).toBe(holds)
    expect(flags({ lines, household: { exitYear: 2019 } })).not.toContain('rush')
  })
  it('never holds by share when costs leave nothing', () => {
    const lines = [
      transfer(1000, { one_off: 'yes' }),
      { income_kind: 'business_cost', income_item: 'other_cost', amount_yuan: 1000 },
    ]
    expect(flags({ lines, household: { exitYear: 2020 } })).not.toContain('rush')
  })
  it('is not computed when a year is missing, unless the other limb holds', () => {
    expect(notComputed({ household: { identifiedYear: null } })).toContain('rush')
    expect(notComputed({ household: { exitYear: null } })).toContain('rush')
    const lines = [transfer(9000, { one_off: 'yes' })]
    expect(flags({ lines, household: { identifiedYear: null, exitYear: 2020 } })).toContain('rush')
  })
})

describe('quota', () => {
  it.each([
    [2017, true],
    [2016, false],
    [2018, false],
  ])('of a household entered in %i and exited in 2018: %s', (identifiedYear, holds) => {
    expect(flags({ household: { identifiedYear, exitYear: 2018 } }).includes('quota')).toBe(holds)
  })
  it('is not computed without a year, and never for others than exited', () => {
    expect(notComputed({ household: { identifiedYear: null } })).toContain('quota')
    expect(notComputed({ household: { identifiedYear: null, status: 'poor' } })).not.toContain('quota')
  })
})

describe('withdrawn', () => {
  // 1.5 x 4,000 = 6,000; register income 5,000.
  it.each([
    ['reduced', 5999.99, true],
    ['stopped', 6000, false],
    ['continues', 4000, false],
    ['unknown', 4000, false],
  ])('with support %s and %d yuan: %s', (support, yuan, holds) => {
    expect(
      flags({ answers: { support_after_exit: support }, lines: [aLine(yuan)] }).includes('withdrawn'),
    ).toBe(holds)
  })
  it('holds over 1.5 times the line when the register has more', () => {
    const given = { answers: { support_after_exit: 'stopped' }, lines: [aLine(7000)] }
    expect(flags({ ...given, household: { registryIncome: 7000.01 } })).toContain('withdrawn')
    expect(flags({ ...given, household: { registryIncome: 7000 } })).not.toContain('withdrawn')
    expect(notComputed({ ...given, household: { registryIncome: null } })).toContain('withdrawn')
  })
})

describe('allowance_only', () => {
  it.each([
    [5000, true],
    [4999.99, false],
  ])('with %d of 10,000 in transfers: %s', (allowance, holds) => {
    const lines = [transfer(allowance), aLine(10_000 - allowance)]
    expect(flags({ lines }).includes('allowance_only')).toBe(holds)
  })
  it('counts no relief gifts among the transfers', () => {
    expect(flags({ lines: [transfer(9000, { income_item: 'relief_gift' }), aLine(1000)] })).not.toContain(
      'allowance_only',
    )
  })
  it('needs somebody who could work, and has not left', () => {
    const lines = [transfer(9000)]
    const weak = { members: [aMember({ laborAbility: 'weak' })] }
    expect(flags({ lines, household: weak })).not.toContain('allowance_only')
    const two = {
      members: [aMember({ laborAbility: 'none' }), aMember({ id: 'm2', laborAbility: 'skilled' })],
    }
    expect(flags({ lines, household: two })).toContain('allowance_only')
    expect(flags({ lines, household: two, members: { m2: { member_status: 'left' } } })).not.toContain(
      'allowance_only',
    )
  })
  it('is no pattern of unregistered households', () => {
    expect(flags({ lines: [transfer(9000)], household: { status: 'unregistered' } })).not.toContain(
      'allowance_only',
    )
  })
})

describe('registry_gap', () => {
  // Half of the larger: 10,000 against 5,000 is a gap of exactly 50 %.
  it.each([
    [10_000, 5000, false],
    [10_000, 4999.99, true],
    [4999.99, 10_000, true],
    [5000, 10_000, false],
  ])('of %d counted against %d on the register: %s', (yuan, registryIncome, holds) => {
    expect(flags({ lines: [aLine(yuan)], household: { registryIncome } }).includes('registry_gap')).toBe(
      holds,
    )
  })
  it('is not computed without register income or ledger', () => {
    expect(notComputed({ household: { registryIncome: null } })).toContain('registry_gap')
    expect(notComputed({ lines: [] })).toContain('registry_gap')
  })
})

describe('wrong_inclusion', () => {
  it('holds for a registered household with an exclusion fact', () => {
    const answers = { exclusion_facts: ['town_house'] }
    expect(flags({ answers })).toContain('wrong_inclusion')
    expect(flags({ answers, household: { status: 'unregistered' } })).not.toContain('wrong_inclusion')
    expect(flags({ answers: { exclusion_facts: ['none'] } })).not.toContain('wrong_inclusion')
  })
})

describe('monitoring', () => {
  it.each([
    [5999.99, true],
    [6000, false],
  ])('of an exited household with %d yuan: unstable %s', (yuan, holds) => {
    expect(monitoring({ lines: [aLine(yuan)] }).includes('unstable')).toBe(holds)
  })
  it('calls an unregistered household marginal, and a poor one neither', () => {
    expect(monitoring({ lines: [aLine(5000)], household: { status: 'unregistered' } })).toEqual(['marginal'])
    expect(monitoring({ lines: [aLine(5000)], household: { status: 'poor' } })).toEqual([])
  })
  // Two persons, 20,000: 10,000 each; spending of 12,000 takes 6,000 each and leaves the line, 12,000.02 takes it below.
  it.each([
    [12_000, false],
    [12_000.02, true],
  ])('with unavoidable spending of %d for two: %s', (spending, holds) => {
    const household = { members: [aMember(), aMember({ id: 'm2' })] }
    const answers = { shocks: ['illness'], rigid_spending_yuan: spending }
    expect(monitoring({ household, answers, lines: [aLine(20_000)] }).includes('unstable')).toBe(holds)
  })
  it('notices a sharp fall even without a ledger, and reports when nothing could be computed', () => {
    expect(monitoring({ answers: { income_trend: 'down_sharply' }, lines: [] })).toEqual(['unstable'])
    expect(monitoring({ answers: { income_trend: 'down_little' }, lines: [] })).toEqual([])
    expect(notComputed({ answers: { income_trend: 'down_little' }, lines: [] })).toContain('unstable')
  })
})
