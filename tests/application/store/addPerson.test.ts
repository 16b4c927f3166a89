import { describe, expect, it } from 'vitest'
import { newReplica } from '../../../src/adapters/crypto/newReplica'
import { MemoryStore } from '../../../src/adapters/memory/MemoryStore'
import { addPerson, listedPeople } from '../../../src/application/store/addPerson'

const add = (store: MemoryStore, name: string) =>
  addPerson(store, { id: name, name, enteredBy: '王五', at: '2020-12-31T08:00:00Z' })

describe('a person', () => {
  it('is put on the list once', async () => {
    const store = new MemoryStore('test', newReplica())
    for (const name of ['王五', '王五一', '王五']) expect((await add(store, name)).ok).toBe(true)
    expect(await listedPeople(store)).toEqual(['王五', '王五一'])
    expect(await store.changesOf('person', '王五')).toHaveLength(1)
  })
  it.each(['王 五', '王五 ', '王·五', '王\u200b五', ''])('is refused as %j', async (name) => {
    const store = new MemoryStore('test', newReplica())
    await add(store, '王五')
    const code = name === '' ? 'person_name_empty' : 'person_listed_otherwise'
    expect(await add(store, name)).toMatchObject({ ok: false, problems: [{ code }] })
    expect(await listedPeople(store)).toEqual(['王五'])
  })
})
