import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldChanges } from '../../../src/domain/changes/foldChanges'
import { aChange, anId } from './aChange'
import { someHistory } from './someHistory'

describe('foldChanges', () => {
  it('shows the later value when one change replaces another', () => {
    const first = aChange({ id: anId('a', 1), value: 'all_year' })
    const second = aChange({ id: anId('b', 1), lamport: 2, value: 'often_short', replaces: [first.id] })
    const path = foldChanges([second, first]).get('food_enough')
    expect(path).toMatchObject({ isConflict: false, value: 'often_short', head: second })
    expect(path?.history).toEqual([first, second])
  })

  it('is a conflict without a value when two heads differ', () => {
    const path = foldChanges([
      aChange({ id: anId('a', 1), value: 'all_year' }),
      aChange({ id: anId('b', 1), value: 'often_short' }),
    ]).get('food_enough')
    expect(path?.isConflict).toBe(true)
    expect(path).not.toHaveProperty('value')
    expect(path?.heads).toHaveLength(2)
  })

  it('is no conflict when two heads are known in the same ways, named in another order', () => {
    const state = foldChanges([
      aChange({ id: anId('a', 1), evidence: ['respondent', 'other'] }),
      aChange({ id: anId('b', 1), evidence: ['other', 'respondent'] }),
    ])
    expect([...state.values()][0]?.isConflict).toBe(false)
  })

  it('is a conflict when two heads agree in value and differ in evidence', () => {
    const path = foldChanges([
      aChange({ id: anId('a', 1), evidence: 'observed' }),
      aChange({ id: anId('b', 1), evidence: 'respondent' }),
    ]).get('food_enough')
    expect(path?.isConflict).toBe(true)
  })

  it('agrees when two heads have the same value in another order of keys', () => {
    const path = foldChanges([
      aChange({ id: anId('a', 1), value: { x: 1, y: [2] } }),
      aChange({ id: anId('b', 1), value: { y: [2], x: 1 }, lamport: 3 }),
    ]).get('food_enough')
    expect(path).toMatchObject({ isConflict: false, head: { id: anId('b', 1) } })
  })

  it('is settled again when one change replaces all heads', () => {
    const left = aChange({ id: anId('a', 1), value: 'all_year' })
    const right = aChange({ id: anId('b', 1), value: 'often_short' })
    const settles = aChange({
      id: anId('c', 1),
      lamport: 2,
      value: 'all_year',
      replaces: [left.id, right.id],
    })
    expect(foldChanges([left, settles, right]).get('food_enough')).toMatchObject({
      isConflict: false,
      heads: [settles],
    })
  })

  it('pays no heed to the clock on the wall', () => {
    const first = aChange({ id: anId('a', 1), at: '2031-01-01T00:00:00Z', value: 'all_year' })
    const second = aChange({
      id: anId('b', 1),
      lamport: 2,
      at: '1999-01-01T00:00:00Z',
      value: 'x',
      replaces: [first.id],
    })
    expect(foldChanges([first, second]).get('food_enough')).toMatchObject({ value: 'x' })
  })

  it('keeps a change as head when what claims to replace it is not newer', () => {
    const newer = aChange({ id: anId('a', 1), lamport: 5 })
    const forged = aChange({ id: anId('b', 1), lamport: 5, value: 'x', replaces: [newer.id] })
    expect(foldChanges([newer, forged]).get('food_enough')?.heads).toHaveLength(2)
  })

  it('is the same for every order and repetition of the changes', () => {
    fc.assert(
      fc.property(someHistory, fc.infiniteStream(fc.nat()), (history, dice) => {
        const shuffled = [...history, ...history].map((change) => ({
          change,
          at: dice.next().value as number,
        }))
        shuffled.sort((left, right) => left.at - right.at)
        const folded = foldChanges(shuffled.map((entry) => entry.change))
        expect(JSON.stringify([...folded])).toBe(JSON.stringify([...foldChanges(history)]))
      }),
    )
  })

  it('leaves at least one head on every path of any history, and loses no change', () => {
    fc.assert(
      fc.property(someHistory, (history) => {
        const states = [...foldChanges(history).values()]
        for (const state of states) expect(state.heads.length).toBeGreaterThan(0)
        expect(states.flatMap((state) => state.history)).toHaveLength(history.length)
      }),
    )
  })
})
