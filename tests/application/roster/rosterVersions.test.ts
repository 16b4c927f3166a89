import { describe, expect, it } from 'vitest'
import { adoptRoster, currentRoster } from '../../../src/application/roster/adoptRoster'
import {
  compareWithCurrent,
  returnToRoster,
  rosterVersions,
} from '../../../src/application/roster/rosterVersions'
import type { ProjectStore } from '../../../src/application/store/ProjectStore'
import { aHousehold } from '../../builders/aHousehold'
import { aMemoryProject, AUTHOR } from '../../builders/aMemoryProject'

const LATER = { ...AUTHOR, at: '2021-01-05T08:00:00Z' }
const OLD = [aHousehold(), aHousehold({ id: 'h2', village: '水村' })]
const NEW = [aHousehold({ registryIncome: 6000 }), aHousehold({ id: 'h3' })]
const ANSWER = {
  household: 'h1',
  member: null,
  line: null,
  question: 'food_enough',
  value: 'all_year',
  evidence: 'respondent',
  round: 'first',
  at: null,
  by: null,
} as const

const noPause = (): Promise<void> => Promise.resolve()

async function hashOf(store: ProjectStore, households: typeof OLD): Promise<string> {
  const adopted = await adoptRoster(store, households, LATER)
  if (!adopted.ok) throw new Error('not adopted')
  return adopted.value
}

describe('a second roster', () => {
  it('is held against the roster in use, village after village', async () => {
    const store = await aMemoryProject(OLD, [])
    const comparison = await compareWithCurrent(store, NEW, noPause)
    expect(comparison?.added.map(({ id }) => id)).toEqual(['h3'])
    expect(comparison?.gone.map(({ id }) => id)).toEqual(['h2'])
    expect(comparison?.changed.map(({ after }) => after.id)).toEqual(['h1'])
  })

  it('has nothing to be held against in a project without one', async () => {
    const store = await aMemoryProject([], [])
    expect(await compareWithCurrent(store, NEW, noPause)).toBeNull()
  })

  it('can be taken back by pointing to the one before, interviews untouched either way', async () => {
    const store = await aMemoryProject(OLD, [ANSWER])
    const before = await store.changesOfHouseholds(['h1'])
    const first = (await currentRoster(store)) ?? ''
    const second = await hashOf(store, NEW)
    expect(await store.changesOfHouseholds(['h1'])).toEqual(before)

    expect((await returnToRoster(store, first, LATER)).ok).toBe(true)
    expect(await currentRoster(store)).toBe(first)
    expect(await store.changesOfHouseholds(['h1'])).toEqual(before)
    const versions = await rosterVersions(store)
    expect(versions.map(({ hash, isCurrent }) => [hash, isCurrent])).toEqual([
      [first, true],
      [second, false],
      [first, false],
    ])
    expect(versions[1]?.size).toEqual({ households: 2, members: 2, rejected: 0, files: ['list.xlsx'] })
  })

  it('cannot be one that is not here', async () => {
    const store = await aMemoryProject(OLD, [])
    const before = await currentRoster(store)
    const returned = await returnToRoster(store, 'f'.repeat(64), LATER)
    expect(returned).toMatchObject({ ok: false, problems: [{ code: 'roster_missing' }] })
    expect(await currentRoster(store)).toBe(before)
  })
})
