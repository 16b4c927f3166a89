import { crc32 } from 'node:zlib'
import { beforeEach, describe, expect, it } from 'vitest'
import { MemoryIndexShelf } from '../../../src/adapters/memory/MemoryIndexShelf'
import { encodeFrames, readFrames, type Frame } from '../../../src/adapters/sealed/frames'
import { addPerson } from '../../../src/application/store/addPerson'
import type { ProjectStore } from '../../../src/application/store/ProjectStore'
import { foldChanges } from '../../../src/domain/changes/foldChanges'
import type { Problem } from '../../../src/domain/shared/Problem'
import { payloadsOf, plant, rewriteJournal } from '../../contracts/journalRecords'
import { LossyFiles } from '../../contracts/LossyFiles'
import { aMachine, unlock, type Machine } from '../../contracts/Machine'
import { valueOf } from '../../contracts/projectStoreContract'
import { anAnswer, AT, aVillage, INTERVIEW, PERSON } from '../../contracts/someWork'

const HOUSEHOLD = '5201010001'

let machine: Machine
let projectId: string

/** Closed, with an answer in its last record. */
beforeEach(async () => {
  machine = aMachine(new LossyFiles(), new MemoryIndexShelf())
  const store = valueOf(await machine.createProject())
  projectId = store.projectId
  valueOf(await addPerson(store, { id: PERSON, name: '王', enteredBy: PERSON, at: AT }))
  valueOf(await store.putRoster({ villages: [aVillage('甲村', 2)] }))
  valueOf(await store.write([anAnswer('food_enough', 'all_year')]))
  valueOf(await store.write([anAnswer('bedding', 'enough')]))
  await store.close()
  machine = machine.restarted()
})

describe('a record of the journal that was planted', () => {
  const foreign = (frame: Frame): Uint8Array => encodeFrames([frame])
  const sealed = new Uint8Array(80).fill(7)
  const id = 'ab'.repeat(16)

  it.each([
    ['is empty', new Uint8Array()],
    ['is a few bytes', Uint8Array.of(1, 2, 3)],
    ['is text', Buffer.from('不是记录'.repeat(50))],
    ['is a frame without its end', foreign({ kind: 'changes', entity: id, scope: id, sealed }).slice(0, -9)],
    ['is a frame of unknown kind', Buffer.from('\x0b\0\0\0["chapter"]\0\0\0\0', 'latin1')],
    ['names a file outside', foreign({ kind: 'bulk', name: '../../project' })],
    ['holds changes under no seal', foreign({ kind: 'changes', entity: id, scope: id, sealed })],
    ['holds a part of a list under no seal', foreign({ kind: 'block', document: id, block: id, sealed })],
    ['has an empty seal', foreign({ kind: 'changes', entity: id, scope: id, sealed: new Uint8Array() })],
  ])('refuses nothing else and is reported with its place when it %s', async (_what, payload) => {
    const offset = sizeOfJournal()
    plant(machine, payload)
    for (const isIndexGone of [false, true]) {
      const here = machine.restarted()
      if (isIndexGone) here.wipeIndexes()
      const store = await opened(here)
      expect(unreadable(store)).toMatchObject([
        { severity: 'warning', place: { file: 'journal.log' }, value: String(offset) },
      ])
      expect(await answerOf('bedding', store)).toBe('enough')
    }
  })

  it('reports the same at every later opening, while the work goes on', async () => {
    plant(machine, Uint8Array.of(1, 2, 3))
    const first = await opened(machine)
    const told = unreadable(first)
    for (let day = 0; day < 3; day += 1) {
      const store = day === 0 ? first : await opened(machine)
      expect(unreadable(store)).toEqual(told)
      valueOf(await store.write([anAnswer('bedding', `day ${day}`)]))
      await store.close()
      machine = machine.restarted()
    }
    machine.wipeIndexes()
    const rebuilt = await opened(machine)
    expect(unreadable(rebuilt)).toEqual(told)
    expect(await answerOf('bedding', rebuilt)).toBe('day 2')
  })

  it('of another project is reported, and brings nothing', async () => {
    const other = aMachine(new LossyFiles(), new MemoryIndexShelf())
    const theirs = valueOf(await other.createProject())
    valueOf(await addPerson(theirs, { id: PERSON, name: '李', enteredBy: PERSON, at: AT }))
    await theirs.close()
    const [, ofPerson = new Uint8Array()] = await payloadsOf(other)
    plant(machine, ofPerson)
    const store = await opened(machine)
    expect(unreadable(store)).toHaveLength(1)
    expect(await store.changesOfProject()).toHaveLength(1)
  })

  it('does not fill the screen when there are a hundred', async () => {
    for (let count = 0; count < 100; count += 1) plant(machine, Uint8Array.of(count))
    const told = unreadable(await opened(machine))
    expect(told).toHaveLength(21)
    expect(told.at(-1)).toMatchObject({ code: 'journal_records_unreadable', details: { count: 80 } })
  })
})

describe('a record of the journal that was altered, with a right checksum and the index gone,', () => {
  it('keeps all others whole, and is reported with its household where that is known', async () => {
    const payloads = await payloadsOf(machine)
    const last = withSealsAltered(payloads.at(-1) ?? new Uint8Array())
    rewriteJournal(machine, [...payloads.slice(0, -1), last])
    machine.wipeIndexes()
    const store = await opened(machine)
    expect(unreadable(store)).toMatchObject([
      {
        code: 'journal_record_of_household_unreadable',
        place: { household: HOUSEHOLD },
        details: { entity: INTERVIEW },
      },
    ])
    expect(await answerOf('bedding', store)).toBeUndefined()
    expect(await answerOf('food_enough', store)).toBe('all_year')
  })

  it('is written again from the index where that is here', async () => {
    const payloads = await payloadsOf(machine)
    rewriteJournal(machine, payloads.map(withSealsAltered))
    await (await opened(machine)).close()
    machine = machine.restarted()
    machine.wipeIndexes()
    const store = await opened(machine)
    expect(await answerOf('bedding', store)).toBe('enough')
    expect(codesOf(store)).not.toContain('device_renewed')
  })

  it('in its scope alone is reported, and its answer stays with its household', async () => {
    const payloads = await payloadsOf(machine)
    rewriteJournal(
      machine,
      payloads.map((payload) => withFrames(payload, underOtherScope)),
    )
    machine.wipeIndexes()
    const store = await opened(machine)
    const told = unreadable(store)
    expect(told.map(({ place }) => place.household)).toEqual([undefined, HOUSEHOLD, HOUSEHOLD])
    const [own = []] = [...(await store.changesOfHouseholds([HOUSEHOLD])).values()]
    expect(own.map(({ path }) => path).sort()).toEqual(['bedding', 'food_enough'])
  })

  it('in its entity alone is reported, and nobody else gets its answer', async () => {
    const payloads = await payloadsOf(machine)
    rewriteJournal(
      machine,
      payloads.map((payload) => withFrames(payload, underOtherEntity)),
    )
    machine.wipeIndexes()
    const store = await opened(machine)
    expect(unreadable(store)).toHaveLength(3)
    expect(await store.householdsWithChanges()).toEqual([])
  })

  it('in a bulk file keeps the other villages whole', async () => {
    const before = new Set(machine.files.paths())
    const store = await opened(machine)
    const villages = [aVillage('乙村', 2), aVillage('丙村', 2)]
    const hash = valueOf(await store.putRoster({ villages }))
    await store.close()
    machine = machine.restarted()
    const [path = ''] = machine.files.paths().filter((each) => !before.has(each))
    alterFirstFrame(path)
    machine.wipeIndexes()
    const again = await opened(machine)
    expect(unreadable(again)).toMatchObject([{ place: { file: path.replace(/.*journals\/\w+\//, '') } }])
    expect(await again.rosterVillages(hash)).toEqual(['丙村'])
  })
})

describe('an opening that met damage', () => {
  it('leaves nothing locked, whatever it was', async () => {
    const payloads = await payloadsOf(machine)
    const other = aMachine(new LossyFiles(), new MemoryIndexShelf())
    await valueOf(await other.createProject()).close()
    const foreign = await payloadsOf(other)
    for (const journal of [[], payloads.map(withSealsAltered), foreign, [...payloads, ...foreign]]) {
      const here = machine.restarted()
      rewriteJournal(here, journal)
      for (let time = 0; time < 2; time += 1) {
        const store = await opened(here)
        expect(await answerOf('bedding', store)).toBe('enough')
        await store.close()
      }
    }
  })

  it('leaves nothing locked when the database failed it', async () => {
    machine.files.isIndexGone = true
    machine.wipeIndexes()
    await expect(machine.shelf.open(projectId, unlock)).rejects.toThrow('closed')
    machine.files.isIndexGone = false
    expect(await answerOf('bedding', await opened(machine))).toBe('enough')
  })
})

async function opened(on: Machine): Promise<ProjectStore> {
  return valueOf(await on.shelf.open(projectId, unlock))
}

function unreadable({ openingProblems }: ProjectStore): readonly Problem[] {
  return openingProblems.filter(({ code }) => /^journal_record/.test(code))
}

function codesOf({ openingProblems }: ProjectStore): readonly string[] {
  return openingProblems.map(({ code }) => code)
}

async function answerOf(path: string, from: ProjectStore): Promise<unknown> {
  const state = foldChanges(await from.changesOf('interview', INTERVIEW)).get(path)
  return state?.isConflict === false ? state.value : undefined
}

function sizeOfJournal(): number {
  return machine.files.bytesOf(`/profile/journals/${projectId}/journal.log`)?.length ?? 0
}

function withFrames(payload: Uint8Array, alter: (frame: Frame) => Frame): Uint8Array {
  return encodeFrames(readFrames(payload).frames.map(alter))
}

/** One bit of every seal. */
function withSealsAltered(payload: Uint8Array): Uint8Array {
  return withFrames(payload, (frame) =>
    frame.kind === 'bulk'
      ? frame
      : { ...frame, sealed: frame.sealed.map((byte, at) => (at === 40 ? byte ^ 1 : byte)) },
  )
}

function underOtherScope(frame: Frame): Frame {
  return frame.kind === 'changes' ? { ...frame, scope: 'c'.repeat(32) } : frame
}

function underOtherEntity(frame: Frame): Frame {
  return frame.kind === 'changes' ? { ...frame, entity: 'c'.repeat(32) } : frame
}

/** With its file's checksum made right again. */
function alterFirstFrame(path: string): void {
  const bytes = machine.files.bytesOf(path) ?? new Uint8Array()
  let isFirst = true
  const altered = withFrames(bytes.slice(0, -4), (frame) => {
    if (!isFirst || frame.kind !== 'block') return frame
    isFirst = false
    return { ...frame, sealed: frame.sealed.map((byte) => byte ^ 1) }
  })
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32(altered))
  machine.files.put(path, Buffer.concat([altered, checksum]))
}
