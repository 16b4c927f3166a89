import { describe, expect, it } from 'vitest'
import type { Change } from '../../../src/domain/changes/Change'
import { beforeReopening, reopeningsIn } from '../../../src/domain/interview/reopenings'

function change(lamport: number, path: string, value: string, entityId = 'h1/first/a'): Change {
  return {
    id: `${'a'.repeat(32)}:${lamport}`,
    lamport,
    entity: 'interview',
    entityId,
    path,
    value,
    replaces: [],
    person: '甲',
    at: '2020-12-01T08:00:00Z',
  }
}

const CHANGES = [
  change(1, 'food_enough', 'all_year'),
  change(2, 'visit_outcome', 'completed'),
  change(3, 'reopened', '先听错了'),
  change(4, 'food_enough', 'often_short'),
  change(5, 'bedding', 'short'),
  change(6, 'bedding', 'short', 'h1/verification/b'),
  change(7, 'reopened', '村里来电话'),
  change(8, 'bedding', 'enough'),
]

describe('corrections of a finished interview', () => {
  it('are reported with their reason and how much they changed, oldest first', () => {
    expect(reopeningsIn(CHANGES.toReversed()).map(({ reason, changes }) => [reason, changes])).toEqual([
      ['先听错了', 2],
      ['村里来电话', 1],
    ])
  })

  it('leave what was there when it was finished, and other interviews whole', () => {
    expect(beforeReopening(CHANGES).map(({ lamport }) => lamport)).toEqual([1, 2, 6])
  })

  it('are none where every change was made before it was finished', () => {
    const finished = CHANGES.slice(0, 2)
    expect([reopeningsIn(finished), beforeReopening(finished)]).toEqual([[], finished])
  })
})
