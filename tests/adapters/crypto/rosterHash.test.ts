import { expect, it } from 'vitest'
import { hashVillage, villageHash } from '../../../src/adapters/crypto/rosterHash'
import { aHousehold } from '../../builders/aHousehold'

it('hashes a village the same by the platform and by JavaScript', async () => {
  const village = { village: '甲县/乙乡/丙村', households: [aHousehold(), aHousehold({ id: '2' })] }
  expect(await hashVillage(village)).toBe(villageHash(village))
  expect(await hashVillage({ ...village, village: '丁' })).not.toBe(villageHash(village))
})
