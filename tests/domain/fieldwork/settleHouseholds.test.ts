import { assert, constantFrom, array, property, record, option } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { settleHouseholds } from '../../../src/domain/fieldwork/settleHouseholds'
import type { FoundHousehold } from '../../../src/domain/fieldwork/Fieldwork'
import { aHousehold, aMember } from '../../builders/aHousehold'

const NAMES = ['a', 'b', 'c'] as const
const ROSTER = NAMES.map((id) =>
  aHousehold({
    id,
    members: [1, 2, 3].map((number) => aMember({ id: `${id}${number}`, relation: 'child' })),
  }),
)

function foundHousehold(id: string, given: Partial<FoundHousehold> = {}): FoundHousehold {
  return { household: aHousehold({ id, members: [] }), splitFrom: null, headMember: null, ...given }
}

function membersOf(settled: ReturnType<typeof settleHouseholds>, id: string): readonly string[] {
  return settled.find(({ household }) => household.id === id)?.household.members.map((each) => each.id) ?? []
}

describe('settleHouseholds', () => {
  it('has a moved member in the other household, and a link on both', () => {
    const settled = settleHouseholds(ROSTER, {
      found: [],
      replacements: [],
      moves: [{ from: 'a', member: 'a2', to: 'b' }],
    })
    expect(membersOf(settled, 'a')).toEqual(['a1', 'a3'])
    expect(membersOf(settled, 'b')).toEqual(['b1', 'b2', 'b3', 'a2'])
    expect(settled[0]?.links).toEqual([{ kind: 'moved_out', household: 'b', member: 'a2', name: '李甲' }])
    expect(settled[1]?.links).toEqual([{ kind: 'moved_in', household: 'a', member: 'a2', name: '李甲' }])
  })

  it('makes the named member the head of a household that was split off', () => {
    const found = [foundHousehold('f', { splitFrom: 'a', headMember: 'a2' })]
    const moves = [
      { from: 'a', member: 'a2', to: 'f' },
      { from: 'a', member: 'a3', to: 'f' },
    ]
    const split = settleHouseholds(ROSTER, { found, moves, replacements: [] }).at(-1)
    expect(split?.household.members.map(({ id, relation }) => [id, relation])).toEqual([
      ['a2', 'head'],
      ['a3', null],
    ])
    expect(split?.origin).toBe('found')
    expect(split?.links[0]).toEqual({ kind: 'split_from', household: 'a' })
  })

  it('leaves a member where the list has him when two laptops sent him to different households', () => {
    const settled = settleHouseholds(ROSTER, {
      found: [],
      replacements: [],
      moves: [{ from: 'a', member: 'a2', to: null }],
    })
    expect(membersOf(settled, 'a')).toContain('a2')
    expect(settled[0]?.links).toEqual([{ kind: 'move_contested', member: 'a2' }])
  })

  it('keeps a household of the list when a found one has the same number', () => {
    const settled = settleHouseholds(ROSTER, { found: [foundHousehold('a')], replacements: [], moves: [] })
    expect(settled).toHaveLength(3)
    expect(membersOf(settled, 'a')).toHaveLength(3)
  })

  it('loses nobody and doubles nobody, whoever is sent wherever', () => {
    const household = constantFrom(...NAMES, 'f', 'g', 'nowhere')
    const member = constantFrom(
      ...NAMES.flatMap((id) => [1, 2, 3].map((number) => `${id}${number}`)),
      'nobody',
    )
    const move = record({ from: household, member, to: option(household) })
    assert(
      property(array(move), array(constantFrom('f', 'g', 'a'), { maxLength: 4 }), (moves, ids) => {
        // One word a path: the fold has settled which.
        const settledMoves = [...new Map(moves.map((each) => [`${each.from}/${each.member}`, each])).values()]
        const settled = settleHouseholds(ROSTER, {
          found: ids.map((id) => foundHousehold(id)),
          moves: settledMoves,
          replacements: [],
        })
        const everybody = settled.flatMap((each) => each.household.members.map(({ id }) => id)).sort()
        expect(everybody).toEqual(ROSTER.flatMap(({ members }) => members.map(({ id }) => id)).sort())
        expect(new Set(settled.map((each) => each.household.id)).size).toBe(settled.length)
      }),
    )
  })
})
