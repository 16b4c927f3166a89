import { beforeEach, describe, expect, it } from 'vitest'
import { MemoryIndexShelf } from '../../../src/adapters/memory/MemoryIndexShelf'
import { sealsOnThread, type Seals } from '../../../src/adapters/sealed/Seals'
import type { SealedShelf } from '../../../src/adapters/sealed/SealedShelf'
import type { ProjectStore } from '../../../src/application/store/ProjectStore'
import type { RosterHousehold } from '../../../src/domain/roster/Roster'
import { valueOf } from '../../contracts/projectStoreContract'
import { aShelf, PASSCODE } from '../../contracts/sealedHarness'
import { aVillage } from '../../contracts/someWork'

/** More than are read in two portions. */
const VILLAGES = Array.from({ length: 53 }, (_, nth) => aVillage(`${nth + 1}村`, 3))
const NAMES = VILLAGES.map(({ village }) => village)

/** What becomes of each text that the seals are to open. */
let openText: (opened: Promise<string>) => Promise<string>
let shelf: SealedShelf
let store: ProjectStore
let roster: string

beforeEach(async () => {
  openText = (opened) => opened
  shelf = aShelf({ indexes: new MemoryIndexShelf(), journals: null, seals: interfered })
  const protection = { by: 'passcode', passcode: PASSCODE, rememberBySystem: false } as const
  store = valueOf(await shelf.create({ title: '某县', protection }))
  roster = valueOf(await store.putRoster({ villages: VILLAGES }))
  await store.putSummaries('1村', [{ household: 'a', key: 'k', summary: { is: '退出属实' } }], [])
})

function interfered(ring: Parameters<typeof sealsOnThread>[0]): Seals {
  const seals = sealsOnThread(ring)
  return {
    ...seals,
    openText: (...words) => openText(seals.openText(...words)),
  }
}

async function read(): Promise<readonly (readonly RosterHousehold[] | undefined)[]> {
  const found = []
  for await (const each of store.eachRosterVillage(roster, NAMES)) found.push(each)
  return found
}

describe('villages that are opened aside', () => {
  it('come in their order, whichever is opened first', async () => {
    const held: (() => void)[] = []
    const letGo = () => {
      for (const go of held.splice(0).reverse()) go()
    }
    openText = (opened) =>
      new Promise((resolve) => {
        // Those that are asked for together are let go together, the last first.
        if (held.length === 0) setTimeout(letGo)
        held.push(() => resolve(opened))
      })
    expect(await read()).toEqual(VILLAGES.map(({ households }) => households))
  })

  it('are opened on the thread where nobody opens them aside, and none is damaged', async () => {
    openText = async (opened) => {
      await opened
      throw new Error('the worker does not run')
    }
    expect(await read()).toEqual(VILLAGES.map(({ households }) => households))
    expect(await store.summaries('1村')).toEqual([{ household: 'a', key: 'k', summary: { is: '退出属实' } }])
    expect(store.openingProblems).toEqual([])
  })

  it('are refused, not damaged, once the project is locked', async () => {
    const villages = store.eachRosterVillage(roster, NAMES)[Symbol.asyncIterator]()
    expect((await villages.next()).value).toEqual(VILLAGES[0]?.households)
    shelf.lock(store.projectId, '')
    const left = (async () => {
      for (let next = await villages.next(); next.done !== true; next = await villages.next());
    })()
    await expect(left).rejects.toThrow('locked')
    expect(store.openingProblems).toEqual([])
  })

  it('fail unheard where somebody stops reading', async () => {
    const villages = store.eachRosterVillage(roster, NAMES)[Symbol.asyncIterator]()
    await villages.next()
    await villages.return?.()
    shelf.lock(store.projectId, '')
    // An error that nobody hears ends the test run.
    await new Promise((resolve) => setTimeout(resolve))
    expect(store.openingProblems).toEqual([])
  })
})
