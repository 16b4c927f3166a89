import { describe, expect, it } from 'vitest'
import { newDeviceKeys, newReplicaOf } from '../../../src/adapters/crypto/deviceKeys'
import { MemoryStore } from '../../../src/adapters/memory/MemoryStore'
import { TEAM_PORT } from '../../../src/adapters/package/teamPort'
import { leadProject } from '../../../src/application/team/roll/keepRoll'
import { makePackage } from '../../../src/application/team/packages/makePackage'
import { changesIn } from '../../../src/application/team/TeamPort'

describe('packages in a browser', () => {
  it('are made and opened offline by the code that the terminal runs', async () => {
    const keys = await newDeviceKeys()
    const store = new MemoryStore('ab'.repeat(16), newReplicaOf(keys.device))
    await store.keepRecord('device', JSON.stringify(keys))
    const author = { person: '组长', at: '2020-07-15T01:00:00Z' }
    await store.write([{ entity: 'person', entityId: '组长', path: 'name', value: '组长', ...author }])
    const led = await leadProject(store, ['组长'], author, TEAM_PORT)
    expect(led).toMatchObject({ ok: true, value: expect.stringMatching(/^AGE-SECRET-KEY-1/) as string })
    const order = { kind: 'backup', title: '某县', recipients: [keys.recipient], households: null } as const
    const made = await makePackage(store, { ...order, names: ['组长'], made: author.at }, TEAM_PORT)
    if (!made.ok || !led.ok) throw new Error('a package is made')
    for (const identity of [keys.identity, led.value]) {
      const opened = await TEAM_PORT.open('p', made.value, identity)
      if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
      expect(changesIn(opened.value)).toHaveLength(4)
    }
  })
})
