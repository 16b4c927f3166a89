import { beforeEach, describe, expect, it } from 'vitest'
import { MemoryIndexShelf } from '../../../src/adapters/memory/MemoryIndexShelf'
import { unwrapByPasscode, type PasscodeWrap } from '../../../src/adapters/crypto/KeyWrap'
import { Vault } from '../../../src/adapters/crypto/Vault'
import type { SealedIndex } from '../../../src/adapters/sealed/SealedIndex'
import { ChangeRows } from '../../../src/adapters/sealed/ChangeRows'
import { parseProjectHeader } from '../../../src/adapters/sealed/ProjectHeader'
import type { ProjectStore } from '../../../src/application/store/ProjectStore'
import { LossyFiles } from '../../contracts/LossyFiles'
import { aMachine, unlock, type Machine } from '../../contracts/Machine'
import { valueOf } from '../../contracts/projectStoreContract'
import { workWithSecrets } from '../../contracts/sealedProject'
import { anAnswer, INTERVIEW } from '../../contracts/someWork'

const NEW = { by: 'passcode', passcode: '另一个口令-2021' } as const

let machine: Machine
let store: ProjectStore

beforeEach(async () => {
  machine = aMachine(new LossyFiles(), new MemoryIndexShelf())
  store = valueOf(await machine.createProject())
  await workWithSecrets(store)
})

function renew(on = machine) {
  return on.shelf.changePasscode(store.projectId, unlock.passcode, NEW.passcode, true)
}

/** The index, to look at or to change, of a project that is closed. */
async function withIndex<T>(work: (index: SealedIndex) => Promise<T>): Promise<T> {
  const opening = await machine.indexes.open(store.projectId)
  if (opening.kind !== 'open') throw new Error(opening.kind)
  const worked = await work(opening.index)
  await opening.index.close()
  return worked
}

async function headerOfNow(): Promise<string> {
  const [text] = await machine.indexes.headers()
  return text ?? ''
}

async function valuesOf(opened: ProjectStore): Promise<readonly unknown[]> {
  return (await opened.changesOf('interview', INTERVIEW)).map(({ value }) => value)
}

describe('a renewed key', () => {
  it('seals what is written after it, without closing the project, and opens everything', async () => {
    valueOf(await renew())
    valueOf(await store.write([anAnswer('note', '换钥匙以后写的')]))
    const picture = valueOf(await store.putAttachment(new Uint8Array(50).fill(7)))
    await store.close()
    expect(await machine.shelf.open(store.projectId, unlock)).toMatchObject({
      problems: [{ code: 'passcode_wrong' }],
    })
    const again = valueOf(await machine.shelf.open(store.projectId, NEW))
    expect(await valuesOf(again)).toEqual(expect.arrayContaining(['欧阳翠花', '换钥匙以后写的']))
    expect(await again.attachment(picture)).toEqual(new Uint8Array(50).fill(7))
  })

  it('is one to which the old header with the old passcode does not lead', async () => {
    const old = parseProjectHeader(await headerOfNow())
    valueOf(await renew())
    valueOf(await store.write([anAnswer('note', '换钥匙以后写的')]))
    await store.close()
    const key = await unwrapByPasscode(old?.wraps[0] as PasscodeWrap, unlock.passcode)
    if (key === undefined) throw new Error('the old passcode opens the old header')
    const rows = new ChangeRows(new Vault([key]))
    const opened = await withIndex(async (index) =>
      (await index.rowsAfter(0, 100)).map((row) => rows.open(row)?.changes.map(({ value }) => value) ?? null),
    )
    expect(opened.flat()).not.toContain('换钥匙以后写的')
    expect(opened.at(-1)).toBeNull()
  })

  it('is not mistaken for damage when the old header is put back: that is reported', async () => {
    const old = await headerOfNow()
    valueOf(await renew())
    valueOf(await store.write([anAnswer('note', '换钥匙以后写的')]))
    await store.close()
    await withIndex((index) => index.commit({ header: old }))
    expect(await machine.shelf.open(store.projectId, unlock)).toMatchObject({
      problems: [{ code: 'header_replaced' }],
    })
  })

  it.each(['index', 'journal'])(
    'opens everything when the %s is lost, also after a second renewal',
    async (lost) => {
      valueOf(await renew())
      valueOf(await store.write([anAnswer('note', '第一次以后')]))
      valueOf(await machine.shelf.changePasscode(store.projectId, NEW.passcode, '第三个口令-2022', true))
      valueOf(await store.write([anAnswer('note', '第二次以后')]))
      await store.close()
      if (lost === 'index') machine.wipeIndexes()
      else machine.wipeJournals()
      const again = valueOf(
        await machine.shelf.open(store.projectId, { by: 'passcode', passcode: '第三个口令-2022' }),
      )
      expect(await valuesOf(again)).toEqual(expect.arrayContaining(['欧阳翠花', '第一次以后', '第二次以后']))
    },
  )

  it('is there or not, never by half, when the power goes at any step', async () => {
    const outcomes = new Set<string>()
    for (let cut = 1, isDone = false; !isDone; cut++) {
      const files = new LossyFiles()
      const trial = aMachine(files, new MemoryIndexShelf())
      const own = valueOf(await trial.createProject())
      await workWithSecrets(own)
      files.dieAfter(cut)
      const work = async (): Promise<boolean> => {
        const changed = await trial.shelf.changePasscode(own.projectId, unlock.passcode, NEW.passcode, true)
        return changed.ok && (await own.write([anAnswer('note', '换钥匙以后写的')])).ok
      }
      isDone = await Promise.race([work(), files.dead.then(() => false)])
      const opens: boolean[] = []
      for (const key of [unlock, NEW]) {
        const found = await trial.afterPowerCut('nothing').shelf.open(own.projectId, key)
        opens.push(found.ok)
        if (found.ok) expect(await valuesOf(found.value)).toContain('欧阳翠花')
        if (found.ok && isDone) expect(await valuesOf(found.value)).toContain('换钥匙以后写的')
      }
      outcomes.add(opens.join())
    }
    expect([...outcomes].sort()).toEqual(['false,true', 'true,false'])
  })

  it('lets an older backup in by the passcode of now, and explains it to whoever enters the former one', async () => {
    const file = await machine.shelf.backup(store.projectId)
    valueOf(await renew())
    valueOf(await store.write([anAnswer('note', '换钥匙以后写的')]))
    await store.close()
    expect(await machine.shelf.restore('b', file, unlock)).toMatchObject({
      problems: [{ code: 'backup_before_new_key' }],
    })
    expect(valueOf(await machine.shelf.restore('b', file, NEW)).added).toBe(0)
    const again = valueOf(await machine.shelf.open(store.projectId, NEW))
    const later = await machine.shelf.backup(store.projectId)
    await again.close()
    machine.wipeIndexes()
    machine.wipeJournals()
    expect(valueOf(await machine.shelf.restore('b', later, NEW)).added).toBeGreaterThan(0)
    expect(await valuesOf(valueOf(await machine.shelf.open(store.projectId, NEW)))).toContain(
      '换钥匙以后写的',
    )
  })
})

describe('a header', () => {
  it.each([
    ['another title', { title: '别的县' }],
    ['another kind', { isPractice: true }],
  ])('with %s is reported after opening', async (_, change) => {
    await store.close()
    const header = JSON.parse(await headerOfNow()) as object
    await withIndex((index) => index.commit({ header: JSON.stringify({ ...header, ...change }) }))
    const opened = valueOf(await machine.shelf.open(store.projectId, unlock))
    expect(opened.openingProblems).toMatchObject([{ code: 'header_altered' }])
  })

  it('from before it was vouched for is taken as it is, and is vouched for once it is written again', async () => {
    await store.close()
    const { mac, ...header } = JSON.parse(await headerOfNow()) as { readonly mac?: string }
    expect(mac).toMatch(/^[0-9a-f]{64}$/)
    await withIndex((index) => index.commit({ header: JSON.stringify(header) }))
    const opened = valueOf(await machine.shelf.open(store.projectId, unlock))
    expect(opened.openingProblems).toEqual([])
    valueOf(await machine.shelf.changePasscode(store.projectId, unlock.passcode, NEW.passcode))
    expect(parseProjectHeader(await headerOfNow())?.mac).toMatch(/^[0-9a-f]{64}$/)
  })
})
