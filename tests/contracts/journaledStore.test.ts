import { beforeEach, describe, expect, it } from 'vitest'
import type { ProjectStore } from '../../src/application/store/ProjectStore'
import { addPerson } from '../../src/application/store/addPerson'
import { MemoryIndexShelf } from '../../src/adapters/memory/MemoryIndexShelf'
import { foldChanges } from '../../src/domain/changes/foldChanges'
import { aChange, anId } from '../domain/changes/aChange'
import { LossyFiles } from './LossyFiles'
import { aMachine, unlock, type Machine } from './Machine'
import { valueOf } from './projectStoreContract'
import { anAnswer, AT, aVillage, INTERVIEW, PERSON } from './someWork'

const PACKAGE = Array.from({ length: 250 }, (_, index) =>
  aChange({ id: anId('d', index + 1), path: `note_${index}` }),
)

let machine: Machine
let store: ProjectStore
let log: string

beforeEach(async () => {
  machine = aMachine(new LossyFiles(), new MemoryIndexShelf())
  store = valueOf(await machine.createProject())
  log = `/profile/journals/${store.projectId}/journal.log`
  valueOf(await addPerson(store, { id: PERSON, name: '王', enteredBy: PERSON, at: AT }))
  valueOf(await store.write([anAnswer('food_enough', 'all_year')]))
})

describe('a full disk', () => {
  const notSaved = {
    ok: false,
    problems: [{ code: 'not_saved', details: { side: 'journal', code: 'ENOSPC' } }],
  }

  it('is reported, keeps what was typed, and loses nothing once there is room again', async () => {
    machine.files.isFull = true
    expect(await store.write([anAnswer('bedding', 'enough')])).toMatchObject(notSaved)
    expect(await store.write([anAnswer('bedding', 'short')])).toMatchObject(notSaved)
    expect(await store.retryUnsaved()).toMatchObject(notSaved)
    expect(await answerOf('bedding', store)).toBe('short')
    machine.files.isFull = false
    valueOf(await store.retryUnsaved())
    await store.close()
    expect(await answerOf('bedding', await rebuilt())).toBe('short')
  })

  it('leaves no half record behind', async () => {
    machine.files.isFull = true
    await store.write([anAnswer('bedding', 'enough')])
    machine = machine.restarted()
    expect(codesOf(valueOf(await machine.shelf.open(store.projectId, unlock)))).not.toContain(
      'journal_tail_cut',
    )
  })

  it('tries what was not saved before anything newer', async () => {
    machine.files.isFull = true
    await store.write([anAnswer('bedding', 'enough')])
    machine.files.isFull = false
    const [next] = valueOf(await store.write([anAnswer('bedding', 'short')]))
    await store.close()
    const again = await rebuilt()
    const path = foldChanges(await again.changesOf('interview', INTERVIEW)).get('bedding')
    expect(path).toMatchObject({ value: 'short', heads: [next] })
    expect(path?.history).toHaveLength(2)
  })

  it.each([
    ['a package', () => store.accept(PACKAGE)],
    ['a few changes', () => store.accept(PACKAGE.slice(0, 3))],
  ])('refuses %s whole, changes nothing, and takes it when there is room', async (_name, accept) => {
    machine.files.isFull = true
    expect(await accept()).toMatchObject(notSaved)
    expect(store.knownChanges().replicas()).not.toContain(anId('d', 1).slice(0, 32))
    expect(await store.changesOf('interview', INTERVIEW)).toHaveLength(1)
    machine.files.isFull = false
    expect(valueOf(await accept()).known).toBe(0)
    expect(await answerOf('note_0', store)).toBe('all_year')
  })

  it('refuses a roster whole', async () => {
    machine.files.isFull = true
    expect(await store.putRoster({ villages: [aVillage('甲村', 2)] })).toMatchObject(notSaved)
    machine.files.isFull = false
    const hash = valueOf(await store.putRoster({ villages: [aVillage('甲村', 2)] }))
    expect(await store.rosterVillages(hash)).toEqual(['甲村'])
  })
})

describe('opening', () => {
  it('rebuilds a lost index from the journal, and reports it', async () => {
    await store.close()
    const again = await rebuilt()
    expect(codesOf(again)).toContain('index_rebuilt')
    expect(await answerOf('food_enough', again)).toBe('all_year')
  })

  it('rebuilds a lost journal from the index, and reports it', async () => {
    const hash = valueOf(await store.putRoster({ villages: [aVillage('甲村', 2)] }))
    await store.close()
    machine = machine.restarted()
    machine.wipeJournals()
    const again = valueOf(await machine.shelf.open(store.projectId, unlock))
    expect(codesOf(again)).toEqual(['journal_recreated', 'journal_caught_up'])
    await again.close()
    const alone = await rebuilt()
    expect(await answerOf('food_enough', alone)).toBe('all_year')
    expect(await alone.rosterVillages(hash)).toEqual(['甲村'])
  })

  it('moves a torn tail aside, reports how many bytes, and goes on appending', async () => {
    await store.close()
    machine = machine.restarted()
    const whole = machine.files.bytesOf(log) ?? new Uint8Array()
    machine.files.put(
      log,
      Uint8Array.from([...whole, 0x59, 0x48, 0x52, 0x31, 0, 0, 9, 9, 1, 2, ...Array<number>(900).fill(7)]),
    )
    const again = valueOf(await machine.shelf.open(store.projectId, unlock))
    expect(again.openingProblems).toMatchObject([{ code: 'journal_tail_cut', details: { bytes: 910 } }])
    const aside = machine.files.paths().find((path) => path.includes('/torn-'))
    expect(machine.files.bytesOf(aside ?? '')).toHaveLength(910)
    valueOf(await again.write([anAnswer('bedding', 'short')]))
    await again.close()
    const alone = await rebuilt()
    expect(codesOf(alone)).not.toContain('journal_tail_cut')
    expect(codesOf(alone)).not.toContain('journal_damaged')
    expect(await answerOf('bedding', alone)).toBe('short')
  })

  it('makes new keys for the device, and reports it, when both sides lost them', async () => {
    await store.close()
    machine = machine.restarted()
    damage(60)
    machine.wipeIndexes()
    const again = valueOf(await machine.shelf.open(store.projectId, unlock))
    expect(codesOf(again)).toContain('device_renewed')
    expect(await again.records('device')).toHaveLength(1)
    expect(await answerOf('food_enough', again)).toBe('all_year')
  })

  it('reports damage amid the journal, cuts nothing and reads on behind it', async () => {
    await store.close()
    machine = machine.restarted()
    // Behind the first record, which holds the device's keys.
    const size = damage(1_000)
    machine.wipeIndexes()
    const again = valueOf(await machine.shelf.open(store.projectId, unlock))
    expect(codesOf(again)).toContain('journal_damaged')
    expect(await answerOf('food_enough', again)).toBe('all_year')
    expect(machine.files.bytesOf(log)).toHaveLength(size)
  })

  it('puts back from the index what damage took from the journal', async () => {
    const end = machine.files.bytesOf(log)?.length ?? 0
    await Promise.all(['a', 'b', 'c'].map(async (path) => valueOf(await store.write([anAnswer(path, 1)]))))
    machine = machine.restarted()
    damage(end + 60)
    const mended = valueOf(await machine.shelf.open(store.projectId, unlock))
    expect(codesOf(mended)).toEqual(['journal_damaged', 'journal_caught_up'])
    await mended.close()
    expect(await answerOf('a', await rebuilt())).toBe(1)
  })

  it('compares everything when the journal is an older copy than the watermark knows', async () => {
    const older = machine.files.bytesOf(log) ?? new Uint8Array()
    valueOf(await store.write([anAnswer('bedding', 'short')]))
    await store.close()
    machine = machine.restarted()
    machine.files.put(log, older)
    await valueOf(await machine.shelf.open(store.projectId, unlock)).close()
    expect(await answerOf('bedding', await rebuilt())).toBe('short')
  })

  it('keeps what two copies wrote when the journal of one comes to lie beside the index of the other', async () => {
    await store.close()
    const [one, other] = [machine.restarted(), machine.restarted()]
    for (const [copy, path] of [
      [one, 'by_one'],
      [other, 'by_two'],
    ] as const) {
      const apart = valueOf(await copy.shelf.open(store.projectId, unlock))
      // The same lengths on both: the mark of one ends exactly at a record of the other.
      for (const answer of [1, 2, 3]) valueOf(await apart.write([anAnswer(`${path}_${answer}`, answer)]))
      await apart.close()
    }
    machine = aMachine(one.files, other.indexes.copy())
    await valueOf(await machine.shelf.open(store.projectId, unlock)).close()
    const again = await rebuilt()
    expect(await answerOf('by_one_1', again)).toBe(1)
    expect(await answerOf('by_two_1', again)).toBe(1)
  })

  it('fits no mark to a journal that was cut before it and mended with the same records', async () => {
    const older = machine.restarted()
    await store.close()
    machine = machine.restarted()
    const before = valueOf(await machine.shelf.open(store.projectId, unlock))
    valueOf(await before.write([anAnswer('first', 1)]))
    await before.close()
    const early = machine.restarted()
    const middle = valueOf(await machine.shelf.open(store.projectId, unlock))
    valueOf(await middle.write([anAnswer('second', 2)]))
    await middle.close()
    // One record now holds what two held, and ends elsewhere but holds the same sealed bytes at the same place.
    machine = machine.restarted()
    machine.files.put(log, (older.files.bytesOf(log) ?? new Uint8Array()).slice())
    await valueOf(await machine.shelf.open(store.projectId, unlock)).close()
    machine = aMachine(machine.files.afterPowerCut('nothing'), early.indexes.copy())
    const again = valueOf(await machine.shelf.open(store.projectId, unlock))
    expect(codesOf(again)).not.toContain('journal_damaged')
    expect(await answerOf('second', again)).toBe(2)
  })

  it('reports what was repaired although the first passcode was mistyped', async () => {
    await store.close()
    machine = machine.restarted()
    machine.wipeIndexes()
    const mistyped = { ...unlock, passcode: `${unlock.passcode}!` }
    expect(await machine.shelf.open(store.projectId, mistyped)).toMatchObject({
      ok: false,
      problems: [{ code: 'passcode_wrong' }],
    })
    const again = valueOf(await machine.shelf.open(store.projectId, unlock))
    expect(codesOf(again)).toContain('index_rebuilt')
    await again.close()
    expect(codesOf(valueOf(await machine.shelf.open(store.projectId, unlock)))).toEqual([])
  })

  it('is refused on a full disk, with the reason, and comes again when there is room', async () => {
    await store.close()
    machine = machine.restarted()
    machine.files.isFull = true
    expect(await machine.shelf.open(store.projectId, unlock)).toMatchObject({
      ok: false,
      problems: [{ code: 'journal_unreadable', details: { code: 'ENOSPC' } }],
    })
    machine.files.isFull = false
    const again = valueOf(await machine.shelf.open(store.projectId, unlock))
    expect(await answerOf('food_enough', again)).toBe('all_year')
  })

  it('compares everything when the journal is another one than the watermark knows', async () => {
    const later = aMachine(new LossyFiles(), new MemoryIndexShelf())
    await valueOf(await later.createProject()).close()
    const foreign = later.files.bytesOf(later.files.paths().find((path) => path.endsWith('.log')) ?? '')
    await store.close()
    machine = machine.restarted()
    const padding = new Uint8Array(4_000)
    machine.files.put(log, Uint8Array.from([...(foreign ?? []), ...padding]))
    const again = valueOf(await machine.shelf.open(store.projectId, unlock))
    await again.close()
    expect(await answerOf('food_enough', await rebuilt())).toBe('all_year')
  })

  it('reports a bulk file that is damaged', async () => {
    valueOf(await store.accept(PACKAGE))
    await store.close()
    machine = machine.restarted()
    const bulk = machine.files.paths().find((path) => path.includes('/bulk/')) ?? ''
    const bytes = machine.files.bytesOf(bulk)?.slice() ?? new Uint8Array()
    bytes[5] = (bytes[5] ?? 0) ^ 1
    machine.files.put(bulk, bytes)
    const withoutIndex = machine.restarted()
    withoutIndex.wipeIndexes()
    expect(codesOf(valueOf(await withoutIndex.shelf.open(store.projectId, unlock)))).toContain(
      'journal_file_damaged',
    )
  })

  it('lists a project whose index is lost', async () => {
    machine.wipeIndexes()
    expect(await machine.shelf.list()).toMatchObject([
      { projectId: store.projectId, title: '某县', isPractice: false },
    ])
  })

  it('reads next to nothing after a clean close, however little was written since the last checkpoint', async () => {
    for (let answer = 0; answer < 40; answer += 1) valueOf(await store.write([anAnswer('bedding', answer)]))
    await store.close()
    machine = machine.restarted()
    const again = valueOf(await machine.shelf.open(store.projectId, unlock))
    expect(again.openingProblems).toEqual([])
    expect(machine.files.bytesRead).toBeLessThan(1_500)
  })
})

/** The store after a restart that found no index: everything comes from the journal. */
async function rebuilt(): Promise<ProjectStore> {
  machine = machine.restarted()
  machine.wipeIndexes()
  return valueOf(await machine.shelf.open(store.projectId, unlock))
}

/** Flips one bit of the journal; gives the journal's length. */
function damage(at: number): number {
  const bytes = machine.files.bytesOf(log)?.slice() ?? new Uint8Array()
  bytes[at] = (bytes[at] ?? 0) ^ 1
  machine.files.put(log, bytes)
  return bytes.length
}

async function answerOf(path: string, from: ProjectStore): Promise<unknown> {
  const state = foldChanges(await from.changesOf('interview', INTERVIEW)).get(path)
  return state?.isConflict === false ? state.value : undefined
}

function codesOf(from: ProjectStore): readonly string[] {
  return from.openingProblems.map((problem) => problem.code)
}
