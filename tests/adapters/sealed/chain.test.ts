import { beforeEach, describe, expect, it } from 'vitest'
import { MemoryIndexShelf } from '../../../src/adapters/memory/MemoryIndexShelf'
import { encodeFrames, readFrames } from '../../../src/adapters/sealed/frames'
import { addPerson } from '../../../src/application/store/addPerson'
import type { ProjectStore } from '../../../src/application/store/ProjectStore'
import type { Problem } from '../../../src/domain/shared/Problem'
import { aChange, anId } from '../../domain/changes/aChange'
import { payloadsOf, plant, rewriteJournal } from '../../contracts/journalRecords'
import { LossyFiles } from '../../contracts/LossyFiles'
import { aMachine, unlock, type Machine } from '../../contracts/Machine'
import { valueOf } from '../../contracts/projectStoreContract'
import { anAnswer, AT, INTERVIEW, PERSON } from '../../contracts/someWork'

let machine: Machine
let projectId: string
let payloads: readonly Uint8Array[]

/** Closed; two records of the device and a person, then ten answers `0` to `9`. */
beforeEach(async () => {
  machine = aMachine(new LossyFiles(), new MemoryIndexShelf())
  const store = valueOf(await machine.createProject())
  projectId = store.projectId
  valueOf(await addPerson(store, { id: PERSON, name: '王', enteredBy: PERSON, at: AT }))
  for (let answer = 0; answer < 10; answer += 1) valueOf(await store.write([anAnswer(String(answer), 1)]))
  await store.close()
  machine = machine.restarted()
  payloads = await payloadsOf(machine)
})

describe('the journal’s chain, with the index gone,', () => {
  it.each([
    ['one of the middle', 5, 1, 9],
    ['a correction', 9, 1, 9],
    ['five of the middle', 4, 5, 5],
    ['the first', 0, 1, 10],
    ['all but the last', 0, 11, 1],
  ])('tells how many were taken out and since when: %s', async (_what, first, count, left) => {
    rewriteJournal(machine, [...payloads.slice(0, first), ...payloads.slice(first + count)])
    machine.wipeIndexes()
    const store = await opened(machine)
    expect(missingIn(store)).toMatchObject([{ severity: 'warning', details: { count } }])
    if (first > 0) expect(missingIn(store)[0]?.details?.['since']).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/)
    expect(await pathsOf(store)).toHaveLength(left)
  })

  it('reports the same at the next opening, and nothing more once the work went on', async () => {
    rewriteJournal(machine, [...payloads.slice(0, 4), ...payloads.slice(7)])
    machine.wipeIndexes()
    for (let day = 0; day < 3; day += 1) {
      const store = await opened(machine)
      expect(missingIn(store)).toMatchObject([{ details: { count: 3 } }])
      valueOf(await store.write([anAnswer('later', day)]))
      await store.close()
      machine = machine.restarted()
      if (day === 1) machine.wipeIndexes()
    }
  })

  it('reports each place by itself', async () => {
    rewriteJournal(
      machine,
      payloads.filter((_, at) => ![3, 6, 7].includes(at)),
    )
    machine.wipeIndexes()
    expect(missingIn(await opened(machine)).map(({ details }) => details?.['count'])).toEqual([1, 2])
  })

  it('reports records that were put in once more or in another order, and brings everything', async () => {
    const [first, second, third = new Uint8Array(), ...rest] = payloads as [
      Uint8Array,
      Uint8Array,
      Uint8Array,
    ]
    rewriteJournal(machine, [first, second, third, third, ...rest])
    machine.wipeIndexes()
    const store = await opened(machine)
    expect(store.openingProblems.map(({ code }) => code)).toEqual([
      'index_rebuilt',
      'journal_record_unreadable',
      'index_caught_up',
    ])
    expect(await pathsOf(store)).toHaveLength(10)
  })

  it('reports a frame that was taken out of its record, even of the last', async () => {
    const store = await opened(machine)
    valueOf(
      await store.write([anAnswer('left', 1), { ...anAnswer('taken', 1), entityId: '5201010002/first/1' }]),
    )
    await store.close()
    machine = machine.restarted()
    const all = await payloadsOf(machine)
    const last = readFrames(all.at(-1) ?? new Uint8Array()).frames
    expect(last).toHaveLength(3)
    rewriteJournal(machine, [...all.slice(0, -1), encodeFrames(last.slice(0, 2))])
    machine.wipeIndexes()
    const again = await opened(machine)
    expect(again.openingProblems.map(({ code }) => code)).toContain('journal_record_unreadable')
    expect(await pathsOf(again)).toContain('left')
  })

  it('reports a bulk file in whose place lies another of this project', async () => {
    const store = await opened(machine)
    for (const replica of ['d', 'e'])
      valueOf(
        await store.accept(
          Array.from({ length: 250 }, (_, at) =>
            aChange({ id: anId(replica, at + 1), path: `${replica}_${at}` }),
          ),
        ),
      )
    await store.close()
    machine = machine.restarted()
    const [one = '', other = ''] = machine.files.paths().filter((path) => path.includes('/bulk/'))
    machine.files.put(other, machine.files.bytesOf(one)?.slice() ?? new Uint8Array())
    machine.wipeIndexes()
    const again = await opened(machine)
    expect(again.openingProblems).toContainEqual(
      expect.objectContaining({ code: 'journal_file_damaged', value: other.slice(-32) }),
    )
  })

  it('reports nothing for a journal that is whole, however often it was opened, nor for writes that failed', async () => {
    for (let day = 0; day < 3; day += 1) {
      const store = await opened(machine)
      await Promise.all([1, 2, 3].map((answer) => store.write([anAnswer('same', answer)])))
      machine.files.isFull = true
      await Promise.all([4, 5, 6].map((answer) => store.write([anAnswer('same', answer)])))
      machine.files.isFull = false
      valueOf(await store.retryUnsaved())
      await Promise.all([7, 8].map((answer) => store.write([anAnswer('same', answer)])))
      await store.close()
      machine = machine.restarted()
    }
    machine.wipeIndexes()
    expect((await opened(machine)).openingProblems.map(({ code }) => code)).toEqual([
      'index_rebuilt',
      'index_caught_up',
    ])
  })
})

describe('with the index here', () => {
  it('the journal’s last records are missed, and written again', async () => {
    rewriteJournal(machine, payloads.slice(0, -4))
    const store = await opened(machine)
    expect(missingIn(store)).toMatchObject([{ details: { count: 4 } }])
    await store.close()
    machine = machine.restarted()
    machine.wipeIndexes()
    expect(await pathsOf(await opened(machine))).toHaveLength(10)
  })
})

it('is followed from the start once where the index is of an earlier version and knows no head', async () => {
  const opening = await machine.indexes.open(projectId)
  if (opening.kind !== 'open') throw new Error(opening.kind)
  const { index } = opening
  const { mark, ...state } = await index.state()
  const { journal = '', offset = 0, ending = '' } = mark ?? {}
  await index.commit({ state: { ...state, mark: { journal, offset, ending } } })
  await index.close()
  for (let day = 0; day < 2; day += 1) {
    const store = await opened(machine)
    expect(store.openingProblems).toEqual([])
    valueOf(await store.write([anAnswer('later', day)]))
    await store.close()
    expect((await index.state()).mark?.chain?.number).toBe(payloads.length + day + 1)
  }
})

describe('a journal of an earlier version, whose records have no links,', () => {
  beforeEach(async () => {
    payloads = payloads.map((payload) => encodeFrames(readFrames(payload).frames.slice(1)))
    rewriteJournal(machine, payloads)
    machine.wipeIndexes()
    const store = await opened(machine)
    expect(store.openingProblems.map(({ code }) => code)).toEqual(['index_rebuilt', 'index_caught_up'])
    valueOf(await store.write([anAnswer('first with a link', 1)]))
    await store.close()
    machine = machine.restarted()
    payloads = await payloadsOf(machine)
  })

  it('is vouched for by the first record that has one', async () => {
    expect(missingIn(await opened(machine))).toEqual([])
    rewriteJournal(
      machine,
      payloads.filter((_, at) => at !== 4 && at !== 5),
    )
    machine.wipeIndexes()
    const store = await opened(machine)
    expect(missingIn(store)).toMatchObject([{ code: 'journal_records_missing', details: { count: 2 } }])
    expect(await pathsOf(store)).toHaveLength(9)
  })

  it('takes no further record without a link for its own', async () => {
    plant(machine, payloads[3] ?? new Uint8Array())
    const store = await opened(machine)
    expect(store.openingProblems.map(({ code }) => code)).toEqual(['journal_record_unreadable'])
  })
})

async function opened(on: Machine): Promise<ProjectStore> {
  return valueOf(await on.shelf.open(projectId, unlock))
}

function missingIn({ openingProblems }: ProjectStore): readonly Problem[] {
  return openingProblems.filter(({ code }) => code.startsWith('journal_records_missing'))
}

async function pathsOf(store: ProjectStore): Promise<readonly string[]> {
  return (await store.changesOf('interview', INTERVIEW)).map(({ path }) => path)
}
