import { describe, expect, it } from 'vitest'
import type { Change } from '../../../src/domain/changes/Change'
import { draftsIn, lastTyped } from '../../../src/domain/interview/draft'
import { INSTRUMENT } from '../../builders/anInterview'
import type { Json } from '../../../src/domain/shared/Json'

const REPLICA = 'a'.repeat(32)

function change(lamport: number, path: string, value: Json): Change {
  return {
    id: `${REPLICA}:${lamport}`,
    lamport,
    entity: 'interview',
    entityId: 'h1/first/a',
    path,
    value,
    replaces: [],
    person: 'p1',
    at: '2020-12-01T08:00:00Z',
  }
}

const BEGUN = change(1, 'begun', '1')
const HEALTH = 'members/m-1/health'

describe('draftsIn', () => {
  it('gives every text that was being typed by the path it is meant for, in any order of the changes', () => {
    const changes = [
      change(4, 'draft/outcome_reason', '天黑了'),
      change(3, `draft/${HEALTH}`, '高血压'),
      BEGUN,
      change(2, `draft/${HEALTH}`, '高血'),
    ]
    expect([...draftsIn(changes, INSTRUMENT.roles)]).toEqual([
      [HEALTH, '高血压'],
      ['outcome_reason', '天黑了'],
    ])
  })

  it('keeps a text when something else is answered after it, and drops it when its own place is answered', () => {
    const typed = [BEGUN, change(2, `draft/${HEALTH}`, '高血')]
    expect(draftsIn([...typed, change(3, 'food_enough', 'all_year')], INSTRUMENT.roles).get(HEALTH)).toBe(
      '高血',
    )
    expect(draftsIn([...typed, change(3, HEALTH, ['chronic'])], INSTRUMENT.roles).size).toBe(0)
  })

  it('drops a text that was cleared', () => {
    expect(
      draftsIn([change(1, 'draft/note', '门'), change(2, 'draft/note', '')], INSTRUMENT.roles).size,
    ).toBe(0)
  })

  it('drops what was typed for an amount that became a quantity and a price', () => {
    const typed = change(1, 'draft/lines/l-1/amount_yuan', '400*6')
    expect(draftsIn([typed, change(2, 'lines/l-1/quantity', 400)], INSTRUMENT.roles).size).toBe(0)
    expect(draftsIn([typed, change(2, 'lines/l-2/quantity', 400)], INSTRUMENT.roles).size).toBe(1)
  })

  it('reads the one draft of an older interview, and nothing from a value that is no draft', () => {
    const typing = { question: 'health', member: 'm-1', text: '高血' }
    expect(draftsIn([change(1, 'draft', typing)], INSTRUMENT.roles).get(HEALTH)).toBe('高血')
    for (const value of [null, 'health', ['health'], { question: 'health' }, { question: 1, text: '' }])
      expect(draftsIn([change(1, 'draft', value)], INSTRUMENT.roles).size).toBe(0)
  })
})

describe('lastTyped', () => {
  it('is the text after which nothing was answered', () => {
    const typed = change(2, `draft/${HEALTH}`, '高血')
    expect(lastTyped([typed, BEGUN])).toBe(HEALTH)
    expect(lastTyped([BEGUN, typed, change(3, 'food_enough', 'all_year')])).toBeNull()
    expect(lastTyped([typed, change(3, `draft/${HEALTH}`, '')])).toBeNull()
    expect(lastTyped([])).toBeNull()
  })
})
