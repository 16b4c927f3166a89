import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FrameHousehold } from '../../../src/domain/sampling/Frame'
import { aPlan, drawn, refusedFor, someHouseholds } from '../../builders/aFrame'
import type { DrawnSample } from '../../../src/domain/sampling/DrawnSample'

const COUNTY: readonly FrameHousehold[] = [
  ...someHouseholds(60, { village: '石村' }),
  ...someHouseholds(40, { village: '泉村' }),
  ...someHouseholds(30, { village: '岭村', township: '乙乡', type: 'unregistered' }),
  ...someHouseholds(20, { village: '坪村', township: '乙乡' }),
]
const BOTH = ['exited', 'unregistered'] as const

const idsOf = ({ strata }: DrawnSample): readonly string[] => strata.flatMap((each) => each.drawn)
const weightOf = ({ strata }: DrawnSample): number =>
  strata.reduce((sum, { drawn, weight }) => sum + drawn.length * weight, 0)

describe('a stratified draw', () => {
  it('draws of each township and type in proportion, with the weights that follow', () => {
    const sample = drawn(COUNTY, aPlan({ size: { by: 'number', households: 30 }, types: BOTH }))
    // 150 households: 100 of 甲乡, 20 exited and 30 unregistered of 乙乡; a fifth of each.
    expect(
      sample.strata.map(({ township, type, drawn, weight }) => [township, type, drawn.length, weight]),
    ).toEqual([
      ['乙乡', 'exited', 4, 5],
      ['乙乡', 'unregistered', 6, 5],
      ['甲乡', 'exited', 20, 5],
    ])
    expect(sample.strata[0]?.inclusionProbability).toBe(0.2)
    expect([sample.population, sample.leftOut, sample.size]).toEqual([150, 0, 30])
  })
  it('draws so many of each type where each has a size of its own', () => {
    const size = { by: 'type', households: { exited: 12, unregistered: 15 } } as const
    const sample = drawn(COUNTY, aPlan({ size, types: BOTH }))
    // 12 of 120 exited (20 and 100), 15 of 30 unregistered.
    expect(sample.strata.map(({ type, drawn, weight }) => [type, drawn.length, weight])).toEqual([
      ['exited', 2, 10],
      ['unregistered', 15, 2],
      ['exited', 10, 10],
    ])
    expect([sample.size, weightOf(sample)]).toEqual([27, 150])
  })
  it('is refused where a type has fewer households, or strata, than its size wants', () => {
    const refused = (exited: number, unregistered?: number) => {
      const households = { exited, ...(unregistered !== undefined && { unregistered }) }
      return refusedFor(COUNTY, aPlan({ size: { by: 'type', households }, types: BOTH }))
    }
    expect(refused(2, 30)).toEqual([])
    expect(refused(2, 31)).toEqual(['sample_type_size_above_frame'])
    expect(refused(2)).toEqual(['sample_type_size_above_frame'])
    expect(refused(1, 30)).toEqual(['sample_type_size_below_strata'])
  })
  it('draws of every village where villages are the places', () => {
    const plan = aPlan({ place: 'village', size: { by: 'number', households: 12 } })
    const sample = drawn(COUNTY, plan)
    // 120 exited households of 60, 40 and 20: a tenth of each.
    expect(sample.strata.map(({ village, drawn }) => [village, drawn.length])).toEqual([
      ['坪村', 2],
      ['泉村', 4],
      ['石村', 6],
    ])
  })
  it('keeps so many reserves for each household drawn, none of them drawn', () => {
    const plan = aPlan({ size: { by: 'number', households: 12 }, reserve: 0.25 })
    for (const { drawn: own, reserves, households } of drawn(COUNTY, plan).strata) {
      expect(reserves).toHaveLength(Math.min(Math.ceil(own.length / 4), households - own.length))
      expect(reserves.filter((id) => own.includes(id))).toEqual([])
    }
  })
  it('draws marked households so many times as often, at so much less weight', () => {
    const marked = someHouseholds(20, { isMarked: true }, '边缘')
    const frame = [...someHouseholds(60), ...marked]
    const plan = aPlan({ size: { by: 'number', households: 20 }, marked: { households: [], rate: 2 } })
    const [ordinary, apart] = drawn(frame, plan).strata
    // Shares 60 and 2 × 20: 12 of 60 (weight 5) and 8 of 20 (weight 2.5); 12 × 5 + 8 × 2.5 = 80.
    expect([ordinary?.drawn.length, ordinary?.weight]).toEqual([12, 5])
    expect([apart?.group, apart?.drawn.length, apart?.weight]).toEqual(['marked', 8, 2.5])
  })
  it('marks households by a list as well', () => {
    const households = ['石村-1', '石村-2']
    const plan = aPlan({ marked: { households, rate: 20 } })
    const apart = drawn(COUNTY, plan).strata.find(({ group }) => group === 'marked')
    expect(apart?.households).toBe(2)
  })
  it('leaves out households visited lately, and reports how many', () => {
    const visited = someHouseholds(30).map(({ id }) => id)
    const plan = aPlan({ size: { by: 'number', households: 90 }, visited: { households: visited, rate: 0 } })
    const sample = drawn(COUNTY, plan)
    expect([sample.population, sample.leftOut]).toEqual([90, 30])
    expect(idsOf(sample).filter((id) => visited.includes(id))).toEqual([])
    expect(weightOf(sample)).toBeCloseTo(90, 9)
  })
  it('draws households visited lately half as often, at twice the weight', () => {
    const frame = someHouseholds(60)
    const visited = { households: frame.slice(0, 20).map(({ id }) => id), rate: 0.5 }
    const [ordinary, apart] = drawn(frame, aPlan({ visited })).strata
    // Shares 40 and 20 / 2: 8 of 40 (weight 5) and 2 of 20 (weight 10); 8 × 5 + 2 × 10 = 60.
    expect([ordinary?.drawn.length, ordinary?.weight]).toEqual([8, 5])
    expect([apart?.drawn.length, apart?.weight]).toEqual([2, 10])
  })
  it('draws of a village under special supervision, however small, at a weight of its own', () => {
    const small = someHouseholds(2, { village: '督村' })
    const plan = aPlan({ supervised: ['督村'] })
    const sample = drawn([...COUNTY, ...small], plan)
    const supervised = sample.strata.find(({ village }) => village === '督村')
    expect([supervised?.drawn.length, supervised?.weight]).toEqual([1, 2])
    expect(weightOf(sample)).toBeCloseTo(122, 9)
  })
})

describe('a cluster draw', () => {
  const frame = Array.from({ length: 12 }, (_, index) =>
    someHouseholds(20 + 5 * index, { village: `村${index}`, type: index % 2 === 0 ? 'exited' : 'poor' }),
  ).flat()
  const plan = aPlan({
    design: 'cluster',
    villages: 5,
    types: ['exited', 'poor'],
    size: { by: 'number', households: 50 },
    supervised: ['村0'],
  })

  it('draws villages first, and households of these alone', () => {
    const sample = drawn(frame, plan)
    expect(new Set(sample.strata.map(({ village }) => village)).size).toBe(5)
    expect(idsOf(sample)).toHaveLength(50)
  })
  it('computes the probability of both stages', () => {
    const { strata } = drawn(frame, plan)
    // Of the others, 20 + 5i households for i from 1 to 11, 220 + 330 = 550, four villages are drawn.
    for (const { village, households, drawn: own, inclusionProbability, cluster } of strata) {
      const ofVillage = village === '村0' ? 1 : (4 * households) / 550
      expect(inclusionProbability).toBeCloseTo((ofVillage * own.length) / households, 12)
      expect(cluster).toBe(village === '村0' ? null : village)
    }
  })
  it('has weights that add up to the frame, for any seed', () => {
    for (let round = 0; round < 50; round++)
      expect(weightOf(drawn(frame, { ...plan, seed: `群${round}` }))).toBeCloseTo(570, 9)
  })
})

describe('any draw', () => {
  it('of everybody takes everybody once, at weight 1', () => {
    const sample = drawn(COUNTY, aPlan({ design: 'all', types: BOTH }))
    expect([...idsOf(sample)].sort()).toEqual(COUNTY.map(({ id }) => id).sort())
    expect(sample.strata.every(({ weight, reserves }) => weight === 1 && reserves.length === 0)).toBe(true)
  })
  it('gives every household of a stratum the same chance', () => {
    const frame = [...someHouseholds(20), ...someHouseholds(30, { village: '岭村', township: '乙乡' })]
    const [rounds, counts] = [2000, new Map<string, number>()]
    for (let round = 0; round < rounds; round++)
      for (const id of idsOf(drawn(frame, aPlan({ seed: `第${round}次` }))))
        counts.set(id, (counts.get(id) ?? 0) + 1)
    // A fifth of each stratum. Counts of draws without replacement have variance R f (1-f) and correlation -1/(N-1), so
    // that (N-1)/N Σ (count - R f)²/(R f (1-f)) is chi-square with N-1 degrees of freedom; 99.9 %: 43.8 and 58.3.
    for (const [prefix, size, quantile] of [
      ['石村', 20, 43.8],
      ['岭村', 30, 58.3],
    ] as const) {
      const own = [...counts].filter(([id]) => id.startsWith(prefix))
      expect(own).toHaveLength(size)
      const sum = own.reduce((total, [, count]) => total + (count - rounds * 0.2) ** 2, 0)
      expect(((size - 1) / size) * (sum / (rounds * 0.2 * 0.8))).toBeLessThan(quantile)
    }
  })
  it.each([
    ['stratified', null],
    ['cluster', 5],
  ] as const)('estimates without bias: %s', (design, villages) => {
    // 14 villages of 10 to 75 households; poor is the first half of the larger ones, marked another third of each.
    const frame = Array.from({ length: 14 }, (_, index) =>
      someHouseholds(10 + 5 * index, { village: `村${index}` }).map((each, number) => ({
        ...each,
        id: `${each.id}-${index > 6 && number < 5 + 2 * index ? '贫' : '不'}`,
        isMarked: number % 3 === 0,
      })),
    ).flat()
    const truth = frame.filter(({ id }) => id.endsWith('贫')).length
    const plan = aPlan({
      design,
      villages,
      size: { by: 'number', households: 60 },
      marked: { households: [], rate: 3 },
      supervised: ['村2'],
      visited: { households: frame.filter((_, index) => index % 9 === 0).map(({ id }) => id), rate: 0.5 },
    })
    const estimates = Array.from({ length: 400 }, (_, round) =>
      drawn(frame, { ...plan, seed: `估${round}` }).strata.reduce(
        (sum, each) => sum + each.weight * each.drawn.filter((id) => id.endsWith('贫')).length,
        0,
      ),
    )
    const mean = estimates.reduce((sum, each) => sum + each, 0) / estimates.length
    const variance = estimates.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (estimates.length - 1)
    expect(Math.abs(mean - truth)).toBeLessThanOrEqual(3 * Math.sqrt(variance / estimates.length))
    expect(variance).toBeGreaterThan(0)
  })
  it('does not depend on the order of the list, draws nobody twice, and weighs as much as the frame', () => {
    const designs = fc.record({
      seed: fc.string({ minLength: 1 }).filter((seed) => seed.trim() !== ''),
      place: fc.constantFrom('township' as const, 'village' as const),
      design: fc.constantFrom('stratified' as const, 'cluster' as const, 'all' as const),
      households: fc.integer({ min: 12, max: 40 }),
      rate: fc.constantFrom(1, 2, 5),
      order: fc.shuffledSubarray([...COUNTY.keys()], { minLength: COUNTY.length }),
    })
    fc.assert(
      fc.property(designs, ({ seed, place, design, households, rate, order }) => {
        const plan = aPlan({
          seed,
          place,
          design,
          villages: design === 'cluster' ? 3 : null,
          size: { by: 'number', households },
          types: BOTH,
          marked: { households: ['石村-3', '石村-9', '岭村-1'], rate },
          supervised: ['坪村'],
        })
        const sample = drawn(COUNTY, plan)
        expect(
          drawn(
            order.map((index) => COUNTY[index] as FrameHousehold),
            plan,
          ),
        ).toEqual(sample)
        const everybody = sample.strata.flatMap((each) => [...each.drawn, ...each.reserves])
        expect(new Set(everybody).size).toBe(everybody.length)
        expect(weightOf(sample)).toBeCloseTo(150, 6)
      }),
      { numRuns: 60, seed: 28 },
    )
  })
  it('draws others by another seed', () => {
    expect(idsOf(drawn(COUNTY, aPlan({ seed: '甲' })))).not.toEqual(
      idsOf(drawn(COUNTY, aPlan({ seed: '乙' }))),
    )
  })
})

describe('a draw is refused', () => {
  const size = (households: number) => ({ by: 'number', households }) as const
  it.each([
    ['without a seed', aPlan({ seed: ' ' }), 'sample_seed_missing'],
    ['above the frame', aPlan({ size: size(121) }), 'sample_size_above_frame'],
    ['of nobody', aPlan({ size: size(0) }), 'sample_size_above_frame'],
    ['of half a household', aPlan({ size: size(10.5) }), 'sample_size_above_frame'],
    ['below the strata', aPlan({ size: size(2), place: 'village' }), 'sample_size_below_strata'],
    ['of a type that nobody has', aPlan({ types: ['exited', 'relapsed'] }), 'sample_stratum_empty'],
    ['for a village that is not there', aPlan({ supervised: ['无村'] }), 'sample_village_unknown'],
    [
      'of more villages than there are',
      aPlan({ design: 'cluster', villages: 5 }),
      'sample_villages_above_frame',
    ],
    [
      'of the supervised villages alone',
      aPlan({ design: 'cluster', villages: 1, supervised: ['石村'] }),
      'sample_villages_below_supervised',
    ],
    [
      'for a margin that is none',
      aPlan({ size: { by: 'margin', margin: 0, share: 0.5, designEffect: 1 } }),
      'sample_value_invalid',
    ],
    ['for a rate below one', aPlan({ marked: { households: [], rate: 0.5 } }), 'sample_value_invalid'],
    [
      'when everybody of a place was visited lately',
      aPlan({ place: 'village', visited: { households: someHouseholds(60).map(({ id }) => id), rate: 0 } }),
      'sample_stratum_emptied',
    ],
  ])('%s', (_, plan, code) => expect(refusedFor(COUNTY, plan)).toEqual([code]))
  it('of an empty list', () => expect(refusedFor([], aPlan())).toEqual(['sample_frame_empty']))
  it('not at the bounds themselves', () => {
    expect(refusedFor(COUNTY, aPlan({ size: size(120) }))).toEqual([])
    expect(refusedFor(COUNTY, aPlan({ size: size(3), place: 'village' }))).toEqual([])
  })
})
