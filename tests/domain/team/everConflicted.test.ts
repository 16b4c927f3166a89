import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Change } from '../../../src/domain/changes/Change'
import { everConflictedIn } from '../../../src/domain/team/everConflicted'
import { aChange, anId } from '../changes/aChange'

const [A, B] = [anId('a', 1), anId('b', 1)]
const [FIRST, OTHER] = [aChange({ id: A, value: 'all_year' }), aChange({ id: B, value: 'often_short' })]

/** Of how many paths they are. */
function countIn(...changes: readonly Change[]): number {
  return everConflictedIn(changes).length
}

describe('a path that people ever differed on', () => {
  it('stays marked once somebody settled it', () => {
    expect(countIn(FIRST, OTHER)).toBe(1)
    const settled = aChange({ id: anId('c', 1), lamport: 2, value: 'all_year', replaces: [A, B] })
    expect(countIn(FIRST, OTHER, settled)).toBe(1)
  })

  it('stays marked when one of them came round to the other without having seen it', () => {
    const cameRound = aChange({ id: anId('a', 2), lamport: 2, value: 'often_short', replaces: [A] })
    expect(countIn(FIRST, OTHER, cameRound)).toBe(1)
  })

  it('is none that was corrected, however often, or answered alike', () => {
    const corrected = aChange({ id: anId('a', 2), lamport: 2, value: 'often_short', replaces: [A] })
    const again = aChange({ id: anId('b', 2), lamport: 3, value: 'all_year', replaces: [corrected.id] })
    expect(countIn(FIRST, corrected, again)).toBe(0)
    expect(countIn(FIRST, { ...OTHER, value: FIRST.value })).toBe(0)
  })

  it('is one where the same is known in different ways', () => {
    const seen = { ...OTHER, value: FIRST.value, evidence: 'observed' } as const
    expect(countIn({ ...FIRST, evidence: 'respondent' }, seen)).toBe(1)
  })

  it('is none of what was sent back, being typed, or begun', () => {
    for (const path of ['returned/food_enough', 'draft', 'begun'])
      expect(countIn({ ...FIRST, path }, { ...OTHER, path })).toBe(0)
  })

  it('is the same in whatever order the changes came in', () => {
    const settled = aChange({ id: anId('c', 1), lamport: 2, value: 'x', replaces: [A, B] })
    const elsewhere = aChange({ id: anId('a', 2), lamport: 2, path: 'bedding', value: 'enough' })
    const differing = aChange({ id: anId('b', 2), lamport: 2, path: 'bedding', value: 'short' })
    const all = [FIRST, OTHER, settled, elsewhere, differing]
    const places = everConflictedIn(all)
    expect(places.map(({ path }) => path)).toEqual(['bedding', FIRST.path].sort())
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(everConflictedIn(shuffled)).toEqual(places)
      }),
    )
  })

  it('is found as a look at every pair finds it, whoever followed whom', () => {
    const links = fc.array(fc.tuple(fc.boolean(), fc.subarray([1, 2, 3])), { minLength: 2, maxLength: 9 })
    fc.assert(
      fc.property(links, (drawn) => {
        const history = drawn.map(([isFull, back], index) =>
          aChange({
            id: anId('a', index + 1),
            lamport: index + 1,
            value: isFull ? 'all_year' : 'often_short',
            replaces: back.filter((step) => step <= index).map((step) => anId('a', index + 1 - step)),
          }),
        )
        expect(countIn(...history) > 0).toBe(differsByPairs(history))
      }),
    )
  })

  it('is none of a chain of 50,000 corrections, which would not fit in memory if each listed all before it', () => {
    const chain = Array.from({ length: 50_000 }, (_, index) =>
      aChange({
        id: anId('a', index + 1),
        lamport: index + 1,
        value: index,
        replaces: index === 0 ? [] : [anId('a', index)],
      }),
    )
    expect(countIn(...chain)).toBe(0)
  })
})

/** The same by the definition: two that differ, neither of which followed the other. */
function differsByPairs(history: readonly Change[]): boolean {
  const follows = (later: Change | undefined, id: string): boolean =>
    later?.replaces.some(
      (each) =>
        each === id ||
        follows(
          history.find((one) => one.id === each),
          id,
        ),
    ) ?? false
  return history.some((later, index) =>
    history.slice(0, index).some((earlier) => earlier.value !== later.value && !follows(later, earlier.id)),
  )
}
