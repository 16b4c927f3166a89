import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp } from 'vue'
import { STANDARDS } from '../../../../src/adapters/resources/standards'
import { MemoryIndexShelf } from '../../../../src/adapters/memory/MemoryIndexShelf'
import { PROJECT } from '../../../../src/application/roster/adoptRoster'
import { readSettings } from '../../../../src/application/project/ProjectSettings'
import { standardsVersion } from '../../../../src/application/project/standardsVersion'
import type { Unlock } from '../../../../src/application/store/ProjectShelf'
import { foldChanges } from '../../../../src/domain/changes/foldChanges'
import { refusal, success, type Result } from '../../../../src/domain/shared/Result'
import { resolveStandards } from '../../../../src/domain/standards/resolveStandards'
import { SERVICES, type Services } from '../../../../src/ui/app/services'
import { useSession } from '../../../../src/ui/app/session/session'
import { useShelf } from '../../../../src/ui/start/shelf'
import { RULES } from '../../../builders/aMemoryProject'
import { LossyFiles } from '../../../contracts/LossyFiles'
import { aMachine, unlock, type Machine } from '../../../contracts/Machine'
import { valueOf } from '../../../contracts/projectStoreContract'

let machine: Machine
/** Whether this edition has standards for what the project asks. */
let canJudge = true
let session: ReturnType<typeof useSession>
let shelf: ReturnType<typeof useShelf>

beforeEach(async () => {
  machine = aMachine(new LossyFiles(), new MemoryIndexShelf())
  // What the session asks of the app; the rest of it is not called here.
  const services: Partial<Services> = {
    shelf: machine.shelf,
    edition: STANDARDS.standards,
    newSalt: () => '00',
    now: () => '2020-12-31T08:00:00Z',
    rulesOf(settings) {
      if (!canJudge) return refusal('standard_missing', 'poverty_line 2030')
      const standards = resolveStandards(STANDARDS, settings)
      return standards.ok ? success({ ...RULES, standards: standards.value }) : standards
    },
    versionsOf: (settings, roster) => ({
      roster,
      instrument: '1',
      standards: standardsVersion('2020', settings),
      rules: '1',
    }),
  }
  const app = createApp({}).use(createPinia())
  app.provide(SERVICES, services as Services)
  session = app.runWithContext(() => useSession())
  shelf = app.runWithContext(() => useShelf())
  const protection = { ...unlock, rememberBySystem: false }
  const settings = { kind: 'assessment', asOf: '2020-12-31', region: 'west' } as const
  expect(await shelf.createAssessment({ title: '某县', person: '组长', protection, ...settings })).toBe(true)
})

afterEach(() => void vi.useRealTimers())

async function change(region: string, reason = '省里定的') {
  const project = session.open
  if (project === null) throw new Error('nothing is open')
  return session.changeSettings({ ...project.settings, region }, reason)
}

describe('the saved mark', () => {
  it('never shows that something is not saved when a use case refuses, nor that nothing was saved when nothing is held', async () => {
    expect(await session.save(() => Promise.resolve(refusal('replacement_done', 'h1')))).toBe(false)
    expect(session.saved).toMatchObject({ kind: 'refused', problems: [{ code: 'replacement_done' }] })
    expect(session.isUnsaved).toBe(false)
    expect(await session.retry()).toBe(false)
    expect(session.saved.kind).toBe('nothing_held')
  })
  it('shows when a write was durable, that it was not, and why', async () => {
    expect(session.saved.kind).toBe('clean')
    expect(await change('43')).toEqual([])
    expect(session.saved).toEqual({ kind: 'saved', at: '2020-12-31T08:00:00Z' })
    expect(session.isUnsaved).toBe(false)
    machine.files.isFull = true
    await change('central')
    expect(session.saved).toMatchObject({ kind: 'not_saved', problems: [{ code: 'not_saved' }] })
    expect(session.isUnsaved).toBe(true)
    machine.files.isFull = false
  })
  it('shows that a write is under way until it is done', async () => {
    let finish: (result: Result<null>) => void = () => undefined
    const saving = session.save(() => new Promise((done) => (finish = done)))
    expect([session.saved.kind, session.isUnsaved]).toEqual(['saving', true])
    finish(success(null))
    expect(await saving).toBe(true)
    expect(session.saved.kind).toBe('saved')
  })
  it('shows two writes as saved when both are, and a failed one at once', async () => {
    const [first, second] = [aWrite(), aWrite()]
    const saving = [session.save(first.write), session.save(second.write)]
    first.finish(success(null))
    await saving[0]
    expect(session.saved.kind).toBe('saving')
    second.finish(success(null))
    await saving[1]
    expect(session.saved.kind).toBe('saved')
    const [third, fourth] = [aWrite(), aWrite()]
    const failing = [session.save(third.write), session.save(fourth.write)]
    third.finish(refusal('not_saved'))
    await failing[0]
    expect(session.saved.kind).toBe('not_saved')
    fourth.finish(success(null))
    await failing[1]
    expect(session.saved.kind).toBe('saved')
  })
})

function unlockAgain(key: Unlock = unlock): Promise<boolean> {
  const { project } = session.locked ?? {}
  if (project === undefined) throw new Error('nothing is locked')
  return shelf.unlock(project, key)
}

/** What the disk has, as another start finds it. */
async function regionAfterRestart(): Promise<string | undefined> {
  const { projectId } = session.open?.store ?? { projectId: '' }
  const store = valueOf(await machine.restarted().shelf.open(projectId, unlock))
  return readSettings(foldChanges(await store.changesOf('project', PROJECT)))?.region
}

/** A write that ends on request. */
function aWrite() {
  let finish: (result: Result<null>) => void = () => undefined
  const written = new Promise<Result<null>>((done) => (finish = done))
  return { write: () => written, finish }
}

describe('what a use case refuses', () => {
  it('is given back, and the saved mark stays as it was', async () => {
    await change('43')
    const before = session.saved
    const refused = await session.attempt(() => Promise.resolve(refusal('rebuttal_empty', '户1')))
    expect(refused).toMatchObject([{ code: 'rebuttal_empty' }])
    expect(session.saved).toEqual(before)
  })
  it('leaves the mark to a write that is under way', async () => {
    const own = aWrite()
    const saving = session.save(own.write)
    await session.attempt(() => Promise.resolve(refusal('rebuttal_empty', '户1')))
    expect(session.saved.kind).toBe('saving')
    own.finish(success(null))
    await saving
    expect(session.saved.kind).toBe('saved')
  })
  it('is distinguished from what the disk did not take', async () => {
    machine.files.isFull = true
    const store = session.open?.store
    if (store === undefined) throw new Error('nothing is open')
    const author = { person: '组长', at: '2020-12-31T08:00:00Z' }
    const draft = { entity: 'project', entityId: 'project', path: 'note', value: 'x', ...author } as const
    expect(await session.attempt(() => store.write([draft]))).toMatchObject([{ code: 'not_saved' }])
    expect(session.saved.kind).toBe('not_saved')
    machine.files.isFull = false
    expect(await session.retry()).toBe(true)
  })
})

describe('locking', () => {
  it('closes the project, keeps its title and page, and opens it again by its passcode', async () => {
    expect(await session.lock('/project/device')).toBe(true)
    expect(session.open).toBeNull()
    expect(session.locked).toMatchObject({ unsavedWrites: 0, project: { title: '某县' } })
    expect(await unlockAgain()).toBe(true)
    expect([session.open?.title, session.pageBack(), session.pageBack()]).toEqual([
      '某县',
      '/project/device',
      null,
    ])
  })

  it('waits for work that must end first, and not for work that was taken back', async () => {
    const ended: string[] = []
    session.beforeClosing(() => Promise.resolve(ended.push(session.open?.title ?? 'closed')))
    session.beforeClosing(() => Promise.resolve(ended.push('taken back')))()
    expect(await session.lock('/project')).toBe(true)
    expect(ended).toEqual(['某县'])
  })

  it('waits for a write that is under way, whoever began it', async () => {
    const own = aWrite()
    const saving = session.save(own.write)
    const locking = session.lock('/project')
    own.finish(success(null))
    await saving
    expect(await locking).toBe(true)
  })

  it('locks when something could not be saved, and reports how much is in memory only', async () => {
    session.beforeClosing(() => {
      machine.files.isFull = true
      return change('central')
    })
    expect(await session.lock('/project')).toBe(true)
    expect([session.open, session.saved.kind, session.locked?.unsavedWrites]).toEqual([null, 'clean', 1])
  })

  it('gives what is not saved back by the passcode alone, and tries to save it at once', async () => {
    machine.files.isFull = true
    await change('central')
    await session.lock('/project')
    const wrong = { by: 'passcode', passcode: '猜的口令' } as const
    expect(await unlockAgain(wrong)).toBe(false)
    expect(await unlockAgain()).toBe(true)
    expect(session.open?.settings.region).toBe('central')
    expect(session.open?.store.openingProblems).toMatchObject([
      { code: 'unsaved_when_locked', details: { writes: 1 } },
      { code: 'passcode_tried', details: { count: 1 } },
    ])
    await vi.waitFor(() => expect(session.saved.kind).toBe('not_saved'))
    expect(await session.lock('/project')).toBe(true)
    machine.files.isFull = false
    expect(await unlockAgain()).toBe(true)
    await vi.waitFor(() => expect(session.saved.kind).toBe('saved'))
    const again = await regionAfterRestart()
    expect(again).toBe('central')
  })

  it('takes its store’s key away: it neither reads nor writes any more', async () => {
    const store = session.open?.store
    await session.lock('/project')
    await expect(store?.changesOfProject()).rejects.toThrow('locked')
  })

  it('carries what stores ask it to, sealed, and gives it back once', async () => {
    const stop = session.carry('draft', () => ({ text: '房子漏雨' }))
    await session.lock('/project')
    stop()
    expect(session.takeBack('draft')).toBeNull()
    await unlockAgain()
    expect([session.takeBack('draft'), session.takeBack('draft')]).toEqual([{ text: '房子漏雨' }, null])
  })

  it('gives nothing of one project to another', async () => {
    session.carry('draft', () => '房子漏雨')
    await session.lock('/project')
    await unlockAgain()
    await session.leave()
    const settings = { kind: 'assessment', asOf: '2020-12-31', region: 'west' } as const
    const protection = { ...unlock, rememberBySystem: false }
    await shelf.createAssessment({ title: '另一县', person: '组长', protection, ...settings })
    expect([session.takeBack('draft'), session.pageBack()]).toEqual([null, null])
  })

  it('locks while a save hangs, shows nothing meanwhile, and keeps what hangs', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const goOn = machine.files.stall()
    const changing = change('central')
    const locking = session.lock('/project')
    expect(session.isLocking).toBe(true)
    await vi.advanceTimersByTimeAsync(60_000)
    vi.useRealTimers()
    expect(await locking).toBe(true)
    expect(await changing).toMatchObject([{ code: 'not_saved', details: { code: 'LOCKED' } }])
    expect([session.isLocking, session.open, session.locked?.unsavedWrites]).toEqual([false, null, 1])
    expect(await unlockAgain()).toBe(true)
    expect([session.open?.settings.region, session.saved.kind]).toEqual(['central', 'saving'])
    goOn()
    await vi.waitFor(() => expect(session.saved.kind).toBe('saved'))
    expect(await regionAfterRestart()).toBe('central')
  })
})

describe('changing what the project is judged by', () => {
  it('judges by it from then on, and makes every summary stale', async () => {
    const before = JSON.stringify(session.versions)
    expect(await change('43')).toEqual([])
    expect(session.open?.rules.standards.region).toBe('central')
    expect(JSON.stringify(session.versions)).not.toBe(before)
    await session.lock('/')
    const { project } = session.locked ?? {}
    if (project !== undefined) await shelf.unlock(project, unlock)
    expect(session.open?.settings.region).toBe('43')
  })

  it('writes nothing without a reason, and does not show anything as unsaved', async () => {
    expect(await change('43', ' ')).toMatchObject([{ code: 'settings_reason_missing' }])
    expect(session.open?.settings.region).toBe('west')
    expect(session.saved.kind).not.toBe('not_saved')
  })
})

describe('a project that cannot be judged', () => {
  it('is closed again, shows why, and can be opened once that is possible', async () => {
    await session.lock('/')
    const { project } = session.locked ?? {}
    if (project === undefined) throw new Error('nothing is locked')
    canJudge = false
    expect(await shelf.unlock(project, unlock)).toBe(false)
    expect(shelf.problems).toMatchObject([{ code: 'standard_missing' }])
    expect(session.open).toBeNull()
    canJudge = true
    expect(await shelf.unlock(project, unlock)).toBe(true)
    expect(shelf.problems).toEqual([])
  })
})
