import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes } from '@noble/hashes/utils.js'
import { beforeEach, describe, expect, it } from 'vitest'
import { encodeFrames } from '../../../src/adapters/sealed/frames'
import type { SealedShelf } from '../../../src/adapters/sealed/SealedShelf'
import { newProjectKey, wrapByPasscode } from '../../../src/adapters/crypto/KeyWrap'
import { Vault } from '../../../src/adapters/crypto/Vault'
import { decodeBackup, encodeBackup } from '../../../src/adapters/sealed/backupFile'
import type { ProjectStore } from '../../../src/application/store/ProjectStore'
import { MemoryIndexShelf } from '../../../src/adapters/memory/MemoryIndexShelf'
import { LossyFiles } from '../../contracts/LossyFiles'
import { aMachine, unlock, type Machine } from '../../contracts/Machine'
import { valueOf } from '../../contracts/projectStoreContract'
import { CHEAP_SCRYPT } from '../../contracts/sealedHarness'
import { secretsIn, workWithSecrets } from '../../contracts/sealedProject'
import { anAnswer, aVillage, INTERVIEW } from '../../contracts/someWork'

const NAME = 'county.yihu-backup'

let machine: Machine
let store: ProjectStore
let backup: Uint8Array

const another = (): Machine => aMachine(new LossyFiles(), new MemoryIndexShelf())
const allOf = async (of: ProjectStore) => ({
  project: new Set((await of.changesOfProject()).map(({ id }) => id)),
  households: await of.householdsWithChanges(),
  interview: new Set((await of.changesOf('interview', INTERVIEW)).map((change) => JSON.stringify(change))),
})
const isEmpty = async (shelf: SealedShelf) => expect(await shelf.list()).toEqual([])

beforeEach(async () => {
  machine = aMachine(new LossyFiles(), new MemoryIndexShelf())
  store = valueOf(await machine.createProject())
  await workWithSecrets(store)
  backup = await machine.shelf.backup(store.projectId)
})

describe('a backup', () => {
  it('brings every change and every roster back on a machine that knows nothing of them', async () => {
    const roster = valueOf(await store.putRoster({ villages: [aVillage('青冈岭甲村', 3)] }))
    const before = await allOf(store)
    const elsewhere = another()
    const { project, added } = valueOf(await elsewhere.shelf.restore(NAME, backup, unlock))
    expect([project.projectId, project.title]).toEqual([store.projectId, '某县'])
    expect(added).toBe(before.project.size + before.interview.size)
    const again = valueOf(await elsewhere.shelf.open(store.projectId, unlock))
    expect(await allOf(again)).toEqual(before)
    expect(await again.rosterVillage(roster, '青冈岭甲村')).toEqual(
      await store.rosterVillage(roster, '青冈岭甲村'),
    )
  })

  it('brings pictures back too', async () => {
    const picture = valueOf(await store.putAttachment(Uint8Array.of(5, 6, 7)))
    const elsewhere = another()
    valueOf(await elsewhere.shelf.restore(NAME, await machine.shelf.backup(store.projectId), unlock))
    const again = valueOf(await elsewhere.shelf.open(store.projectId, unlock))
    expect(await again.attachment(picture)).toEqual(Uint8Array.of(5, 6, 7))
  })

  it('brings them back after the machine’s own disk was wiped', async () => {
    const before = await allOf(store)
    await store.close()
    machine.wipeIndexes()
    machine.wipeJournals()
    await isEmpty(machine.shelf)
    valueOf(await machine.shelf.restore(NAME, backup, unlock))
    expect(await allOf(valueOf(await machine.shelf.open(store.projectId, unlock)))).toEqual(before)
  })

  it('has nothing readable in it but the project’s title', () => {
    expect(secretsIn(backup)).toEqual([])
    expect(new TextDecoder().decode(backup)).toContain('某县')
  })

  it('is united with the project that is here, and a second time adds nothing', async () => {
    valueOf(await store.write([anAnswer('bedding', 'enough')]))
    const before = await allOf(store)
    await store.close()
    expect(valueOf(await machine.shelf.restore(NAME, backup, unlock)).added).toBe(0)
    const again = valueOf(await machine.shelf.open(store.projectId, unlock))
    expect(await allOf(again)).toEqual(before)
  })

  it('reports at the next opening that the profile was set back, and restores what it had lost', async () => {
    const earlier = machine.restarted()
    const added = valueOf(await store.write([anAnswer('bedding', 'enough'), anAnswer('food_enough', 'no')]))
    backup = await machine.shelf.backup(store.projectId)
    const before = await allOf(store)
    expect(valueOf(await earlier.shelf.restore(NAME, backup, unlock)).added).toBe(added.length)
    const again = valueOf(await earlier.shelf.open(store.projectId, unlock))
    expect(again.openingProblems).toMatchObject([
      { code: 'profile_rolled_back', severity: 'warning', details: { count: added.length } },
    ])
    expect(await allOf(again)).toEqual(before)
    await again.close()
    expect(valueOf(await earlier.shelf.open(store.projectId, unlock)).openingProblems).toEqual([])
  })

  it('opens by today’s passcode where the project is, and by the one of its day everywhere', async () => {
    valueOf(await machine.shelf.changePasscode(store.projectId, unlock.passcode, '新口令-2021'))
    await store.close()
    const today = { by: 'passcode', passcode: '新口令-2021' } as const
    expect((await machine.shelf.restore(NAME, backup, today)).ok).toBe(true)
    expect((await machine.shelf.restore(NAME, backup, unlock)).ok).toBe(true)
    expect(await another().shelf.restore(NAME, backup, today)).toMatchObject({
      problems: [{ code: 'passcode_wrong' }],
    })
  })

  it('is refused while its project is open', async () => {
    expect(await machine.shelf.restore(NAME, backup, unlock)).toMatchObject({
      ok: false,
      problems: [{ code: 'project_in_use' }],
    })
  })

  it('is refused by a wrong passcode, and nothing is made', async () => {
    const { shelf } = another()
    const wrong = { by: 'passcode', passcode: 'wrong' } as const
    expect(await shelf.restore(NAME, backup, wrong)).toMatchObject({ problems: [{ code: 'passcode_wrong' }] })
    await isEmpty(shelf)
  })

  it('is refused whole when it was cut anywhere', async () => {
    const { shelf } = another()
    const cuts = [14, 15, 18, 40, Math.floor(backup.length / 2), backup.length - 64, backup.length - 1]
    for (const cut of cuts)
      expect([cut, await shelf.restore(NAME, backup.subarray(0, cut), unlock)]).toMatchObject([
        cut,
        { ok: false, problems: [{ code: 'backup_damaged' }] },
      ])
    await isEmpty(shelf)
  })

  it('is refused whole when a single bit differs anywhere behind its first words', async () => {
    const { shelf } = another()
    for (let at = 14; at < backup.length; at += Math.ceil(backup.length / 97)) {
      const altered = Uint8Array.from(backup)
      altered[at] = (altered[at] ?? 0) ^ 1
      expect([at, shelf.inspectBackup(NAME, altered)]).toMatchObject([
        at,
        { ok: false, problems: [{ code: 'backup_damaged' }] },
      ])
    }
  })

  it('is refused when somebody without the key took a record out and made the checksum right again', async () => {
    const { body, seal, frames } = valueOf(decodeBackup(NAME, backup))
    const start = body.length - encodeFrames(frames).length
    const shorter = concatBytes(body.subarray(0, start), encodeFrames(frames.slice(1)), seal)
    const forged = concatBytes(shorter, sha256(shorter))
    const { shelf } = another()
    expect(shelf.inspectBackup(NAME, forged).ok).toBe(true)
    expect(await shelf.restore(NAME, forged, unlock)).toMatchObject({
      problems: [{ code: 'backup_damaged' }],
    })
    await isEmpty(shelf)
  })

  it.each([
    ['backup_unreadable', 'PK\u0003\u0004 a workbook'],
    ['backup_unreadable', ''],
    ['backup_newer', 'yihu backup 2\n and whatever it brings'],
    ['backup_damaged', 'yihu backup 1'],
    ['backup_damaged', 'yihu backup 1\n'],
  ])('refuses as %s what is no backup of this version: %j', (code, text) => {
    const bytes = new TextEncoder().encode(text)
    expect(another().shelf.inspectBackup(NAME, bytes)).toMatchObject({ ok: false, problems: [{ code }] })
  })

  it('of a practice project needs no passcode', async () => {
    const practice = { title: '练习', protection: { by: 'nothing_practice' } } as const
    const made = valueOf(await machine.shelf.create(practice))
    const elsewhere = another()
    const file = await machine.shelf.backup(made.projectId)
    const { project } = valueOf(await elsewhere.shelf.restore(NAME, file, { by: 'nothing_practice' }))
    expect(project).toMatchObject({ isPractice: true, projectId: made.projectId })
  })

  it('of somebody else’s making that bears the id of a project here never touches it', async () => {
    const before = await allOf(store)
    await store.close()
    const key = newProjectKey()
    const wraps = [await wrapByPasscode(key, unlock.passcode, CHEAP_SCRYPT)]
    const header = { format: 1, projectId: store.projectId, title: '冒名', isPractice: false, wraps }
    const forged = encodeBackup(JSON.stringify(header), [], new Vault([key]))
    expect(await machine.shelf.restore(NAME, forged, unlock)).toMatchObject({
      ok: false,
      problems: [{ code: 'backup_damaged' }],
    })
    expect(await allOf(valueOf(await machine.shelf.open(store.projectId, unlock)))).toEqual(before)
  })
})
