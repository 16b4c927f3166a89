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

  it('does not share its runs with its copy', () => {
    const known = new KnownChanges([[replica, [[1, 2]]]])
    known.copy().add(replica, 3)
    expect(known.has(replica, 3)).toBe(false)
  })
})
