import { describe, expect, it } from 'vitest'
import type { HouseholdRow } from '../../../src/application/households/listHouseholds'
import { isDone, NO_FILTER, passes } from '../../../src/ui/households/householdFilter'
import { loadInitials, waysOfInitials } from '../../../src/ui/households/nameInitials'
import { searchTextOf, type ListedRow } from '../../../src/ui/households/searchText'
import { nextInVillage, villageTree } from '../../../src/ui/households/villageTree'
import { aHousehold, aMember } from '../../builders/aHousehold'

const INITIALS = await loadInitials()

function aRow(id: string, given: Partial<HouseholdRow> = {}): ListedRow {
  const household = given.household ?? aHousehold({ id })
  return {
    household,
    search: searchTextOf(household, INITIALS),
    origin: 'roster',
    links: [],
    village: '石村',
    summary: null,
    sampleRole: null,
    summaryKey: null,
    isBlind: false,
    ...given,
  }
}

function summary(conclusion: 'exit_confirmed' | 'not_interviewed', outcome: string | null) {
  return {
    conclusion,
    outcome,
    results: null,
    flags: ['quota' as const],
    monitoring: [],
    monitoringReasons: [],
    reopenings: 0,
    counted: null,
    claimed: null,
    unanswered: 0,
    conflicts: 0,
    everConflicted: 0,
    cleared: null,
    persons: 4,
    recognises: null,
    isSatisfied: null,
    assessor: '甲',
    returned: [],
    tries: 0,
    appointment: null,
    lastAt: null,
  }
}

describe('the search', () => {
  it('finds a name by the initials of its pinyin, from anywhere in the name', () => {
    expect(waysOfInitials('李爱东', INITIALS)).toEqual(['lad'])
    const row = aRow('1', { household: aHousehold({ headName: '李爱东', members: [] }) })
    const finds = (search: string): boolean => passes({ ...NO_FILTER, search })(row)
    expect(['lad', 'ad', 'ld', 'lada'].map(finds)).toEqual([true, true, false, false])
  })

  it('knows every reading of a surname, and not thousands of ways to read a long name', () => {
    expect(waysOfInitials('单小明', INITIALS)).toEqual(['dxm', 'sxm', 'cxm'])
    expect(waysOfInitials('曾国', INITIALS)).toContain('zg')
    expect(waysOfInitials('单'.repeat(40), INITIALS).length).toBeLessThanOrEqual(16)
  })

  it('finds members too, and the last digits of the number, but no ID number by too few of them', () => {
    const members = [aMember({ name: '王小梅', idNumber: '539901200001010077' })]
    const row = aRow('5399000131', { household: aHousehold({ id: '5399000131', members }) })
    const finds = (search: string): boolean => passes({ ...NO_FILTER, search })(row)
    expect(finds('WXM')).toBe(true)
    expect(finds('小梅')).toBe(true)
    expect(finds('0131')).toBe(true)
    expect(finds('0077')).toBe(false)
    expect(finds('010077')).toBe(true)
  })

  it('narrows by outcome, conclusion, status and flag', () => {
    const open = aRow('a')
    const done = aRow('b', { summary: summary('exit_confirmed', 'completed') })
    const left = (part: object): readonly string[] =>
      [open, done].filter(passes({ ...NO_FILTER, ...part })).map((row) => row.household.id)
    expect(left({ outcome: 'none' })).toEqual(['a'])
    expect(left({ outcome: 'completed' })).toEqual(['b'])
    expect(left({ conclusion: 'not_interviewed' })).toEqual(['a'])
    const blind = aRow('blind', { isBlind: true })
    expect(passes({ ...NO_FILTER, conclusion: 'to_backcheck' })(blind)).toBe(true)
    expect(passes({ ...NO_FILTER, conclusion: 'not_interviewed' })(blind)).toBe(false)
    expect(left({ flag: 'quota' })).toEqual(['b'])
    expect(left({ status: 'poor' })).toEqual([])
  })
})

describe('a drawn list', () => {
  const rows = [
    aRow('drawn', { sampleRole: 'sample', links: [{ kind: 'replaced_by', household: 'spare' }] }),
    aRow('other', { sampleRole: 'not_drawn' }),
    aRow('spare', { sampleRole: 'reserve', links: [{ kind: 'replaces', household: 'drawn' }] }),
    aRow('idle', { sampleRole: 'reserve' }),
    aRow('found', { sampleRole: 'not_drawn', origin: 'found' }),
  ]

  it('is narrowed to those to visit, to the reserves, or to the others', () => {
    const left = (sampleRole: string): readonly string[] =>
      rows.filter(passes({ ...NO_FILTER, sampleRole })).map((row) => row.household.id)
    expect(left('sample')).toEqual(['drawn', 'spare', 'found'])
    expect(left('reserve')).toEqual(['spare', 'idle'])
    expect(left('not_drawn')).toEqual(['other', 'found'])
  })

  it('has nobody as not visited who was not drawn', () => {
    const left = (part: object): readonly string[] =>
      rows.filter(passes({ ...NO_FILTER, ...part })).map((row) => row.household.id)
    expect(left({ outcome: 'none' })).toEqual(['drawn', 'spare', 'found'])
    expect(left({ conclusion: 'not_interviewed' })).toEqual(['drawn', 'spare', 'found'])
  })

  it('counts, and goes on to, the households to visit alone', () => {
    expect(villageTree(rows, new Set())[0]).toMatchObject({ count: 3, done: 0 })
    expect(nextInVillage(rows, 'drawn')?.household.id).toBe('spare')
    expect(nextInVillage(rows, 'spare')?.household.id).toBe('found')
  })
})

describe('the village tree', () => {
  const rows = [
    aRow('a', { summary: summary('not_interviewed', 'refused') }),
    aRow('b', { summary: summary('not_interviewed', 'partial') }),
    aRow('c', { village: '坪村', household: aHousehold({ id: 'c', village: '坪村', township: '乙乡' }) }),
    aRow('d'),
  ]

  it('counts a refused visit as done, a partial one not', () => {
    expect(rows.map(isDone)).toEqual([true, false, false, false])
    expect(villageTree(rows, new Set())[0]).toMatchObject({ name: '甲乡', count: 3, done: 1 })
  })

  it('has a village under special supervision first, and only there', () => {
    const tree = villageTree(rows, new Set(['坪村']))
    expect(tree.map(({ kind, villages }) => [kind, villages.map(({ name }) => name)])).toEqual([
      ['supervised', ['坪村']],
      ['township', ['石村']],
    ])
  })

  it('goes to the next household of the village that is not done, and round', () => {
    expect(nextInVillage(rows, 'b')?.household.id).toBe('d')
    expect(nextInVillage(rows, 'd')?.household.id).toBe('b')
    expect(nextInVillage(rows, 'c')).toBeNull()
  })
})
