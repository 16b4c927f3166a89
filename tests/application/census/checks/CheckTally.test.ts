import { describe, expect, it } from 'vitest'
import { newReplica } from '../../../../src/adapters/crypto/newReplica'
import { MemoryStore } from '../../../../src/adapters/memory/MemoryStore'
import { areaChecksOf } from '../../../../src/adapters/resources/areaChecks'
import { AREA_FORMS } from '../../../../src/adapters/resources/areaForms'
import { censusTables } from '../../../../src/adapters/resources/censusTables'
import { formsWith } from '../../../../src/adapters/resources/instruments'
import type { AnswerRecord } from '../../../../src/application/assess/AnswerRecord'
import { writeAnswers } from '../../../../src/application/assess/writeAnswers'
import { CensusDesk } from '../../../../src/application/census/CensusDesk'
import { checkLines } from '../../../../src/application/census/checks/checkLines'
import { countVillage } from '../../../../src/application/census/checks/countVillage'
import { closeVisit } from '../../../../src/application/interview/closeVisit'
import { CENSUS } from '../../../../src/application/programmes/census'
import { villageOf } from '../../../../src/application/roster/adoptRoster'
import type { AnswerValue } from '../../../../src/domain/interview/Answers'
import { findInAreas } from '../../../../src/domain/programmes/census/areaChecks/findInAreas'
import { COUNTY } from '../../../../src/domain/programmes/census/tables/TableCounts'
import { aHousehold, aMember } from '../../../builders/aHousehold'
import { AUTHOR } from '../../../builders/aMemoryProject'
import { someStandards } from '../../../builders/someStandards'

const forms = formsWith(undefined, 'census')
if (!forms.ok) throw new Error('no forms')
const CHECKING = {
  rules: { standards: someStandards(), programme: CENSUS, ...forms.value },
  checksOf: areaChecksOf,
}
const WELL = { visit_outcome: 'enumerated', told_confidential: 'yes' }
const HELPED = { ...WELL, support_received: ['allowance'], income_sources: ['wage'] }
const MOVED = { ...WELL, house_basis: 'relocated', support_received: ['none'] }

/** One member each, who is of the village by the place of its household. */
const listed = (id: string, village: string) =>
  aHousehold({ id, village, members: [aMember({ id: `${id}-1` })] })
const HOUSEHOLDS = [listed('h1', '西村'), listed('h2', '西村'), listed('h3', '东村')]
const [WEST, , EAST] = HOUSEHOLDS.map(villageOf)

async function storeWith(said: Readonly<Record<string, Readonly<Record<string, AnswerValue>>>>) {
  const store = new MemoryStore('test', newReplica())
  const records = Object.entries(said).flatMap(([household, answers]) =>
    Object.entries(answers).map(([question, value]): AnswerRecord => {
      const place = { household, member: null, line: null, question }
      return { ...place, value, evidence: 'respondent', round: 'first', at: null, by: null }
    }),
  )
  const origin = { ...AUTHOR, instrumentVersion: 'census-1', copy: 'answers' }
  const written = await writeAnswers(store, records, origin)
  if (!written.ok) throw new Error(JSON.stringify(written.problems))
  return store
}

async function deskOf(store: MemoryStore) {
  const desk = new CensusDesk({
    ...CHECKING,
    tablesOf: censusTables,
    areaForms: AREA_FORMS,
    areas: { villages: new Map(), county: null },
    samplings: null,
  })
  const changes = await store.changesOfHouseholds(HOUSEHOLDS.map(({ id }) => id))
  desk.take(HOUSEHOLDS.map((household) => ({ household, changes: changes.get(household.id) ?? [] })))
  return desk
}

describe('what the checks find in the households of a county', () => {
  it('is of the enumerated ones alone, with whom to send it back to', async () => {
    const store = await storeWith({ h1: HELPED, h2: { ...HELPED, visit_outcome: 'partial' }, h3: WELL })
    const { findings } = (await deskOf(store)).count().checked
    expect(findings).toMatchObject([
      {
        check: 'allowance_without_transfer',
        tier: 'note',
        level: 'household',
        area: WEST,
        household: 'h1',
        member: null,
        questions: ['income_sources', 'support_received'],
        reason: null,
      },
    ])
    expect(findings[0]?.interview).toMatch(/^h1\/first\//)
  })
  it('has the reason for which a warning was passed over', async () => {
    const store = await storeWith({ h1: MOVED, h3: MOVED })
    const before = (await deskOf(store)).count().checked.findings
    const interview = before.find(({ household }) => household === 'h1')?.interview ?? ''
    const overrides = [{ check: 'relocated_without_help', place: {}, reason: '自己搬的' }]
    const end = { outcome: 'enumerated', why: '', overrides, replies: [] }
    expect((await closeVisit(store, interview, end, AUTHOR)).ok).toBe(true)
    const after = (await deskOf(store)).count().checked.findings
    const own = after.filter(({ check }) => check === 'relocated_without_help')
    expect(own.map(({ household, reason }) => [household, reason])).toEqual([
      ['h1', '自己搬的'],
      ['h3', null],
    ])
  })
  it('stands with what they find in areas, the gravest first', async () => {
    const store = await storeWith({ h1: HELPED, h3: MOVED })
    const { counts, findings } = (await deskOf(store)).count().checked
    const villages = new Map([[EAST ?? '', { registered_population: 0 }]])
    const areas = findInAreas(areaChecksOf(CHECKING.rules.currentInstrument), {
      counts,
      villages,
      county: { townships: 0 },
      isWhole: true,
    })
    expect(checkLines(areas, findings).map(({ check, level, area }) => [check, level, area])).toEqual([
      ['townships_below_list', 'county', 'county'],
      ['population_below_persons', 'village', EAST],
      ['relocated_without_relocation', 'village', EAST],
      ['relocated_without_help', 'household', EAST],
      ['allowance_without_transfer', 'household', WEST],
    ])
  })
  it('opens the cases behind a number of an area', async () => {
    const desk = await deskOf(await storeWith({ h1: MOVED, h2: WELL, h3: MOVED }))
    const { countHeads } = desk.count()
    const code = 'relocated_households'
    const table = countHeads.find(({ rows }) => rows.some((row) => row.code === code))?.id ?? ''
    const part = { of: 'cell', code } as const
    expect(desk.cases({ table, part, area: COUNTY })).toEqual([{ household: 'h1' }, { household: 'h3' }])
    expect(desk.cases({ table, part, area: { kind: 'village', key: EAST ?? '' } })).toEqual([
      { household: 'h3' },
    ])
  })
})

describe('one village counted by itself', () => {
  it('has the numbers that it has among all, but for what whoever looks may not see', async () => {
    const store = await storeWith({ h1: MOVED, h2: WELL, h3: MOVED })
    const all = (await deskOf(store)).count().checked.counts
    const own = HOUSEHOLDS.slice(0, 2).map((household) => ({ household, isBlind: false }))
    const counted = await countVillage(store, own, CHECKING)
    expect(counted).toEqual(new Map([[WEST, all.get(WEST ?? '')]]))
    const blind = await countVillage(
      store,
      own.map((each) => ({ ...each, isBlind: true })),
      CHECKING,
    )
    expect(blind.get(WEST ?? '')).toMatchObject({
      all_listed: 2,
      enumerated_persons: 0,
      relocated_households: 0,
    })
  })
})
