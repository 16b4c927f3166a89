import { describe, expect, it } from 'vitest'
import { byRank } from '../../../src/ui/team/byRank'

const LINE = { isLead: false, removed: null, lastSent: null }

describe('the order of the roll', () => {
  it('is the lead, who sent last, who never did, and at the end who was taken off', () => {
    const early = { ...LINE, name: 'early', lastSent: '2020-07-15T01:00:00Z' }
    const late = { ...LINE, name: 'late', lastSent: '2020-07-15T02:00:00Z' }
    const never = { ...LINE, name: 'never' }
    const gone = { ...LINE, name: 'gone', removed: '2020-07-16', lastSent: '2020-07-15T03:00:00Z' }
    const lead = { ...LINE, name: 'lead', isLead: true }
    const sorted = [gone, never, early, lead, late].toSorted(byRank)
    expect(sorted.map(({ name }) => name)).toEqual(['lead', 'late', 'early', 'never', 'gone'])
  })
})
