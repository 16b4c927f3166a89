import { beforeEach, describe, expect, it } from 'vitest'
import { TEAM_PORT } from '../../../../src/adapters/package/teamPort'
import { commitMerge } from '../../../../src/application/team/merge/mergePackages'
import { keepSent, trafficOf } from '../../../../src/application/team/packages/packageTraffic'
import type { PackageKind } from '../../../../src/application/team/TeamPort'
import { AT, aTeam, type Laptop, type Team } from '../../../builders/aTeam'
import { valueOf } from '../../../contracts/projectStoreContract'

let team: Team

beforeEach(async () => {
  team = await aTeam()
})

async function sent(from: Laptop, to: Laptop, at: string, kind: PackageKind = 'result') {
  const own = from.keys.device
  valueOf(await keepSent(from.store, { own, to: to.keys.device, kind, at }, TEAM_PORT))
}

function traffic({ store, keys }: Laptop) {
  return trafficOf(store, keys.device, TEAM_PORT)
}

describe('what came and went', () => {
  it('is nothing before the first package, and everything that was written is unsent', async () => {
    const { first, second } = team
    const before = await traffic(first)
    expect(before.of(second.keys.device)).toEqual({ lastSent: null, lastReceived: null })
    const written = await first.answer('h1', 'food_enough', 'all_year')
    expect((await traffic(first)).unsent - before.unsent).toBeGreaterThanOrEqual(written.length)
  })
  it('counts from the last result or assignment on, not from a question', async () => {
    const { first, lead } = team
    await first.answer('h1', 'food_enough', 'all_year')
    await sent(first, lead, '2020-07-15T02:00:00Z')
    expect((await traffic(first)).unsent).toBe(0)
    const again = await first.answer('h1', 'food_enough', 'often_short')
    await sent(first, lead, '2020-07-15T03:00:00Z', 'question')
    expect((await traffic(first)).unsent).toBe(again.length)
    expect((await traffic(first)).of(lead.keys.device).lastReceived).toBe('2020-07-15T03:00:00Z')
    expect((await traffic(first)).of(first.keys.device).lastSent).toBe('2020-07-15T03:00:00Z')
  })
  it('says of another laptop when the latest of its packages merged here was made', async () => {
    const { first, lead } = team
    await first.answer('h1', 'food_enough', 'all_year')
    const preview = await lead.preview([await first.send(lead)])
    valueOf(await commitMerge(lead.store, preview, [], '2020-07-16T01:00:00Z'))
    const found = await traffic(lead)
    expect(found.of(first.keys.device)).toEqual({ lastSent: AT, lastReceived: null })
    expect(found.of(lead.keys.device)).toEqual({ lastSent: null, lastReceived: '2020-07-16T01:00:00Z' })
  })
})
