import { beforeEach, describe, expect, it } from 'vitest'
import { MemoryIndexShelf } from '../../../src/adapters/memory/MemoryIndexShelf'
import type { SealedShelf } from '../../../src/adapters/sealed/SealedShelf'
import { aProcess, directJournals } from '../../contracts/directJournals'
import { LossyFiles } from '../../contracts/LossyFiles'
import { unlock } from '../../contracts/Machine'
import { valueOf } from '../../contracts/projectStoreContract'
import { aShelf } from '../../contracts/sealedHarness'

const WRONG = { by: 'passcode', passcode: '猜的口令' } as const

let seconds: number
let files: LossyFiles
let indexes: MemoryIndexShelf
let shelf: SealedShelf
let projectId: string

beforeEach(async () => {
  seconds = 0
  files = new LossyFiles()
  indexes = new MemoryIndexShelf()
  start(1)
  const project = { title: '某县', protection: { ...unlock, rememberBySystem: false } }
  const store = valueOf(await shelf.create(project))
  projectId = store.projectId
  await store.close()
})

/** The app, on the same disk. */
function start(process: number): void {
  const now = () => new Date(Date.parse('2020-12-31T08:00:00Z') + seconds * 1000).toISOString()
  shelf = aShelf({ indexes, journals: directJournals(files, aProcess(process)), now })
}

/** What entering passcodes one after the other is answered, and with how many seconds to wait. */
async function guess(times: number): Promise<readonly unknown[]> {
  const answers: unknown[] = []
  for (let time = 0; time < times; time++) {
    const opened = await shelf.open(projectId, WRONG)
    if (opened.ok) throw new Error('a wrong passcode opens')
    answers.push(opened.problems.map(({ code, details }) => [code, details?.['seconds']]))
  }
  return answers.flat()
}

describe('wrong passcodes', () => {
  it('are free twice; the third makes everybody wait, with the right one too', async () => {
    expect(await guess(4)).toEqual([
      ['passcode_wrong', 0],
      ['passcode_wrong', 0],
      ['passcode_wrong', 5],
      ['project_passcode_wait', 5],
    ])
    expect(await shelf.open(projectId, unlock)).toMatchObject({
      problems: [{ code: 'project_passcode_wait', details: { seconds: 5, wrong: 3 } }],
    })
    seconds += 5
    expect((await shelf.open(projectId, unlock)).ok).toBe(true)
  })

  it('are reported once, to whoever has the right one', async () => {
    await guess(2)
    const store = valueOf(await shelf.open(projectId, unlock))
    expect(store.openingProblems).toMatchObject([{ code: 'passcode_tried', details: { count: 2 } }])
    await store.close()
    expect(valueOf(await shelf.open(projectId, unlock)).openingProblems).toEqual([])
  })

  it('count on when the app is started again', async () => {
    await guess(3)
    start(2)
    expect(await guess(1)).toEqual([['project_passcode_wait', 5]])
    seconds += 5
    expect(await guess(2)).toEqual([
      ['passcode_wrong', 15],
      ['project_passcode_wait', 15],
    ])
  })

  it('count at a lock that holds unsaved work as well', async () => {
    const store = valueOf(await shelf.open(projectId, unlock))
    files.isFull = true
    const author = { person: '', at: '2020-12-31T08:00:00Z' }
    const person = {
      entity: 'person',
      entityId: '甲',
      path: 'name',
      value: '甲',
      ...author,
      person: '甲',
    } as const
    await store.write([person])
    expect(shelf.lock(projectId, '')).toEqual({ unsavedWrites: 1 })
    expect(await guess(3)).toMatchObject([
      ['passcode_wrong', 0],
      ['passcode_wrong', 0],
      ['passcode_wrong', 5],
    ])
    seconds += 5
    const codes = valueOf(await shelf.open(projectId, unlock)).openingProblems.map(({ code }) => code)
    expect(codes).toEqual(['unsaved_when_locked', 'passcode_tried'])
  })

  it('count when the passcode is to be changed, and are reported later', async () => {
    for (let time = 0; time < 3; time++) await shelf.changePasscode(projectId, WRONG.passcode, '另一个口令')
    expect(await shelf.changePasscode(projectId, unlock.passcode, '另一个口令')).toMatchObject({
      problems: [{ code: 'project_passcode_wait' }],
    })
    seconds += 5
    valueOf(await shelf.changePasscode(projectId, unlock.passcode, '另一个口令'))
    seconds += 60
    const opened = valueOf(await shelf.open(projectId, { by: 'passcode', passcode: '另一个口令' }))
    expect(opened.openingProblems).toMatchObject([{ code: 'passcode_tried', details: { count: 3 } }])
  })
})
