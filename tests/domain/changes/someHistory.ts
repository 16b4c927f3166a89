import fc from 'fast-check'
import { assignChanges, type ReplicaClock } from '../../../src/domain/changes/assignChanges'
import type { Change } from '../../../src/domain/changes/Change'
import type { ChangeDraft } from '../../../src/domain/changes/ChangeDraft'
import { aReplica } from './aChange'

const REPLICAS = ['a', 'b', 'c', 'd']

type Step =
  | { readonly does: 'writes'; readonly by: number; readonly path: string; readonly value: string }
  | { readonly does: 'sends'; readonly by: number; readonly to: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    does: fc.constant('writes' as const),
    by: fc.nat(REPLICAS.length - 1),
    path: fc.constantFrom('food_enough', 'bedding', 'members/m-1/insurance'),
    value: fc.constantFrom('yes', 'no'),
  }),
  fc.record({
    does: fc.constant('sends' as const),
    by: fc.nat(REPLICAS.length - 1),
    to: fc.nat(REPLICAS.length - 1),
  }),
)

/** The changes of one interview as up to four laptops make them, writing and handing each other all they know. */
export const someHistory: fc.Arbitrary<readonly Change[]> = fc.array(step, { maxLength: 24 }).map((steps) => {
  const laptops = REPLICAS.map((digit) => ({
    clock: { replica: aReplica(digit), lastSeq: 0, lamport: 0 } as ReplicaClock,
    known: new Map<string, Change>(),
  }))
  for (const taken of steps) {
    const laptop = laptops[taken.by]
    if (laptop === undefined) continue
    if (taken.does === 'writes') {
      const made = assignChanges([aDraft(taken.path, taken.value)], laptop.clock, () => [
        ...laptop.known.values(),
      ])
      laptop.clock = made.clock
      for (const change of made.changes) laptop.known.set(change.id, change)
    } else {
      const receiver = laptops[taken.to]
      if (receiver === undefined) continue
      for (const [id, change] of laptop.known) receiver.known.set(id, change)
      const lamport = Math.max(receiver.clock.lamport, laptop.clock.lamport)
      receiver.clock = { ...receiver.clock, lamport }
    }
  }
  return [...new Map(laptops.flatMap((laptop) => [...laptop.known])).values()]
})

export function aDraft(path: string, value: string): ChangeDraft {
  return {
    entity: 'interview',
    entityId: '5201010001/first/1',
    path,
    value,
    person: 'p-1',
    at: '2020-05-06T09:30:00+08:00',
  }
}
