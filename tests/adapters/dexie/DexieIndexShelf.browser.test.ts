import { utf8ToBytes } from '@noble/hashes/utils.js'
import Dexie from 'dexie'
import { describe, expect, it } from 'vitest'
import { DexieIndexShelf } from '../../../src/adapters/dexie/DexieIndexShelf'
import type { ProjectStore } from '../../../src/application/store/ProjectStore'
import { foldChanges } from '../../../src/domain/changes/foldChanges'
import { valueOf } from '../../contracts/projectStoreContract'
import { aShelf, PASSCODE, sealedHarness } from '../../contracts/sealedHarness'
import { anAnswer, INTERVIEW } from '../../contracts/someWork'
import { secretsIn, workWithSecrets } from '../../contracts/sealedProject'

const shelf = aShelf({ indexes: new DexieIndexShelf(), journals: null })
const unlock = { by: 'passcode', passcode: PASSCODE } as const

describe('projects in IndexedDB', () => {
  it('are listed by title without a key, and those of practice distinguished', async () => {
    const sealed = await aProject()
    const practice = valueOf(await shelf.create({ title: '练习', protection: { by: 'nothing_practice' } }))
    const listed = await shelf.list()
    const idsOf = (isPractice: boolean) =>
      listed.filter((one) => one.isPractice === isPractice).map((one) => one.projectId)
    expect(idsOf(true)).toContain(practice.projectId)
    expect(idsOf(false)).toContain(sealed.projectId)
    await Promise.all([sealed.close(), practice.close()])
    await valueOf(await shelf.open(practice.projectId, { by: 'nothing_practice' })).close()
  })

  it('do not open by a wrong passcode, and open by the right one afterwards', async () => {
    const store = await aProject()
    await store.close()
    const refused = await shelf.open(store.projectId, { by: 'passcode', passcode: 'wrong' })
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'passcode_wrong' }] })
    const unsealed = await shelf.open(store.projectId, { by: 'nothing_practice' })
    expect(unsealed).toMatchObject({ ok: false, problems: [{ code: 'project_sealed' }] })
    await valueOf(await shelf.open(store.projectId, unlock)).close()
  })

  it('do not open a second time while they are open', async () => {
    const store = await aProject()
    const refused = await shelf.open(store.projectId, unlock)
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'project_in_use' }] })
    await store.close()
  })

  it('are refused when a newer version of the app wrote them', async () => {
    const store = await aProject()
    await store.close()
    const database = await new Dexie(`yihu-${store.projectId}`).open()
    const native = database.verno * 10
    database.close()
    await raiseVersion(`yihu-${store.projectId}`, native + 10)
    const refused = await shelf.open(store.projectId, unlock)
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'database_newer' }] })
  })

  it('are unknown when nobody made them', async () => {
    const refused = await shelf.open('0'.repeat(32), unlock)
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'project_unknown' }] })
  })

  it('say that nothing was saved, make no empty database, and show what was typed when the database was taken away', async () => {
    const store = await aProject()
    await workWithSecrets(store)
    await Dexie.delete(`yihu-${store.projectId}`)
    for (const interview of [INTERVIEW, '5201010009/first/1']) {
      const refused = await store.write([{ ...anAnswer('bedding', 'short'), entityId: interview }])
      expect(refused).toMatchObject({
        ok: false,
        problems: [{ code: 'not_saved', details: { side: 'index' } }],
      })
    }
    const shown = foldChanges(await store.changesOf('interview', INTERVIEW)).get('bedding')
    expect(shown).toMatchObject({ value: 'short' })
    expect(await store.retryUnsaved()).toMatchObject({ ok: false, problems: [{ code: 'not_saved' }] })
    expect(await indexedDB.databases()).not.toContainEqual(
      expect.objectContaining({ name: `yihu-${store.projectId}` }),
    )
  })

  it('hold no readable name, ID number, household, question or answer anywhere', async () => {
    const store = await aProject()
    await workWithSecrets(store)
    await store.close()
    const dump = await dumpOf(`yihu-${store.projectId}`)
    expect(dump.length).toBeGreaterThan(2_000)
    expect(secretsIn(dump)).toEqual([])
    expect(secretsIn(utf8ToBytes('x欧阳翠花y'))).toEqual(['欧阳翠花'])
  })
})

function aProject(): Promise<ProjectStore> {
  return sealedHarness(() => shelf).create()
}

function raiseVersion(name: string, version: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, version)
    opening.onerror = () => reject(opening.error ?? new Error('not opened'))
    opening.onsuccess = () => {
      opening.result.close()
      resolve()
    }
  })
}

/** Every key and value of every table, bytes as bytes. */
async function dumpOf(name: string): Promise<Uint8Array> {
  const database = await new Dexie(name).open()
  const parts: Uint8Array[] = []
  const add = (value: unknown): void => {
    if (value instanceof Uint8Array) parts.push(value)
    else if (typeof value === 'object' && value !== null) Object.entries(value).flat().forEach(add)
    else parts.push(utf8ToBytes(String(value)))
  }
  for (const table of database.tables) (await table.toArray()).forEach(add)
  database.close()
  return new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer())
}
