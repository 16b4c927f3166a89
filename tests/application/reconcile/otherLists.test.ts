import { describe, expect, it } from 'vitest'
import { rosterVocabulary } from '../../../src/adapters/resources/rosterVocabulary'
import { textsOf } from '../../../src/adapters/resources/texts'
import { askHousehold, questionAbout } from '../../../src/application/reconcile/askHousehold'
import {
  keepOtherList,
  otherListsOf,
  reconcileWith,
  removeOtherList,
} from '../../../src/application/reconcile/otherLists'
import { rowsOfGroup } from '../../../src/application/reconcile/reconciliationTables'
import { idNumberFor } from '../../../src/domain/roster/values/idNumber'
import { returnsIn } from '../../../src/domain/interview/returns'
import { valueOf } from '../../contracts/projectStoreContract'
import { aHousehold, aMember } from '../../builders/aHousehold'
import { aMemoryProject, AUTHOR, RULES } from '../../builders/aMemoryProject'

const NUMBER = idNumberFor('53990119800505001')
const HOUSEHOLD = aHousehold({ members: [aMember({ idNumber: NUMBER })] })
const ORIGIN = { source: '县民政局低保名册', date: '2020-06-30' }
const TERMS = { texts: textsOf('zh-CN'), codes: rosterVocabulary.codes, isIdInFull: false }

function listOf(birthDate: string) {
  return [aHousehold({ id: 'x1', members: [aMember({ id: 'x1', idNumber: NUMBER, birthDate })] })]
}

function interviewed() {
  const answer = { household: 'h1', member: null, line: null, round: 'first', at: null, by: null } as const
  return aMemoryProject(
    [HOUSEHOLD],
    [{ ...answer, question: 'visit_outcome', value: 'completed', evidence: 'observed' }],
  )
}

describe('lists that are kept', () => {
  it('stay with source and day, latest day first, until they are taken away', async () => {
    const store = await aMemoryProject([HOUSEHOLD], [])
    const first = valueOf(await keepOtherList(store, listOf('1980-05-05'), ORIGIN, AUTHOR))
    const later = { source: ' 县医保局 ', date: '2020-12-01' }
    const second = valueOf(await keepOtherList(store, listOf('1990-01-01'), later, AUTHOR))
    expect(await otherListsOf(store)).toMatchObject([
      { hash: second, source: '县医保局', date: '2020-12-01', persons: 1, person: AUTHOR.person },
      { hash: first, ...ORIGIN },
    ])
    valueOf(await removeOtherList(store, second, AUTHOR))
    expect((await otherListsOf(store)).map(({ hash }) => hash)).toEqual([first])
  })
  it.each([
    ['no source', { source: ' ', date: '2020-06-30' }],
    ['no day', { source: '低保', date: '2020-06-31' }],
  ])('are refused with %s, and nothing is kept', async (_, origin) => {
    const store = await aMemoryProject([HOUSEHOLD], [])
    const kept = await keepOtherList(store, listOf('1980-05-05'), origin, AUTHOR)
    expect(kept).toMatchObject({ ok: false, problems: [{ code: 'list_origin_missing' }] })
    expect(await otherListsOf(store)).toEqual([])
  })
  it('do not become the roster, and are compared with it', async () => {
    const store = await aMemoryProject([HOUSEHOLD], [])
    const hash = valueOf(await keepOtherList(store, listOf('1990-01-01'), ORIGIN, AUTHOR))
    const found = valueOf(await reconcileWith(store, hash))
    expect(found.both).toMatchObject([{ cells: [{ field: 'birthDate', after: '1990-01-01' }] }])
    expect(await reconcileWith(store, '0'.repeat(64))).toMatchObject({
      ok: false,
      problems: [{ code: 'other_list_missing' }],
    })
  })
})

describe('a question from a difference', () => {
  it('sends the interview back, once, and answers nothing', async () => {
    const store = await interviewed()
    const hash = valueOf(await keepOtherList(store, listOf('1990-01-01'), ORIGIN, AUTHOR))
    const [row] = rowsOfGroup('cells', valueOf(await reconcileWith(store, hash)))
    if (row === undefined) throw new Error('no difference')
    const text = questionAbout(row, ORIGIN, TERMS)
    expect(text).toBe(
      '与县民政局低保名册（2020-06-30）核对：李甲（出生日期：名单“1980-05-05”，另一份“1990-01-01”）',
    )
    const before = (await store.changesOfHouseholds(['h1'])).get('h1') ?? []
    expect(valueOf(await askHousehold(store, HOUSEHOLD, text, RULES, AUTHOR))).toBe(true)
    const after = (await store.changesOfHouseholds(['h1'])).get('h1') ?? []
    expect(returnsIn(after)).toMatchObject([{ path: null, text }])
    expect(after).toHaveLength(before.length + 1)
    expect(valueOf(await askHousehold(store, HOUSEHOLD, text, RULES, AUTHOR))).toBe(false)
  })
  it('shows no ID number', async () => {
    const store = await interviewed()
    const other = `${NUMBER.slice(0, 17)}${NUMBER.endsWith('1') ? '2' : '1'}`
    const list = [aHousehold({ id: 'x1', members: [aMember({ id: 'x1', idNumber: other })] })]
    const hash = valueOf(await keepOtherList(store, list, ORIGIN, AUTHOR))
    const [row] = rowsOfGroup('cells', valueOf(await reconcileWith(store, hash)))
    if (row === undefined) throw new Error('no difference')
    expect(questionAbout(row, ORIGIN, TERMS)).not.toMatch(/\d{11}/)
  })
  it('is not put to a household without an interview', async () => {
    const store = await aMemoryProject([HOUSEHOLD], [])
    expect(valueOf(await askHousehold(store, HOUSEHOLD, '问', RULES, AUTHOR))).toBe(false)
  })
})
