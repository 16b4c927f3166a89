import { describe, expect, it } from 'vitest'
import type { Change } from '../../../src/domain/changes/Change'
import { DRAFT } from '../../../src/domain/interview/bookkeeping'
import { draftIn, draftValue } from '../../../src/domain/interview/draft'

function change(lamport: number, path: string, value: Change['value']): Change {
  return {
    id: `r:${lamport}`,
    lamport,
    entity: 'interview',
    entityId: 'h/first/1',
    path,
    value,
    replaces: [],
    person: 'p',
    at: '2020-08-01T10:00:00+08:00',
  }
}

const typing = draftValue({ ref: { question: 'health', member: 'm-1' }, text: '高血' })

describe('typing that was not ended', () => {
  it('is found with its place while nothing came behind it, in whatever order changes arrive', () => {
    const changes = [change(3, DRAFT, typing), change(1, 'begun', '1'), change(2, 'food_enough', 'all_year')]
    expect(draftIn(changes)).toEqual({ ref: { question: 'health', member: 'm-1' }, text: '高血' })
  })

  it('is moot as soon as anything is answered behind it', () => {
    expect(draftIn([change(2, DRAFT, typing), change(3, 'food_enough', 'all_year')])).toBeNull()
  })

  it('is none where there are no changes, or where the value is none of ours', () => {
    expect(draftIn([])).toBeNull()
    for (const value of [null, 'text', 3, ['a'], { question: 'note' }, { text: 'x' }])
      expect(draftIn([change(1, DRAFT, value)])).toBeNull()
  })
})
