import { beforeEach, describe, expect, it } from 'vitest'
import { MemoryIndexShelf } from '../../../src/adapters/memory/MemoryIndexShelf'
import type { ProjectStore } from '../../../src/application/store/ProjectStore'
import { LossyFiles } from '../../contracts/LossyFiles'
import { aMachine, unlock, type Machine } from '../../contracts/Machine'
import { valueOf } from '../../contracts/projectStoreContract'
import { secretsIn, workWithSecrets } from '../../contracts/sealedProject'
import { INTERVIEW } from '../../contracts/someWork'

const NEW = { by: 'passcode', passcode: '另一个口令' } as const
const WRONG = { ok: false, problems: [{ code: 'passcode_wrong' }] }

let machine: Machine
let store: ProjectStore

beforeEach(async () => {
  machine = aMachine(new LossyFiles(), new MemoryIndexShelf())
  store = valueOf(await machine.createProject())
  await workWithSecrets(store)
})

async function change() {
  return machine.shelf.changePasscode(store.projectId, unlock.passcode, NEW.passcode)
}

async function opensOnlyByTheNew(on: Machine): Promise<void> {
  expect(await on.shelf.open(store.projectId, unlock)).toMatchObject(WRONG)
  const again = valueOf(await on.shelf.open(store.projectId, NEW))
  expect(
    (await again.changesOf('interview', INTERVIEW)).flatMap((each) => secretsIn(bytesOf(each))),
  ).toContain('欧阳翠花')
  await again.close()
}

function bytesOf(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value))
}

describe('another passcode', () => {
  it('opens the project from then on, and the old one does not', async () => {
    valueOf(await change())
    await store.close()
    await opensOnlyByTheNew(machine)
  })

  it('can be given to a project that is closed', async () => {
    await store.close()
    valueOf(await change())
    await opensOnlyByTheNew(machine)
  })

  it.each(['index', 'journal'])('is on both sides: it holds when the %s is lost', async (lost) => {
    valueOf(await change())
    await store.close()
    if (lost === 'index') machine.wipeIndexes()
    else machine.wipeJournals()
    await opensOnlyByTheNew(machine)
  })

  it('needs the old one', async () => {
    expect(await machine.shelf.changePasscode(store.projectId, 'wrong', NEW.passcode)).toMatchObject(WRONG)
    await store.close()
    expect((await machine.shelf.open(store.projectId, unlock)).ok).toBe(true)
  })

  it('is one or the other, never both or none, when the power goes at any step', async () => {
    const outcomes = new Set<string>()
    for (let cut = 1, isDone = false; !isDone; cut++) {
      const files = new LossyFiles(cut)
      const trial = aMachine(files, new MemoryIndexShelf())
      let projectId: string | undefined
      const work = async (): Promise<boolean> => {
        projectId = valueOf(await trial.createProject()).projectId
        return (await trial.shelf.changePasscode(projectId, unlock.passcode, NEW.passcode)).ok
      }
      isDone = await Promise.race([work(), files.dead.then(() => false)])
      if (projectId === undefined) continue
      const [byOld, byNew] = [trial.afterPowerCut('nothing'), trial.afterPowerCut('nothing')]
      const opens = [await byOld.shelf.open(projectId, unlock), await byNew.shelf.open(projectId, NEW)]
      outcomes.add(opens.map(({ ok }) => ok).join())
      if (isDone) expect(opens.map(({ ok }) => ok)).toEqual([false, true])
    }
    expect([...outcomes].sort()).toEqual(['false,true', 'true,false'])
  })

  it('stays the old one when the journal’s disk is full', async () => {
    machine.files.isFull = true
    expect(await change()).toMatchObject({ ok: false, problems: [{ code: 'not_saved' }] })
    machine.files.isFull = false
    await store.close()
    expect(await machine.shelf.open(store.projectId, NEW)).toMatchObject(WRONG)
    expect((await machine.shelf.open(store.projectId, unlock)).ok).toBe(true)
  })

  it('is not taken by a practice project, which has none', async () => {
    const practice = { title: '练习', protection: { by: 'nothing_practice' } } as const
    const made = valueOf(await machine.shelf.create(practice))
    expect(await machine.shelf.changePasscode(made.projectId, 'x', 'y')).toMatchObject({
      problems: [{ code: 'passcode_not_used' }],
    })
  })
})
