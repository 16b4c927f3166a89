import { expect, it } from 'vitest'
import { digest } from '../../../../src/adapters/crypto/digest'
import { KNOWN_FORMS } from '../../../../src/adapters/resources/instruments'
import { PRACTICE } from '../../../../src/adapters/resources/practice'
import { QUALITY_THRESHOLDS } from '../../../../src/adapters/resources/qualityChecks'
import {
  listHouseholds,
  refreshHouseholds,
  type HouseholdRow,
  type ListPorts,
} from '../../../../src/application/households/listHouseholds'
import { recordAnswers } from '../../../../src/application/interview/recordAnswers'
import { practiceCounty } from '../../../../src/application/practice/practiceCounty'
import { withPracticeTimes } from '../../../../src/application/practice/practiceTimes'
import type { ProjectStore } from '../../../../src/application/store/ProjectStore'
import { fillQualityDesk } from '../../../../src/application/team/desk/fillQualityDesk'
import { QualityDesk } from '../../../../src/application/team/desk/qualityDesk'
import type { QualityLine } from '../../../../src/domain/quality/QualityLine'
import { aMemoryProject, AUTHOR, RULES } from '../../../builders/aMemoryProject'
import { valueOf } from '../../../contracts/projectStoreContract'

const COUNTY = practiceCounty(
  { households: 120, seed: 1, hash: (text) => text },
  PRACTICE,
  RULES.currentInstrument,
)
const ANSWERS = withPracticeTimes(COUNTY.answers, '2020-12-31T00:00:00Z', 1)
/** The last two households are on the list alone. */
const UNVISITED = new Set(COUNTY.households.slice(-2).map(({ id }) => id))

function aCounty(): Promise<ProjectStore> {
  return aMemoryProject(
    COUNTY.households,
    ANSWERS.filter(({ household }) => !UNVISITED.has(household)),
  )
}

const PORTS: ListPorts = {
  rules: RULES,
  person: AUTHOR.person,
  versions: { roster: '', instrument: '1', standards: '', rules: '' },
  digest,
  pause: () => Promise.resolve(),
}

async function rowsOf(store: ProjectStore): Promise<readonly HouseholdRow[]> {
  const rows: HouseholdRow[] = []
  for await (const village of listHouseholds(store, PORTS)) rows.push(...village)
  return rows
}

interface Looked {
  readonly lines: readonly QualityLine[]
  /** Households that had to be read from their changes. */
  readonly unread: readonly string[]
  /** Households in the parts told, in their order. */
  readonly told: readonly string[]
}

/** What a desk that knows nothing finds among these rows. */
async function look(store: ProjectStore, rows: readonly HouseholdRow[]): Promise<Looked> {
  const desk = new QualityDesk({ ...KNOWN_FORMS, digest })
  const unread: string[] = []
  const told: string[] = []
  const parts = fillQualityDesk(store, rows, (work) => {
    unread.push(...work.unread.map(({ listed }) => listed.household))
    return Promise.resolve(desk.take(work))
  })
  for await (const part of parts) told.push(...part.map(({ household }) => household.id))
  return { lines: desk.find(QUALITY_THRESHOLDS), unread, told }
}

it('finds by what the list kept as it judged just what it finds by reading everything', async () => {
  const store = await aCounty()
  const first = await look(store, await rowsOf(store))
  expect(first.unread).toEqual([])
  expect(new Set(first.told)).toEqual(new Set(COUNTY.households.map(({ id }) => id)))
  expect(new Set(first.lines.map(({ check }) => check))).toContain('overlapping')
  const read = await look(store, (await rowsOf(store)).map(withoutKey))
  expect(read.unread).toHaveLength(118)
  expect(first.lines).toEqual(read.lines)
})

it('reads every interview once where an earlier app judged and kept nothing for it', async () => {
  const store = await aCounty()
  const rows = await rowsOf(store)
  for (const { village } of rows) await store.putSummaries(`quality/${village}`, [], [])
  const first = await look(store, await rowsOf(store))
  expect(first.unread).toHaveLength(118)
  const again = await look(store, await rowsOf(store))
  expect(again.unread).toEqual([])
  expect(again.told).toHaveLength(120)
  expect(again.lines).toEqual(first.lines)
})

it('reads again whatever was written to since, and nothing else', async () => {
  const store = await aCounty()
  const rows = await rowsOf(store)
  const { lines } = await look(store, rows)
  const hurried = lines.find(({ check }) => check === 'too_short')?.entries[0]
  const outcome = { ref: { question: 'visit_outcome' }, value: 'partial', evidence: 'observed' } as const
  valueOf(await recordAnswers(store, hurried?.interview ?? '', [outcome], AUTHOR))
  const later = await look(store, await refreshHouseholds(store, rows, PORTS))
  expect(later.unread).toEqual([hurried?.household])
  const afresh = await look(store, await rowsOf(store))
  expect(afresh.unread).toEqual([])
  expect(later.lines).toEqual(afresh.lines)
  const stillHurried = later.lines.filter(({ check }) => check === 'too_short')
  expect(stillHurried.flatMap(({ entries }) => entries)).not.toContainEqual(hurried)
})

it('shows nothing of a household that whoever looks may not see, though it was kept before', async () => {
  const store = await aCounty()
  const rows = await rowsOf(store)
  await look(store, rows)
  const blind = await look(
    store,
    rows.map((row) => ({ ...row, summary: null, summaryKey: null, isBlind: true })),
  )
  expect(blind).toMatchObject({ unread: [], lines: [] })
})

it('reads no further once nobody asks for the next part, and keeps what it read', async () => {
  const store = await aCounty()
  const desk = new QualityDesk({ ...KNOWN_FORMS, digest })
  const taken: string[] = []
  const rows = await rowsOf(store)
  for (const { village } of rows) await store.putSummaries(`quality/${village}`, [], [])
  const parts = fillQualityDesk(store, rows, (work) => {
    taken.push(...work.unread.map(({ listed }) => listed.household))
    return Promise.resolve(desk.take(work))
  })
  await parts.next()
  await parts.return(undefined)
  expect(taken).toHaveLength(40)
  const { unread } = await look(store, rows)
  expect(unread).toHaveLength(78)
})

/** As if the app had kept nothing of it. */
function withoutKey(row: HouseholdRow): HouseholdRow {
  return { ...row, summaryKey: null }
}
