import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { newDeviceKeys } from '../../../src/adapters/crypto/deviceKeys'
import { digest } from '../../../src/adapters/crypto/digest'
import { newReplica } from '../../../src/adapters/crypto/newReplica'
import { MemoryStore } from '../../../src/adapters/memory/MemoryStore'
import type { Change } from '../../../src/domain/changes/Change'
import type { ProjectStore } from '../../../src/application/store/ProjectStore'
import { stateHash } from '../../../src/application/team/merge/stateHash'
import type { DeviceKeys } from '../../../src/application/team/TeamPort'
import { valueOf } from '../../contracts/projectStoreContract'
import { everyChange, playHistory, someTeamHistory } from './someTeamHistory'

const DEVICES = 8

describe('merging any history of up to eight devices', () => {
  const keys: DeviceKeys[] = []

  beforeAll(async () => {
    for (let at = 0; at < DEVICES; at++) keys.push(await newDeviceKeys())
  })

  it('is idempotent, commutative and associative, and gives byte-equal projections', async () => {
    await fc.assert(
      fc.asyncProperty(someTeamHistory(DEVICES), fc.infiniteStream(fc.nat()), async (history, dice) => {
        const packages = await playHistory(history, keys)
        const draw = (below: number): number => (dice.next().value as number) % below
        const whole = await stateOf(await merged(packages))
        const shuffled = packages.map((each) => [draw(1_000_000), each] as const).sort(([a], [b]) => a - b)
        expect(await stateOf(await merged(shuffled.map(([, each]) => each)))).toEqual(whole)
        expect(await stateOf(await merged([...packages, ...packages]))).toEqual(whole)
        const [first, second] = [draw(packages.length + 1), draw(packages.length + 1)].sort((a, b) => a - b)
        const a = await passedOn(packages.slice(0, first))
        const b = await passedOn(packages.slice(first, second))
        const c = await passedOn(packages.slice(second))
        expect(await stateOf(await merged([await passedOn([a, b]), c]))).toEqual(whole)
        expect(await stateOf(await merged([a, await passedOn([b, c])]))).toEqual(whole)
        expect(await stateOf(await merged([c, b, a]))).toEqual(whole)
      }),
      { numRuns: 120 },
    )
  })
})

/** A store of nobody's that took these packages in, one after another. */
async function merged(packages: readonly (readonly Change[])[]): Promise<ProjectStore> {
  const store = new MemoryStore('p', newReplica())
  for (const each of packages) valueOf(await store.accept(each))
  return store
}

/** What a store that took these packages in hands on. */
async function passedOn(packages: readonly (readonly Change[])[]): Promise<readonly Change[]> {
  return everyChange(await merged(packages))
}

/** The hash of what the store shows, and all that it knows. */
async function stateOf(store: ProjectStore): Promise<readonly string[]> {
  const changes = await everyChange(store)
  return [await stateHash(store, digest), ...changes.map((change) => JSON.stringify(change)).sort()]
}
