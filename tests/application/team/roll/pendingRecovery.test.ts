import { expect, it } from 'vitest'
import { TEAM_PORT } from '../../../../src/adapters/package/teamPort'
import {
  dropRecovery,
  holdRecovery,
  pendingRecovery,
} from '../../../../src/application/team/roll/pendingRecovery'
import { Laptop } from '../../../builders/aTeam'

it('holds a recovery key that is not known to be kept, the later one of two, and has it no more afterwards', async () => {
  const { store } = await Laptop.of('组长')
  expect(await pendingRecovery(store)).toBeNull()
  const first = { names: ['组长'], ...(await TEAM_PORT.newRecoveryKey()) }
  await holdRecovery(store, first)
  expect(await pendingRecovery(store)).toEqual(first)
  const second = { names: ['组长', '副组长'], ...(await TEAM_PORT.newRecoveryKey()) }
  await holdRecovery(store, second)
  expect(await pendingRecovery(store)).toEqual(second)
  await dropRecovery(store)
  expect(await pendingRecovery(store)).toBeNull()
})
