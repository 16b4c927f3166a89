import type { Change, ChangeId } from '../../../src/domain/changes/Change'

/** A replica's id made of one digit, so that failures read well. */
export function aReplica(digit: string): string {
  return digit.repeat(32)
}

export function anId(replicaDigit: string, seq: number): ChangeId {
  return `${aReplica(replicaDigit)}:${seq}`
}

/** A sound change of one household's first interview: give what the test is about. */
export function aChange(overrides: Partial<Change> = {}): Change {
  return {
    id: anId('a', 1),
    lamport: 1,
    entity: 'interview',
    entityId: '5201010001/first/1',
    path: 'food_enough',
    value: 'all_year',
    replaces: [],
    person: 'p-1',
    at: '2020-05-06T09:30:00+08:00',
    ...overrides,
  }
}
