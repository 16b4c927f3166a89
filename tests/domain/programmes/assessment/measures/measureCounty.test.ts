import { describe, expect, it } from 'vitest'
import type { CountyTotals } from '../../../../../src/domain/programmes/assessment/measures/CountyTotals'
import type {
  Basis,
  DenominatorReading,
  Measure,
  MeasureName,
} from '../../../../../src/domain/programmes/assessment/measures/Measure'
import { measureCounty } from '../../../../../src/domain/programmes/assessment/measures/measureCounty'
import type { MeasuredHousehold } from '../../../../../src/domain/programmes/assessment/measures/MeasuredHousehold'
import { tallyHouseholds } from '../../../../../src/domain/programmes/assessment/measures/tallyHouseholds'
import { aMeasured, someMeasured } from '../../../../builders/aMeasured'
import { someStandards } from '../../../../builders/someStandards'

const TOTALS: CountyTotals = {
  ruralRegistered: 100_000,
  exited: 20_000,
  poor: 1_000,
  unregistered: 79_000,
  sampledVillagesUnregistered: 4_000,
  source: '县统计局2020',
}

function measure(
  households: readonly MeasuredHousehold[],
  name: MeasureName,
  basis: Basis | null,
  reading: DenominatorReading | null = null,
  totals: CountyTotals | null = TOTALS,
  standards = someStandards(),
): Measure {
  const found = measureCounty(tallyHouseholds(households), totals, standards).filter(
    (each) => each.name === name && each.basis === basis && each.denominatorReading === reading,
  )
  expect(found).toHaveLength(1)
  return found[0] as Measure
}

const suspect = (given: Partial<MeasuredHousehold> = {}): MeasuredHousehold =>
  aMeasured({ conclusion: 'suspected_wrong_exit', ...given })
const unregistered = { status: 'unregistered', conclusion: 'no_omission' } as const
const omitted = (given: Partial<MeasuredHousehold> = {}): MeasuredHousehold =>
  aMeasured({ status: 'unregistered', conclusion: 'suspected_omission', ...given })

describe('the measures', () => {
  it('come in every combination that exists', () => {
    const combinations = measureCounty(tallyHouseholds([]), null, someStandards()).map(
      ({ name, basis, denominatorReading }) => [name, basis, denominatorReading],
    )
    expect(combinations).toEqual([
      ['wrong_exit_rate', 'suspected', null],
      ['wrong_exit_rate', 'determined', null],
      ['omission_rate', 'suspected', 'interviewed'],
      ['omission_rate', 'suspected', 'sampled_villages'],
      ['omission_rate', 'determined', 'interviewed'],
      ['omission_rate', 'determined', 'sampled_villages'],
      ['recognition', null, null],
      ['poverty_incidence', 'suspected', 'interviewed'],
      ['poverty_incidence', 'suspected', 'sampled_villages'],
      ['poverty_incidence', 'determined', 'interviewed'],
      ['poverty_incidence', 'determined', 'sampled_villages'],
    ])
  })
  it('are all undetermined, without value or interval, when nobody was interviewed', () => {
    for (const each of measureCounty(
      tallyHouseholds([aMeasured({ outcome: 'refused' })]),
      null,
      someStandards(),
    ))
      expect(each).toMatchObject({
        value: null,
        low: null,
        high: null,
        method: 'none',
        result: 'undetermined',
      })
  })
})

describe('the wrong-exit rate', () => {
  const county = [
    ...someMeasured(10),
    suspect({ id: 'open', persons: 3 }),
    suspect({ id: 'wrong', persons: 2, determined: 'wrong_exit' }),
    suspect({ id: 'right', persons: 1, determined: 'exit_confirmed' }),
    aMeasured({ id: 'unclear', persons: 5, conclusion: 'to_verify' }),
    aMeasured({ id: 'poor', status: 'poor', conclusion: 'still_poor' }),
    suspect({ id: 'partial', outcome: 'partial' }),
  ]
  it('counts the persons of every suspicion, by interviewed exited households', () => {
    // (3 + 2 + 1) / (10 × 4 + 3 + 2 + 1 + 5) = 6 / 51.
    expect(measure(county, 'wrong_exit_rate', 'suspected')).toMatchObject({
      numerator: 6,
      denominator: 51,
      value: 6 / 51,
      numeratorHouseholds: ['open', 'wrong', 'right'],
    })
  })
  it('counts only determined wrong exits by the other basis', () => {
    expect(measure(county, 'wrong_exit_rate', 'determined')).toMatchObject({
      numerator: 2,
      value: 2 / 51,
      numeratorHouseholds: ['wrong'],
    })
  })
  it('is at best what is determined, at worst that with open suspicions and those to verify', () => {
    // 2 / 51; (2 + 3 + 5) / 51.
    expect(measure(county, 'wrong_exit_rate', 'suspected')).toMatchObject({
      best: 2 / 51,
      worst: 10 / 51,
      open: ['open', 'unclear'],
    })
  })
  it('takes neither poor households nor those not interviewed to completion into its denominator', () => {
    const { denominatorHouseholds } = measure(county, 'wrong_exit_rate', 'suspected')
    expect(denominatorHouseholds).not.toContain('poor')
    expect(denominatorHouseholds).not.toContain('partial')
  })
  it.each([
    // One person determined of 51: 1.96 %; of exactly 50: 2 %, which is no longer below.
    [51, 'reached'],
    [50, 'not_reached'],
  ])('of one person of %i is %s', (persons, result) => {
    const households = [
      ...someMeasured(persons - 1, { persons: 1 }),
      suspect({ id: 'wrong', persons: 1, determined: 'wrong_exit' }),
    ]
    expect(measure(households, 'wrong_exit_rate', 'determined').result).toBe(result)
  })
  it('is undetermined when one to verify could still take it over the threshold, and names it', () => {
    const households = [
      ...someMeasured(49, { persons: 1 }),
      aMeasured({ id: 'unclear', persons: 1, conclusion: 'to_verify' }),
    ]
    const found = measure(households, 'wrong_exit_rate', 'determined')
    expect([found.result, found.open]).toEqual(['undetermined', ['unclear']])
  })
  it('is reached when one to verify could not take it over the threshold', () => {
    const households = [
      ...someMeasured(50, { persons: 1 }),
      aMeasured({ persons: 1, conclusion: 'to_verify' }),
    ]
    expect(measure(households, 'wrong_exit_rate', 'determined').result).toBe('reached')
  })
  it('is undetermined by the determined basis while a suspicion is open, whatever it would add', () => {
    const households = [...someMeasured(1000), suspect({ persons: 1 })]
    expect(measure(households, 'wrong_exit_rate', 'determined')).toMatchObject({
      value: 0,
      result: 'undetermined',
    })
    expect(measure(households, 'wrong_exit_rate', 'suspected').result).toBe('reached')
  })
  it('warns when the threshold lies inside the interval', () => {
    // Nobody against the county: [0, 1 - 0.025^(1/n)], n = households × (t of persons - 1 / t of households - 1)².
    // 184 households of 4: 184 × (1.96320 / 1.97301)² = 182.17, which ends at 2.0046 %; 185: 183.17, at 1.9937 %.
    expect(1 - 0.025 ** (1 / 182.17)).toBeGreaterThan(0.02)
    expect(1 - 0.025 ** (1 / 183.17)).toBeLessThan(0.02)
    expect(measure(someMeasured(184), 'wrong_exit_rate', 'determined').warning).toBe('threshold_in_interval')
    expect(measure(someMeasured(185), 'wrong_exit_rate', 'determined').warning).toBe(null)
  })
  it('shows the weighted value beside the other', () => {
    const households = [
      suspect({ id: 'w', persons: 2, sampling: { weight: 3, stratum: '', cluster: null } }),
      aMeasured({ persons: 2 }),
    ]
    // 2 / 4; weighted (3 × 2) / (3 × 2 + 2).
    expect(measure(households, 'wrong_exit_rate', 'suspected')).toMatchObject({
      value: 0.5,
      weighted: { value: 0.75 },
    })
  })
  it('has the village as unit where villages were drawn', () => {
    const ofVillage = (cluster: string) => ({ sampling: { weight: 1, stratum: '', cluster } })
    const wrong = Array.from({ length: 5 }, () => suspect(ofVillage('a')))
    const others = ['a', 'b', 'c', 'd'].flatMap((village) => someMeasured(20, ofVillage(village)))
    const byVillage = measure([...wrong, ...others], 'wrong_exit_rate', 'suspected')
    const byHousehold = measure(
      [...someMeasured(5, { conclusion: 'suspected_wrong_exit' }), ...someMeasured(80)],
      'wrong_exit_rate',
      'suspected',
    )
    expect(byVillage.value).toBe(byHousehold.value)
    expect(byVillage.high).toBeGreaterThan((byHousehold.high ?? 1) * 1.5)
  })
})

describe('the omission rate', () => {
  const county = [...someMeasured(25, unregistered), omitted({ persons: 3, determined: 'omission' })]
  it('divides by the unregistered persons interviewed, or by those of the sampled villages', () => {
    // 3 / (25 × 4 + 3) = 3 / 103; 3 / 4000.
    expect(measure(county, 'omission_rate', 'determined', 'interviewed').value).toBe(3 / 103)
    expect(measure(county, 'omission_rate', 'determined', 'sampled_villages').value).toBe(3 / 4000)
  })
  it('has a linearised interval and no weighted value for the sampled villages', () => {
    // Total 3 of 26 clusters, one of which has them all: variance 26/25 × (9 - 9/26) = 9, standard error 3 / 4000.
    // Student's t with 25 degrees of freedom is 2.0595: 0.00075 ± 0.0015446, cut at 0.
    const found = measure(county, 'omission_rate', 'determined', 'sampled_villages')
    expect(found).toMatchObject({ method: 'linearised', low: 0, weighted: null })
    expect(found.high).toBeCloseTo(0.00075 + (2.0595 * 3) / 4000, 6)
  })
  it('has no interval for the sampled villages when nobody was omitted: nothing varies', () => {
    const found = measure(someMeasured(25, unregistered), 'omission_rate', 'determined', 'sampled_villages')
    expect(found).toMatchObject({ value: 0, low: null, high: null, method: 'none', result: 'reached' })
  })
  it('is undetermined for the sampled villages when the county gave no such total', () => {
    const totals = { ...TOTALS, sampledVillagesUnregistered: null }
    expect(measure(county, 'omission_rate', 'determined', 'sampled_villages', totals)).toMatchObject({
      value: null,
      result: 'undetermined',
    })
  })
})

describe('the design-weighted expansion of the published formula', () => {
  const drawn = (weight: number) => ({ weight, stratum: String(weight), cluster: null })
  /** 4 persons omitted of 40 interviewed, in the lightly drawn stratum or not; of 400 in the sampled villages: 1 %. */
  const county = (weight: number) => [
    omitted({ id: 'o', determined: 'omission', sampling: drawn(weight) }),
    ...someMeasured(9, { ...unregistered, sampling: drawn(1) }, 'u'),
  ]
  const totals = { ...TOTALS, sampledVillagesUnregistered: 400 }
  const published = (weight: number) =>
    measure(county(weight), 'omission_rate', 'determined', 'sampled_villages', totals)
  it('scales the weights to the population that the formula divides by, and reports when it decides otherwise', () => {
    // By weights 4 of 40, 10 %: not below 2 %. The formula: 4 of 400, 1 %.
    expect(published(1)).toMatchObject({
      value: 0.01,
      result: 'reached',
      expansion: { value: 0.1, best: 0.1, worst: 0.1, result: 'not_reached', decidesOtherwise: true },
    })
    // A household that stands for a hundredth of one: 0.04 of 36.04.
    expect(published(0.01).expansion).toMatchObject({
      value: expect.closeTo(0.04 / 36.04, 12),
      result: 'reached',
      decidesOtherwise: false,
    })
  })
  it('is at worst every open question against the county', () => {
    const open = [
      ...county(1),
      aMeasured({ ...unregistered, id: 'v', conclusion: 'to_verify', sampling: drawn(2) }),
    ]
    // (4 + 2 × 4) of (40 + 2 × 4).
    expect(measure(open, 'omission_rate', 'determined', 'sampled_villages', totals).expansion).toMatchObject({
      best: expect.closeTo(4 / 48, 12),
      worst: expect.closeTo(12 / 48, 12),
    })
  })
  it('decides nothing otherwise when the county gave no population', () => {
    const unknown = { ...TOTALS, sampledVillagesUnregistered: null }
    expect(
      measure(county(1), 'omission_rate', 'determined', 'sampled_villages', unknown).expansion,
    ).toMatchObject({ value: 0.1, decidesOtherwise: false })
  })
  it('of incidence weighs both rates', () => {
    const some = [
      ...county(1),
      suspect({ id: 'w', determined: 'wrong_exit', sampling: drawn(3) }),
      ...someMeasured(9, { sampling: drawn(1) }),
    ]
    // Omitted 4 of 40, wrongly exited 12 of 48.
    expect(
      measure(some, 'poverty_incidence', 'determined', 'sampled_villages', totals).expansion?.value,
    ).toBeCloseTo((1000 + 0.1 * 79_000 + 0.25 * 20_000) / 100_000, 12)
  })
  it('is none of a reading that divides by persons interviewed', () => {
    expect(measure(county(1), 'omission_rate', 'determined', 'interviewed').expansion).toBe(null)
  })
})

describe('recognition', () => {
  const asked = (yes: number, no: number) => [
    ...someMeasured(yes, { status: 'poor', conclusion: 'still_poor' }),
    ...someMeasured(no, { recognises: false }),
  ]
  it.each([
    [9, 1, 'reached'],
    [89, 10, 'not_reached'],
  ])('of %i for and %i against is %s: 90 %% is enough', (yes, no, result) => {
    // 9 / 10 = 90 %; 89 / 99 = 89.90 %, which is shown as such and is below.
    expect(measure(asked(yes, no), 'recognition', null)).toMatchObject({
      numerator: yes,
      denominator: yes + no,
      result,
    })
  })
  it('leaves out households that answered no item', () => {
    const households = [...asked(9, 1), ...someMeasured(5, { recognises: null })]
    expect(measure(households, 'recognition', null).denominator).toBe(10)
  })
  it('counts households, by the exact binomial interval', () => {
    // 1 of 29 against: [1 - 0.1776, 1 - 0.0009] (Newcombe 1998).
    const found = measure(asked(28, 1), 'recognition', null)
    expect(found.method).toBe('clopper_pearson')
    expect(found.low).toBeCloseTo(1 - 0.1776, 4)
    expect(found.high).toBeCloseTo(1 - 0.0009, 4)
  })
})

describe('poverty incidence', () => {
  const county = [
    ...someMeasured(24),
    suspect({ persons: 4, determined: 'wrong_exit' }),
    ...someMeasured(49, unregistered),
    omitted({ persons: 4, determined: 'omission' }),
  ]
  it('adds the remaining poor, the omission rate of the unregistered and the wrong-exit rate of the exited', () => {
    // (1,000 + 4/200 × 79,000 + 4/100 × 20,000) / 100,000 = (1,000 + 1,580 + 800) / 100,000 = 3.38 %.
    expect(measure(county, 'poverty_incidence', 'determined', 'interviewed')).toMatchObject({
      value: 0.0338,
      numerator: 3380,
      denominator: 100_000,
      method: 'propagated',
      result: 'not_reached',
    })
    // The other reading: (1,000 + 4/4,000 × 79,000 + 800) / 100,000 = 1.879 %.
    expect(measure(county, 'poverty_incidence', 'determined', 'sampled_villages')).toMatchObject({
      value: 0.01879,
      result: 'reached',
    })
  })
  it.each([
    [2_200, 'west', 'not_reached'],
    [2_199, 'west', 'reached'],
    [1_200, 'central', 'not_reached'],
    [1_199, 'central', 'reached'],
  ])(
    'with %i remaining poor and 4 %% of the exited is against the threshold of the %s: %s',
    (poor, region, result) => {
      // Nobody omitted. (2,200 + 800) / 100,000 = 3 %, which is no longer below; (1,200 + 800) / 100,000 = 2 %.
      const households = [...county.slice(0, 25), ...someMeasured(50, unregistered)]
      const found = measure(
        households,
        'poverty_incidence',
        'determined',
        'interviewed',
        { ...TOTALS, poor },
        someStandards({ region }),
      )
      expect(found.result).toBe(result)
    },
  )
  it('has as interval what the limits of both rates imply', () => {
    const omission = measure(county, 'omission_rate', 'determined', 'interviewed')
    const wrongExit = measure(county, 'wrong_exit_rate', 'determined')
    const found = measure(county, 'poverty_incidence', 'determined', 'interviewed')
    // Households: the two rates share no cluster. They are a little correlated, since what is against the one is not
    // in the other; so a little less, or more, than the plain root of squares.
    const up = Math.hypot(0.79 * ((omission.high ?? NaN) - 0.02), 0.2 * ((wrongExit.high ?? NaN) - 0.04))
    expect(found.high).toBeCloseTo(0.0338 + up, 3)
  })
  it('is undetermined without totals', () => {
    expect(measure(county, 'poverty_incidence', 'determined', 'interviewed', null)).toMatchObject({
      value: null,
      numerator: null,
      denominator: null,
      result: 'undetermined',
    })
  })
  it('is undetermined when a rate that is needed has nobody in its denominator', () => {
    const exitedOnly = county.slice(0, 25)
    expect(measure(exitedOnly, 'poverty_incidence', 'determined', 'interviewed').value).toBe(null)
    // A county without unregistered people needs no omission rate: (1,000 + 800) / 100,000.
    const totals = { ...TOTALS, unregistered: 0 }
    expect(measure(exitedOnly, 'poverty_incidence', 'determined', 'interviewed', totals).value).toBe(0.018)
  })
  it('is open while either suspicion is, and names both kinds', () => {
    const open = [...county, suspect({ id: 'exit?' }), omitted({ id: 'omission?' })]
    const found = measure(open, 'poverty_incidence', 'determined', 'interviewed')
    expect([found.result, found.open]).toEqual(['undetermined', ['exit?', 'omission?']])
  })
  it('is at worst every open question against the county', () => {
    // Suspected, nothing determined: best 1,000 / 100,000; worst as above.
    const open = county.map((each) => ({ ...each, determined: null }))
    expect(measure(open, 'poverty_incidence', 'suspected', 'interviewed')).toMatchObject({
      best: 0.01,
      worst: 0.0338,
      result: 'undetermined',
    })
  })
})
