import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byAge } from '../../../src/domain/changes/foldChanges'
import { unionChanges } from '../../../src/domain/changes/unionChanges'
import type { Change } from '../../../src/domain/changes/Change'
import { aChange, anId } from './aChange'
import { someHistory } from './someHistory'

describe('unionChanges', () => {
  it('adds nothing when a change comes again with its fields in another order', () => {
    const change = aChange({ value: { b: 1, a: 2 } })
    const again = {
      ...Object.fromEntries(Object.entries(change).reverse()),
      value: { a: 2, b: 1 },
    } as unknown as Change
    expect(unionChanges([change], [again])).toEqual({ ok: true, value: { changes: [change], added: [] } })
  })

  it.each([
    ['value', { value: 'often_short' }],
    ['evidence', { evidence: 'observed' as const }],
    ['household', { entityId: '5201010002/first/1' }],
    ['clock', { at: '2020-05-06T09:30:01+08:00' }],
  ])('refuses a forked replica when a known id comes with another %s', (_name, difference) => {
    const united = unionChanges([aChange()], [aChange(difference)])
    expect(united).toMatchObject({ ok: false, problems: [{ code: 'forked_replica', value: anId('a', 1) }] })
  })

  it('refuses a forked replica when one package holds an id twice with different content', () => {
    expect(unionChanges([], [aChange(), aChange({ value: 'x' })])).toMatchObject({ ok: false })
  })

  it.each([
    ['the same', 2, false],
    ['an older', 1, true],
    ['a newer', 3, false],
  ])('lets a change of counter 2 replace one of %s counter: %i', (_name, lamport, isAllowed) => {
    const replaced = aChange({ id: anId('a', 1), lamport })
    const replacing = aChange({ id: anId('b', 1), lamport: 2, replaces: [replaced.id] })
    expect(unionChanges([replaced], [replacing]).ok).toBe(isAllowed)
    expect(unionChanges([replacing], [replaced]).ok).toBe(isAllowed)
    expect(unionChanges([], [replacing, replaced]).ok).toBe(isAllowed)
  })

  it('refuses a change that replaces one of another path', () => {
    const replaced = aChange({ id: anId('a', 1), path: 'bedding' })
    const united = unionChanges(
      [replaced],
      [aChange({ id: anId('b', 1), lamport: 2, replaces: [replaced.id] })],
    )
    expect(united).toMatchObject({ ok: false, problems: [{ code: 'replaces_elsewhere' }] })
  })

  it('takes a change whose replaced change has not arrived yet', () => {
    expect(unionChanges([], [aChange({ lamport: 2, replaces: [anId('b', 7)] })]).ok).toBe(true)
  })

  it('is idempotent, commutative and associative over any histories', () => {
    fc.assert(
      fc.property(someHistory, fc.infiniteStream(fc.nat({ max: 6 })), (history, dice) => {
        const parts = history.map((change) => ({ change, holders: (dice.next().value as number) + 1 }))
        const part = (bit: number): Change[] =>
          parts.filter((entry) => entry.holders & bit).map((entry) => entry.change)
        const [a, b, c] = [part(1), part(2), part(4)] as const
        expect(together(together(a, b), c)).toEqual(together(a, together(b, c)))
        expect(together(a, b)).toEqual(together(b, a))
        expect(together(a, a)).toEqual(together(a, []))
      }),
    )
  })
})

function together(left: readonly Change[], right: readonly Change[]): readonly Change[] {
  const united = unionChanges(left, right)
  if (!united.ok) throw new Error(united.problems[0]?.code)
  return [...united.value.changes].sort(byAge)
}
