import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  coverageRate,
  openIn,
  stateOf,
  type CoverageRow,
} from '../../../../../src/domain/programmes/census/coverage/Coverage'
import { coverageBy } from '../../../../../src/domain/programmes/census/coverage/coverageBy'
import { coverageOf } from '../../../../../src/domain/programmes/census/coverage/coverageOf'

let next = 0
function row(said: Partial<CoverageRow>): CoverageRow {
  const household = `h${next++}`
  return { village: 'c/t/v', township: 'c/t', household, isFound: false, outcome: null, ids: [], ...said }
}

describe('where a household stands', () => {
  it.each([
    [null, 'not_visited'],
    ['enumerated', 'enumerated'],
    ['completed', 'enumerated'],
    ['not_found', 'lost_contact'],
    ['partial', 'partial'],
    ['not_home', 'not_home'],
    ['moved_away', 'moved_away'],
    ['a newer app’s', 'not_visited'],
  ])('after %s is %s', (outcome, state) => {
    expect(stateOf({ outcome })).toBe(state)
  })
})

describe('coverage', () => {
  it('counts every household once, listed or found, by its state', () => {
    const { county } = coverageOf([
      row({ outcome: 'enumerated' }),
      row({ outcome: 'enumerated', isFound: true }),
      row({ outcome: 'duplicate' }),
      row({ outcome: 'not_home' }),
      row({ outcome: 'partial' }),
      row({}),
      row({ outcome: 'refused' }),
    ])
    expect(county).toEqual({
      listed: 6,
      found: 1,
      states: {
        ...{ enumerated: 2, lost_contact: 0, refused: 1, moved_away: 0, dissolved: 0, duplicate: 1 },
        ...{ not_visited: 1, partial: 1, not_home: 1 },
      },
    })
    expect(openIn(county)).toBe(3)
    expect(coverageRate(county)).toBe(2 / 6)
  })
  it('has no rate where nobody is to be enumerated', () => {
    expect(coverageRate(coverageOf([row({ outcome: 'duplicate' })]).county)).toBeNull()
    expect(coverageRate(coverageOf([]).county)).toBeNull()
  })
  it('is told by township and village, in the list’s order', () => {
    const { townships, villages } = coverageOf([
      row({ village: 'c/b/x', township: 'c/b' }),
      row({ village: 'c/a/y', township: 'c/a', outcome: 'enumerated' }),
      row({ village: 'c/a/x', township: 'c/a' }),
    ])
    expect([...townships].map(([name, { listed }]) => [name, listed])).toEqual([
      ['c/b', 1],
      ['c/a', 2],
    ])
    expect([...villages.keys()]).toEqual(['c/b/x', 'c/a/y', 'c/a/x'])
  })
  it('adds up: the states of a key are its households, whatever the key', () => {
    const outcome = fc.constantFrom(null, 'enumerated', 'completed', 'duplicate', 'partial', 'refused', 'x')
    const rows = fc.array(fc.record({ isFound: fc.boolean(), outcome, key: fc.constantFrom('a', 'b', 'c') }))
    fc.assert(
      fc.property(rows, (said) => {
        for (const [key, { listed, found, states }] of coverageBy(said, (each) => each.key)) {
          const own = said.filter((each) => each.key === key)
          expect(Object.values(states).reduce((sum, count) => sum + count, 0)).toBe(own.length)
          expect(listed + found).toBe(own.length)
          expect(found).toBe(own.filter(({ isFound }) => isFound).length)
        }
      }),
    )
  })
})

describe('an ID number in two households', () => {
  it('is told with all of them, across villages, and not within one', () => {
    const one = row({ ids: ['1', '2', '2'] })
    const two = row({ ids: ['2'], village: 'c/t/w' })
    const three = row({ ids: ['2', '3'] })
    const alone = row({ ids: ['4', '4'] })
    expect(coverageOf([one, two, three, alone]).shared).toEqual([
      {
        id: '2',
        households: [
          { household: one.household, village: 'c/t/v' },
          { household: two.household, village: 'c/t/w' },
          { household: three.household, village: 'c/t/v' },
        ],
      },
    ])
  })
})
