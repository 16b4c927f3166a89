import { describe, expect, it } from 'vitest'
import { findClustering } from '../../../../../src/domain/programmes/assessment/measures/findClustering'
import type { MeasuredHousehold } from '../../../../../src/domain/programmes/assessment/measures/MeasuredHousehold'
import {
  measureVillages,
  type VillageMeasures,
} from '../../../../../src/domain/programmes/assessment/measures/measureVillages'
import { aMeasured, someMeasured } from '../../../../builders/aMeasured'
import { someStandards } from '../../../../builders/someStandards'

const STANDARDS = someStandards()

function village(households: readonly MeasuredHousehold[], name = '石村'): VillageMeasures {
  const found = measureVillages(households, STANDARDS).find((each) => each.village === name)
  if (found === undefined) throw new Error(`no ${name}`)
  return found
}

describe('the table of villages', () => {
  it('counts households by outcome, conclusion, flag and monitoring, village by village', () => {
    const households = [
      aMeasured({ flags: ['quota', 'registry_gap'], monitoring: ['unstable'] }),
      aMeasured({ id: 'h2', conclusion: 'suspected_wrong_exit', flags: ['quota'], persons: 3 }),
      aMeasured({ id: 'h3', outcome: 'refused', conclusion: 'not_interviewed' }),
      aMeasured({ id: 'h4', outcome: null, conclusion: 'not_interviewed' }),
      aMeasured({ id: 'h5', village: '河村' }),
      aMeasured({
        id: 'h6',
        outcome: null,
        conclusion: 'not_interviewed',
        sampling: { weight: 0, stratum: 'not_drawn', cluster: null },
      }),
    ]
    expect(village(households)).toMatchObject({
      listed: 5,
      interviewed: 2,
      interviewedPersons: 7,
      outcomes: { completed: 2, refused: 1, none: 1, not_drawn: 1 },
      conclusions: { exit_confirmed: 1, suspected_wrong_exit: 1, not_interviewed: 2 },
      flags: { quota: 2, registry_gap: 1 },
      monitoring: { unstable: 1 },
    })
    expect(measureVillages(households, STANDARDS).map((each) => each.village)).toEqual(['石村', '河村'])
  })
  it('counts suspicions that are open and those determined against the county, and who recognises of those asked', () => {
    const suspected = { conclusion: 'suspected_wrong_exit' } as const
    const households = [
      aMeasured({ id: 'open', ...suspected, recognises: false }),
      aMeasured({ id: 'wrong', ...suspected, determined: 'wrong_exit', recognises: null }),
      aMeasured({ id: 'sound', ...suspected, determined: 'exit_confirmed' }),
      aMeasured({ id: 'away', outcome: 'not_home', conclusion: 'not_interviewed', recognises: null }),
    ]
    expect(village(households)).toMatchObject({
      suspicionsOpen: 1,
      determinedWrong: 1,
      asked: 2,
      recognising: 1,
    })
  })
  it.each([
    // One poor person of 34: 2.94 %; of exactly 33 1/3 … 3 of 100: 3 %, which is no longer below.
    [1, 34, 'reached'],
    [3, 100, 'not_reached'],
  ])('sets %i poor of %i persons against 3 %% in the west: %s', (poor, persons, result) => {
    const households = [
      aMeasured({ id: 'poor', status: 'poor', conclusion: 'still_poor', persons: poor }),
      aMeasured({ persons: persons - poor }),
    ]
    expect(village(households).incidence[1]).toMatchObject({
      basis: 'determined',
      numerator: poor,
      denominator: persons,
      threshold: 0.03,
      result,
    })
  })
  it('counts wrong exits and omissions to the poor once they are determined, and is open before', () => {
    const suspect = aMeasured({ id: 's', conclusion: 'suspected_wrong_exit' })
    const others = someMeasured(9)
    expect(village([...others, suspect]).incidence).toMatchObject([
      { basis: 'suspected', numerator: 4, value: 0.1, result: 'undetermined' },
      { basis: 'determined', numerator: 0, value: 0, result: 'undetermined' },
    ])
    const determined = [...others, { ...suspect, determined: 'wrong_exit' as const }]
    expect(village(determined).incidence[1]).toMatchObject({ numerator: 4, result: 'not_reached' })
  })
  it('has no incidence where nobody was interviewed', () => {
    expect(village([aMeasured({ outcome: 'refused' })]).incidence[1]).toMatchObject({
      value: null,
      result: 'undetermined',
    })
  })
})

describe('a village stands out in a flag', () => {
  /** `raised` of 10 households in 石村; in 河村 `elsewhere` of `others`. */
  const county = (raised: number, elsewhere: number, others: number) => [
    ...someMeasured(raised, { flags: ['quota'] }),
    ...someMeasured(10 - raised),
    ...someMeasured(elsewhere, { village: '河村', flags: ['quota'] }),
    ...someMeasured(others - elsewhere, { village: '河村' }),
  ]
  it('when its share is twice the county’s', () => {
    // 4/10 = 40 %; county 8/40 = 20 %.
    expect(village(county(4, 4, 30)).standsOutIn).toEqual(['quota'])
  })
  it('and not when its share is a little less', () => {
    // 4/10 = 40 %; county 9/40 = 22.5 %.
    expect(village(county(4, 5, 30)).standsOutIn).toEqual([])
  })
  it('and not with two households, however rare the flag is elsewhere', () => {
    expect(village(county(2, 0, 30)).standsOutIn).toEqual([])
    expect(village(county(3, 0, 30)).standsOutIn).toEqual(['quota'])
  })
})

describe('clustering', () => {
  // The line is 4,000: the band is 4,000 to below 4,400.
  const incomes = (...yuan: readonly (number | null)[]) =>
    yuan.map((registryIncome, index) => aMeasured({ id: `h${index}`, registryIncome }))
  it.each([
    [4000, 3],
    [3999.99, 2],
    [4399.99, 3],
    [4400, 2],
  ])('takes a register income of %f to make %i in the band', (yuan, inBand) => {
    expect(findClustering(incomes(yuan, 4100, 4200, 9000, 9000), STANDARDS).inBand).toBe(inBand)
  })
  it('leaves out exactly 1.1 times a line that 1.1 does not multiply exactly', () => {
    // Line of 2014: 2,800. In floating point 1.1 × 2,800 is 3,080.0000000000005.
    const standards = someStandards({ asOf: '2014-12-31' })
    expect(findClustering(incomes(3080, 3079.99), standards).inBand).toBe(1)
  })
  it('holds when over half of at least five lie just above the line', () => {
    expect(findClustering(incomes(4000, 4100, 4200, 9000, 9000), STANDARDS).state).toBe('holds')
    // 3 of 6 is half, and not over it.
    expect(findClustering(incomes(4000, 4100, 4200, 9000, 9000, 9000), STANDARDS).state).toBe('no')
    expect(findClustering(incomes(4000, 4100, 4200, 4300), STANDARDS).state).toBe('no')
  })
  it('is not computed when five exited and too few incomes are known', () => {
    const found = findClustering(incomes(4000, 4100, 4200, 4300, null), STANDARDS)
    expect(found).toEqual({ state: 'not_computed', known: 4, inBand: 4 })
  })
  it('looks at exited households alone, interviewed or not', () => {
    const poor = incomes(4000, 4100, 4200, 4300, 4300).map((each) => ({ ...each, status: 'poor' as const }))
    expect(findClustering(poor, STANDARDS).known).toBe(0)
    const absent = incomes(4000, 4100, 4200, 4300, 4300).map((each) => ({ ...each, outcome: null }))
    expect(findClustering(absent, STANDARDS).state).toBe('holds')
    expect(village(absent).standsOutIn).toEqual(['clustering'])
  })
})
