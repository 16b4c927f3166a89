import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { digest } from '../../../src/adapters/crypto/digest'
import { newReplica } from '../../../src/adapters/crypto/newReplica'
import { FolderStore } from '../../../src/adapters/folder/FolderStore'
import { addPerson } from '../../../src/application/store/addPerson'
import { stateHash } from '../../../src/application/team/merge/stateHash'
import { describeProjectStore, valueOf } from '../../contracts/projectStoreContract'
import { aVillage, AT, PERSON } from '../../contracts/someWork'
import { aChange, anId } from '../../domain/changes/aChange'

const PROJECT_ID = 'f'.repeat(32)
const folders: string[] = []

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'yihu-folder-'))
  folders.push(folder)
  return folder
}

async function openIn(folder: string): Promise<FolderStore> {
  return valueOf(await FolderStore.open(folder, PROJECT_ID, newReplica()))
}

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

describeProjectStore('a folder', { create: async () => openIn(await aFolder()) })

describe('a folder store', () => {
  it('finds everything again when the folder is opened again', async () => {
    const folder = await aFolder()
    const store = await openIn(folder)
    valueOf(await addPerson(store, { id: PERSON, name: '王组员', enteredBy: PERSON, at: AT }))
    valueOf(await store.accept([aChange({ lamport: 70 })]))
    const roster = valueOf(await store.putRoster({ villages: [aVillage('甲村', 3)] }))
    valueOf(await store.keepRecord('lead', 'x'))
    const before = store.stateHash()
    await store.close()
    const again = await openIn(folder)
    expect(await again.changesOf('interview', aChange().entityId)).toEqual([aChange({ lamport: 70 })])
    expect(await again.rosterVillages(roster)).toEqual(['甲村'])
    expect(await again.records('lead')).toEqual(['x'])
    expect(again.stateHash()).toBe(before)
    const [written] = valueOf(await addPerson(again, { id: 'p-2', name: '李', enteredBy: PERSON, at: AT }))
    expect(written?.lamport).toBe(71)
    await again.close()
  })

  it('keeps the hash that computing from all changes gives', async () => {
    const store = await openIn(await aFolder())
    valueOf(await addPerson(store, { id: PERSON, name: '王组员', enteredBy: PERSON, at: AT }))
    valueOf(await store.accept([aChange()]))
    valueOf(await store.accept([aChange({ id: anId('b', 1), lamport: 2, value: 'often_short' })]))
    expect(store.stateHash()).toBe(await stateHash(store, digest))
    expect(store.conflicts()).toMatchObject([{ household: '5201010001', path: 'food_enough' }])
    await store.close()
  })

  it('ignores a pack whose merge never ended', async () => {
    const folder = await aFolder()
    const store = await openIn(folder)
    valueOf(await store.accept([aChange()]))
    const before = store.stateHash()
    const index = await readFile(join(folder, 'index.json'))
    valueOf(await store.accept([aChange({ id: anId('b', 1), lamport: 2 })]))
    await store.close()
    // As a power cut leaves it: the pack is there, the index is the old one, half of the new one lies beside it.
    await writeFile(join(folder, 'index.json'), index)
    await writeFile(join(folder, 'index.json.9.part'), index.subarray(0, 20))
    const again = await openIn(folder)
    expect(again.stateHash()).toBe(before)
    valueOf(await again.accept([aChange({ id: anId('c', 1), lamport: 5 })]))
    expect((await again.changesOf('interview', aChange().entityId)).map(({ id }) => id)).toEqual([
      anId('a', 1),
      anId('c', 1),
    ])
    await again.close()
  })

  it('writes nothing for changes that it has', async () => {
    const folder = await aFolder()
    const store = await openIn(folder)
    valueOf(await store.accept([aChange()]))
    const names = await readdir(join(folder, 'packs'))
    valueOf(await store.accept([aChange()]))
    expect(await readdir(join(folder, 'packs'))).toEqual(names)
    await store.close()
  })

  it('is refused while another process has it', async () => {
    const folder = await aFolder()
    const store = await openIn(folder)
    const second = await FolderStore.open(folder, PROJECT_ID, newReplica())
    expect(second).toMatchObject({ ok: false, problems: [{ code: 'folder_in_use' }] })
    await store.close()
    await (await openIn(folder)).close()
  })

  it('takes over what a process left locked that is gone', async () => {
    const folder = await aFolder()
    await (await openIn(folder)).close()
    await writeFile(join(folder, 'lock'), '999999999')
    await (await openIn(folder)).close()
  })

  it('is refused where a process of another machine has the lock, and names it', async () => {
    const folder = await aFolder()
    await (await openIn(folder)).close()
    await writeFile(join(folder, 'lock'), '{"pid":7,"machine":"pc-7 pid:[1]","nonce":"x"}')
    const refused = await FolderStore.open(folder, PROJECT_ID, newReplica())
    const details = { process: 7, machine: 'pc-7' }
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'folder_in_use_elsewhere', details }] })
  })

  it('commits nothing once its lock was taken away', async () => {
    const folder = await aFolder()
    const store = await openIn(folder)
    await rm(join(folder, 'lock'))
    expect(await store.accept([aChange()])).toMatchObject({ problems: [{ code: 'folder_lock_lost' }] })
    await store.close()
    const again = await openIn(folder)
    expect(await again.householdsWithChanges()).toEqual([])
    await again.close()
  })

  it('clears away what a process left half written that was killed', async () => {
    const folder = await aFolder()
    await (await openIn(folder)).close()
    const left = ['index.json.9.part', 'packs/000001.jsonl.9.part', 'packs/000002.jsonl', 'lock.abc.part']
    for (const name of [...left, 'review.xlsx.9.part']) await writeFile(join(folder, name), 'x')
    await (await openIn(folder)).close()
    const names = await readdir(folder, { recursive: true })
    expect(names.filter((name) => left.includes(name))).toEqual([])
    // Not the folder's own.
    expect(names).toContain('review.xlsx.9.part')
  })

  it('is refused where another project, or something else, lies', async () => {
    const folder = await aFolder()
    await (await openIn(folder)).close()
    const other = await FolderStore.open(folder, 'e'.repeat(32), newReplica())
    expect(other).toMatchObject({ ok: false, problems: [{ code: 'folder_other_project' }] })
    const full = await aFolder()
    await writeFile(join(full, 'letter.txt'), 'x')
    const refused = await FolderStore.open(full, PROJECT_ID, newReplica())
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'folder_not_empty' }] })
    expect(await readdir(full)).toEqual(['letter.txt'])
  })

  it('commits a small merge by what it changed, and the whole again once that is much', async () => {
    const folder = await aFolder()
    const store = await openIn(folder)
    const answersOf = (replica: string, households: number) =>
      Array.from({ length: households }, (_, index) =>
        aChange({
          id: anId(replica, index + 1),
          entityId: `h${index}/first/1`,
          lamport: 1,
          value: `by ${replica}`,
        }),
      )
    valueOf(await store.accept(answersOf('a', 100)))
    const whole = await readFile(join(folder, 'index.json'))
    valueOf(await store.accept(answersOf('b', 1)))
    valueOf(await store.accept(answersOf('c', 2)))
    expect(await readFile(join(folder, 'index.json'))).toEqual(whole)
    const [before, conflicts] = [store.stateHash(), store.conflicts().length]
    await store.close()

    const again = await openIn(folder)
    expect([again.stateHash(), again.conflicts().length]).toEqual([before, conflicts])
    const late = await readFile(join(folder, 'index.000003.json'))
    valueOf(await again.accept(answersOf('d', 100)))
    const after = again.stateHash()
    await again.close()
    const names = async () => (await readdir(folder)).filter((name) => name.startsWith('index'))
    expect(await names()).toEqual(['index.json'])
    // As a power cut leaves it: the whole is written, what it took in is not away yet.
    await writeFile(join(folder, 'index.000003.json'), late)
    const last = await openIn(folder)
    expect(last.stateHash()).toBe(after)
    await last.close()
  })
})
