import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignChanges } from '../../../src/domain/changes/assignChanges'
import { elementOfDraft } from '../../../src/domain/changes/ChangeDraft'
import { elementsOf } from '../../../src/domain/changes/elements'
import { foldChanges } from '../../../src/domain/changes/foldChanges'
import { aChange, anId, aReplica } from './aChange'
import { aDraft, someHistory } from './someHistory'

const CLOCK = { replica: aReplica('a'), lastSeq: 7, lamport: 40 }

describe('assignChanges', () => {
  it('numbers the drafts on from the clock and replaces the heads it is shown', () => {
    const head = aChange({ id: anId('b', 3), lamport: 40 })
    const { changes, clock } = assignChanges(
      [aDraft('food_enough', 'x'), aDraft('bedding', 'y')],
      CLOCK,
      () => [head],
    )
    expect(changes).toMatchObject([
      { id: anId('a', 8), lamport: 41, replaces: [head.id] },
      { id: anId('a', 9), lamport: 42, replaces: [] },
    ])
    expect(clock).toEqual({ replica: aReplica('a'), lastSeq: 9, lamport: 42 })
  })

  it('replaces its own earlier draft when one write sets a path twice', () => {
    const { changes } = assignChanges([aDraft('bedding', 'x'), aDraft('bedding', 'y')], CLOCK, () => [])
    expect(changes[1]?.replaces).toEqual([changes[0]?.id])
  })

  it('puts the id of another draft of the write into a field of a value', () => {
    const confirmation = {
      ...aDraft('confirmed', 'x'),
      value: { decision: '', how: 'passcode' },
      idIn: { field: 'decision', draft: 0 },
    }
    const { changes } = assignChanges([aDraft('determination', 'x'), confirmation], CLOCK, () => [])
    expect(changes[1]?.value).toEqual({ decision: changes[0]?.id, how: 'passcode' })
    expect(changes[1]).not.toHaveProperty('idIn')
    const missing = { ...confirmation, idIn: { field: 'decision', draft: 9 } }
    expect(() => assignChanges([missing], CLOCK, () => [])).toThrow('no draft 9')
  })

  it('reads what is known of an entity once, however many drafts speak of it', () => {
    let reads = 0
    const drafts = Array.from({ length: 20_000 }, (_, index) => aDraft('bedding', String(index)))
    const { changes } = assignChanges(drafts, CLOCK, () => {
      reads++
      return []
    })
    expect(reads).toBe(1)
    expect(changes.at(-1)?.replaces).toEqual([changes.at(-2)?.id])
  })

  it('keeps the heads the writer names when the writer saw others than are known now', () => {
    const unseen = aChange({ id: anId('b', 3) })
    const { changes } = assignChanges([{ ...aDraft('food_enough', 'x'), replaces: [] }], CLOCK, () => [
      unseen,
    ])
    expect(changes[0]?.replaces).toEqual([])
  })

  it('gives a new ledger line the id of the change that makes it', () => {
    const line = `lines/${elementOfDraft(0)}`
    const { changes } = assignChanges(
      [aDraft(line, 'made'), aDraft(`${line}/amount_yuan`, '500')],
      CLOCK,
      () => [],
    )
    expect(changes.map((change) => change.path)).toEqual([
      `lines/${anId('a', 8)}`,
      `lines/${anId('a', 8)}/amount_yuan`,
    ])
    expect(elementsOf(foldChanges(changes), 'lines')).toEqual([{ id: anId('a', 8), presence: 'present' }])
  })

  it('throws when a path names a draft that this write does not have', () => {
    expect(() => assignChanges([aDraft(`lines/${elementOfDraft(1)}`, 'x')], CLOCK, () => [])).toThrow(
      'no draft 1',
    )
  })

  it('gives every change a higher counter than all it replaces, in any history', () => {
    fc.assert(
      fc.property(someHistory, (history) => {
        const byId = new Map(history.map((change) => [change.id, change]))
        for (const change of history)
          for (const id of change.replaces) expect(byId.get(id)?.lamport).toBeLessThan(change.lamport)
      }),
    )
  })
})
