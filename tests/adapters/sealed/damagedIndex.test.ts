import { bytesToHex, randomBytes } from '@noble/hashes/utils.js'
import { beforeEach, describe, expect, it } from 'vitest'
import { MemoryIndexShelf } from '../../../src/adapters/memory/MemoryIndexShelf'
import type { SealedIndex, StoredBlock, StoredRow } from '../../../src/adapters/sealed/SealedIndex'
import { addPerson } from '../../../src/application/store/addPerson'
import type { ProjectStore } from '../../../src/application/store/ProjectStore'
import { LossyFiles } from '../../contracts/LossyFiles'
import { aMachine, unlock, type Machine } from '../../contracts/Machine'
import { valueOf } from '../../contracts/projectStoreContract'
import { aShelf } from '../../contracts/sealedHarness'
import { anAnswer, AT, aVillage, INTERVIEW, PERSON } from '../../contracts/someWork'

const HOUSEHOLD = '5201010001'
const OTHER = 'c'.repeat(32)

let machine: Machine
let projectId: string
let roster: string
let picture: string

/** Closed, with a person, a list, a picture and three answers. */
beforeEach(async () => {
  machine = aMachine(new LossyFiles(), new MemoryIndexShelf())
  const store = valueOf(await machine.createProject())
  projectId = store.projectId
  valueOf(await addPerson(store, { id: PERSON, name: '王', enteredBy: PERSON, at: AT }))
  roster = valueOf(await store.putRoster({ villages: [aVillage('甲村', 2), aVillage('乙村', 2)] }))
  picture = valueOf(await store.putAttachment(Uint8Array.of(5, 6, 7)))
  for (const path of ['a', 'b', 'c']) valueOf(await store.write([anAnswer(path, 1)]))
  await store.close()
  machine = machine.restarted()
})

const ALTERED: readonly (readonly [string, string, (index: SealedIndex) => Promise<void>])[] = [
  ['the seal of a row', 'changes_put_back', (index) => eachRow(index, ofLast(withSealAltered))],
  ['the seals of all rows', 'changes_put_back', (index) => eachRow(index, withSealAltered)],
  [
    'the scope of a row',
    'rows_moved',
    (index) =>
      eachRow(
        index,
        ofLast((row) => ({ ...row, scope: OTHER })),
      ),
  ],
  [
    'the entity of a row',
    'changes_put_back',
    (index) =>
      eachRow(
        index,
        ofLast((row) => ({ ...row, entity: OTHER })),
      ),
  ],
  ['a row by taking it out', 'changes_put_back', removeLastRow],
  ['a household’s name', 'households_named_again', spoilNames],
]

describe('a row of the index', () => {
  it.each(ALTERED)('is put right where somebody altered %s', async (_what, code, alter) => {
    await onIndex(machine, alter)
    const store = await opened(machine)
    expect(codesOf(store)).toEqual([code])
    await everythingIsThere(store)
    await store.close()
    const again = await opened(machine)
    expect(codesOf(again)).toEqual([])
    await everythingIsThere(again)
  })

  it('that neither side has is reported with its household, and comes back from a device that has it', async () => {
    const before = await opened(machine)
    const lost = await before.changesOf('interview', INTERVIEW)
    const backup = await machine.shelf.backup(projectId)
    await before.close()
    await onIndex(machine, (index) => eachRow(index, ofLast(withSealAltered)))
    machine.wipeJournals()
    for (let day = 0; day < 2; day += 1) {
      const store = await opened(machine)
      expect(codesOf(store)).toContain('row_unreadable')
      expect(store.openingProblems).toContainEqual(
        expect.objectContaining({ code: 'row_unreadable', place: { household: HOUSEHOLD } }),
      )
      expect(await pathsOf(store)).not.toContain('c')
      valueOf(await store.write([anAnswer(`later_${day}`, 1)]))
      await store.close()
    }
    expect(valueOf(await machine.shelf.restore('a', backup, unlock)).added).toBe(1)
    const store = await opened(machine)
    const ids = (await store.changesOf('interview', INTERVIEW)).map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining(lost.map(({ id }) => id)))
  })

  it('is skipped, reported and repaired at the next opening when it is altered while the project is open', async () => {
    const index = await onIndex(machine, () => Promise.resolve())
    const store = await opened(machine)
    await eachRow(index, ofLast(withSealAltered))
    expect(await pathsOf(store)).toEqual(['a', 'b'])
    expect(codesOf(store)).toEqual(['row_unreadable'])
    await store.close()
    const again = await opened(machine)
    expect(codesOf(again)).toEqual(['changes_put_back'])
    await everythingIsThere(again)
  })

  it('that a backup contains is reported when the backup is restored, and the others are restored', async () => {
    const index = await onIndex(machine, () => Promise.resolve())
    const store = await opened(machine)
    await eachRow(index, ofLast(withSealAltered))
    const backup = await machine.shelf.backup(projectId)
    const elsewhere = aMachine(new LossyFiles(), new MemoryIndexShelf())
    valueOf(await elsewhere.shelf.restore('a', backup, unlock))
    const again = await opened(elsewhere)
    expect(again.openingProblems).toMatchObject([{ code: 'backup_parts_unreadable', details: { count: 1 } }])
    expect(await pathsOf(again)).toEqual(['a', 'b'])
    await store.close()
  })

  it('is found in its turn where the index is too large to be checked at once', async () => {
    const store = await opened(machine)
    for (let answer = 0; answer < 45; answer += 1)
      valueOf(await store.write([anAnswer(`long_${answer}`, bytesToHex(randomBytes(25_000)))]))
    await store.close()
    await onIndex(machine, (index) => eachRow(index, ofLast(withSealAltered)))
    const told: (readonly string[])[] = []
    for (let day = 0; day < 3; day += 1) {
      const again = await opened(machine)
      told.push(codesOf(again))
      await again.close()
    }
    expect(told).toEqual([[], ['changes_put_back'], []])
  })

  it('is reported in a plain browser, where there is no journal, and the others open', async () => {
    const indexes = new MemoryIndexShelf()
    const shelf = aShelf({ indexes, journals: null })
    const made = valueOf(
      await shelf.create({ title: '某县', protection: { ...unlock, rememberBySystem: false } }),
    )
    valueOf(await addPerson(made, { id: PERSON, name: '王', enteredBy: PERSON, at: AT }))
    for (const path of ['a', 'b']) valueOf(await made.write([anAnswer(path, 1)]))
    await made.close()
    const opening = await indexes.open(made.projectId)
    if (opening.kind !== 'open') throw new Error(opening.kind)
    await eachRow(opening.index, ofLast(withSealAltered))
    await opening.index.close()
    const store = valueOf(await shelf.open(made.projectId, unlock))
    expect(codesOf(store)).toEqual(['changes_missing', 'row_unreadable'])
    expect(await pathsOf(store)).toEqual(['a'])
  })
})

describe('a block of the index that was altered', () => {
  it('is put back from the journal, whatever it is', async () => {
    await onIndex(machine, (index) => eachBlock(index, withSealAltered))
    const store = await opened(machine)
    await everythingIsThere(store)
    expect(await store.records('device')).toHaveLength(1)
    expect(new Set(codesOf(store))).toEqual(new Set(['block_put_back']))
    await store.close()
    const again = await opened(machine)
    await everythingIsThere(again)
    expect(codesOf(again)).toEqual([])
  })

  it('is reported at its own record where the journal no longer has it, and is back when it is written again', async () => {
    await onIndex(machine, (index) => eachBlock(index, withSealAltered))
    machine.wipeJournals()
    const store = await opened(machine)
    expect(await store.rosterVillages(roster)).toBeUndefined()
    expect(await store.attachment(picture)).toBeUndefined()
    expect(codesOf(store)).toEqual([
      'journal_recreated',
      'journal_caught_up',
      'kept_record_unreadable',
      'device_renewed',
      'roster_unreadable',
      'attachment_unreadable',
    ])
    expect(await pathsOf(store)).toEqual(['a', 'b', 'c'])
    valueOf(await store.putRoster({ villages: [aVillage('甲村', 2), aVillage('乙村', 2)] }))
    valueOf(await store.putAttachment(Uint8Array.of(5, 6, 7)))
    await store.close()
    await everythingIsThere(await opened(machine))
  })
})

it('computes all results again, and reports it, when kept ones do not open', async () => {
  const index = await onIndex(machine, () => Promise.resolve())
  const commit = index.commit.bind(index)
  index.commit = ({ summaries, ...rest }) =>
    commit({ ...rest, ...(summaries && { summaries: { ...summaries, sealed: new Uint8Array(60) } }) })
  const store = await opened(machine)
  const kept = [{ household: HOUSEHOLD, key: 'k', summary: 1 }]
  await store.putSummaries('甲村', kept, await store.touchedHouseholds())
  expect(await touchedIn(store)).toEqual([])
  await store.close()
  const again = await opened(machine)
  expect(await again.summaries('甲村')).toEqual([])
  expect(codesOf(again)).toEqual(['summaries_unreadable'])
  expect(await touchedIn(again)).toEqual([HOUSEHOLD])
  await again.close()
  expect(await touchedIn(await opened(machine))).toEqual([HOUSEHOLD])
})

async function opened(on: Machine): Promise<ProjectStore> {
  return valueOf(await on.shelf.open(projectId, unlock))
}

function codesOf({ openingProblems }: ProjectStore): readonly string[] {
  return openingProblems.map(({ code }) => code)
}

async function pathsOf(store: ProjectStore): Promise<readonly string[]> {
  return (await store.changesOf('interview', INTERVIEW)).map(({ path }) => path).sort()
}

async function everythingIsThere(store: ProjectStore): Promise<void> {
  const [own = []] = [...(await store.changesOfHouseholds([HOUSEHOLD])).values()]
  expect(own.map(({ path }) => path).sort()).toEqual(['a', 'b', 'c'])
  expect(await pathsOf(store)).toEqual(['a', 'b', 'c'])
  expect(await store.changesOfProject()).toHaveLength(1)
  expect(await store.householdsWithChanges()).toEqual([HOUSEHOLD])
  expect(await store.rosterVillages(roster)).toEqual(['甲村', '乙村'])
  expect(await store.rosterVillage(roster, '乙村')).toHaveLength(2)
  expect(await store.attachment(picture)).toEqual(Uint8Array.of(5, 6, 7))
}

async function touchedIn(store: ProjectStore): Promise<readonly string[]> {
  return (await store.touchedHouseholds()).map(({ household }) => household)
}

/** Somebody with the disk alters the index of the closed project. */
async function onIndex(on: Machine, alter: (index: SealedIndex) => Promise<void>): Promise<SealedIndex> {
  const opening = await on.indexes.open(projectId)
  if (opening.kind !== 'open') throw new Error(opening.kind)
  await alter(opening.index)
  await opening.index.close()
  return opening.index
}

async function eachRow(
  index: SealedIndex,
  alter: (row: StoredRow, isLast: boolean) => StoredRow,
): Promise<void> {
  const rows = await index.rowsAfter(0, 1_000)
  await index.commit({ rows: rows.map((row, at) => alter(row, at === rows.length - 1)) })
}

async function eachBlock(index: SealedIndex, alter: (block: StoredBlock) => StoredBlock): Promise<void> {
  await index.commit({ blocks: (await index.blocksAfter(0, 1_000)).map(alter) })
}

async function spoilNames(index: SealedIndex): Promise<void> {
  const households = await index.households()
  await index.commit({ households: households.map((each) => ({ ...each, sealedName: new Uint8Array(50) })) })
}

async function removeLastRow(index: SealedIndex): Promise<void> {
  const last = (await index.rowsAfter(0, 1_000)).at(-1)
  await index.commit({ removedPositions: last === undefined ? [] : [last.position] })
}

function ofLast(alter: (row: StoredRow) => StoredRow): (row: StoredRow, isLast: boolean) => StoredRow {
  return (row, isLast) => (isLast ? alter(row) : row)
}

function withSealAltered<Sealed extends { readonly sealed: Uint8Array }>(of: Sealed): Sealed {
  return { ...of, sealed: of.sealed.map((byte, at) => (at === 40 ? byte ^ 1 : byte)) }
}
