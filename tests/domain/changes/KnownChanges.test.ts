import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KnownChanges } from '../../../src/domain/changes/KnownChanges'
import { aReplica } from './aChange'

const replica = aReplica('a')

describe('KnownChanges', () => {
  it('knows exactly the numbers added, in as few runs as there are gaps', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 })), (seqs) => {
        const known = new KnownChanges()
        for (const seq of seqs) known.add(replica, seq)
        const added = new Set(seqs)
        for (let seq = 0; seq <= 31; seq += 1) expect(known.has(replica, seq)).toBe(added.has(seq))
        const starts = [...added].filter((seq) => !added.has(seq - 1))
        expect(known.rangesOf(replica)).toHaveLength(starts.length)
      }),
    )
  })

  it('holds a replica that counted without gaps as one run', () => {
    const known = new KnownChanges()
    for (let seq = 1; seq <= 1000; seq += 1) known.add(replica, seq)
    expect(known.rangesOf(replica)).toEqual([[1, 1000]])
  })

  it('takes away and unites number by number, whatever the runs', () => {
    const seqs = fc.array(fc.integer({ min: 1, max: 30 }))
    fc.assert(
      fc.property(seqs, seqs, (left, right) => {
        const [one, other] = [left, right].map((own) => {
          const known = new KnownChanges()
          for (const seq of own) known.add(replica, seq)
          return known
        }) as [KnownChanges, KnownChanges]
        const rest = [...new Set(left)].filter((seq) => !right.includes(seq))
        expect(one.without(other).count).toBe(rest.length)
        expect(rest.every((seq) => one.without(other).has(replica, seq))).toBe(true)
        const both = new KnownChanges()
        for (const seq of [...left, ...right]) both.add(replica, seq)
        expect(one.with(other).rangesOf(replica)).toEqual(both.rangesOf(replica))
      }),
    )
  })

  it('does not share its runs with its copy', () => {
    const known = new KnownChanges([[replica, [[1, 2]]]])
    known.copy().add(replica, 3)
    expect(known.has(replica, 3)).toBe(false)
  })
})
