import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { duckDbEngine } from '../../../../src/adapters/lake/duckDbEngine'
import { readLake } from '../../../../src/adapters/lake/readLake'
import { AREA_FORMS } from '../../../../src/adapters/resources/areaForms'
import { censusTables as tablesOf } from '../../../../src/adapters/resources/censusTables'
import { sqlText } from '../../../../src/adapters/resources/sqlTexts'
import { readCounties, type LakeLevel } from '../../../../src/application/lake/LakeArea'
import { lakeSchema } from '../../../../src/application/lake/lakeSchema'
import { censusTables, type LakeTable } from '../../../../src/application/lake/tables/censusTables'
import { evaluateInterview } from '../../../../src/domain/interview/evaluateInterview'
import { CaseBook } from '../../../../src/domain/programmes/census/tables/CaseBook'
import type { AreaTable } from '../../../../src/domain/programmes/census/tables/TableCounts'
import { tabulate } from '../../../../src/domain/programmes/census/tables/tabulate'
import type { Sampling } from '../../../../src/domain/sampling/Sampling'
import { CENSUS_FORM } from '../../../builders/aCensusInterview'
import { aCensusInLake } from '../../../builders/aLakeCounty'
import { someStandards } from '../../../builders/someStandards'
import { answersOf, generateHouseholds, generateVillages } from '../../../census/generateCensus'

const TABLES = tablesOf(CENSUS_FORM)
const HOUSEHOLDS = 240
const HOUSEHOLDS_A_VILLAGE = 20

interface County {
  readonly name: string
  readonly province: string
  readonly city: string | null
  readonly seed: number
  readonly samplingOf: ((household: number) => Sampling) | null
}

/** Everybody; households drawn from strata with their own weights; villages drawn. */
const COUNTIES: readonly County[] = [
  { name: 'whole', province: '甲省', city: '东市', seed: 1, samplingOf: null },
  {
    name: 'strata',
    province: '甲省',
    city: '东市',
    seed: 2,
    samplingOf: (at) => ({
      stratum: at % 3 === 0 ? 'a' : 'b',
      cluster: null,
      weight: at % 3 === 0 ? 2.5 : 7,
    }),
  },
  {
    name: 'villages',
    province: '乙省',
    city: null,
    seed: 3,
    samplingOf: (at) => ({ stratum: 'drawn_villages', cluster: String(Math.floor(at / 20)), weight: 3.25 }),
  },
]

function villageOf(county: string, household: number): string {
  const village = Math.floor(household / HOUSEHOLDS_A_VILLAGE)
  return `${county}/乡${Math.floor(village / 4)}/村${village}`
}

function addCounty(book: CaseBook, { name, seed }: County): void {
  const standards = someStandards()
  for (const [at, each] of [...generateHouseholds(HOUSEHOLDS, seed, 'anything')].entries()) {
    const interview = evaluateInterview(CENSUS_FORM, each.household, answersOf(each), standards)
    book.addHousehold({ id: each.household.id, village: villageOf(name, at), interview })
  }
  const villages = HOUSEHOLDS / HOUSEHOLDS_A_VILLAGE
  for (const [at, said] of generateVillages(villages, seed, 'anything').entries())
    book.addVillage(villageOf(name, at * HOUSEHOLDS_A_VILLAGE), AREA_FORMS.village, said)
}

function bookOf(...counties: readonly County[]): CaseBook {
  const book = new CaseBook(TABLES)
  for (const county of counties) addCounty(book, county)
  return book
}

function samplingsOf({ samplingOf, name }: County, isAmongOthers = false): readonly Sampling[] | null {
  return (
    samplingOf &&
    Array.from({ length: HOUSEHOLDS }, (_, at) => {
      const own = samplingOf(at)
      return isAmongOthers ? { ...own, stratum: `${name} ${own.stratum}` } : own
    })
  )
}

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yihu-lake-'))
  for (const county of COUNTIES) {
    const { name, province, city } = county
    const plan = { county: name, province, city, samplings: samplingsOf(county) }
    // One folder a county, and one for them all.
    for (const below of [county.name, 'all']) await aCensusInLake(join(folder, below), bookOf(county), plan)
  }
})
afterAll(() => rm(folder, { recursive: true }))

async function tablesIn(level: LakeLevel, ...below: readonly string[]): Promise<readonly LakeTable[]> {
  const lake = await readLake(below.map((name) => join(folder, name)))
  if (!lake.ok) throw new Error(JSON.stringify(lake.problems))
  const engine = await duckDbEngine(lake.value, lakeSchema(TABLES))
  try {
    const source = { engine, sqlOf: sqlText }
    const counties = await readCounties(source)
    const found: LakeTable[] = []
    for await (const table of censusTables(source, { counties, tables: TABLES, level })) found.push(table)
    return found
  } finally {
    await engine.close()
  }
}

/** Figures by table, cell and what is told of it; nothing is rounded. */
function figuresOf(tables: readonly Pick<AreaTable, 'id' | 'rows' | 'base' | 'unanswered'>[]) {
  return new Map(
    tables.flatMap(({ id, rows, base, unanswered }) => [
      [`${id} base`, base] as const,
      [`${id} unanswered`, unanswered] as const,
      ...rows.flatMap((row) =>
        [
          ['count', row.count],
          ['share', row.share],
          ['base', row.base],
          ['unanswered', row.unanswered],
          ['low', row.interval?.low],
          ['high', row.interval?.high],
        ].map(([name, value]) => [`${id} ${row.code} ${row.column ?? ''} ${name}`, value] as const),
      ),
    ]),
  )
}

function expectSame(found: ReturnType<typeof figuresOf>, expected: ReturnType<typeof figuresOf>): void {
  const isSame = (one: unknown, other: unknown) =>
    typeof one === 'number' && typeof other === 'number'
      ? Math.abs(one - other) <= 1e-12 * Math.max(1, Math.abs(other))
      : one === other
  const different = [...new Set([...found.keys(), ...expected.keys()])].filter(
    (key) => !isSame(found.get(key), expected.get(key)),
  )
  expect(different.map((key) => `${key}: ${found.get(key)}, not ${expected.get(key)}`)).toEqual([])
  expect(found.size).toBeGreaterThan(500)
}

describe('tables of a census in a lake', () => {
  it.each(COUNTIES)('are those of the county itself: $name', async (county) => {
    const tables = await tablesIn('village', 'all')
    const expected = tabulate(bookOf(county), { isByArea: true, samplings: samplingsOf(county) })
    const ofCounty = tables.filter(({ area }) => area.county === county.name)
    for (const key of [null, `${county.name}/乡1`, `${county.name}/乡1/村5`])
      expectSame(
        figuresOf(ofCounty.filter(({ area }) => area.key === key)),
        figuresOf(expected.filter(({ area, population }) => area.key === key && isAt(key, population))),
      )
    const levels = new Set(ofCounty.map(({ area }) => area.level))
    expect([...levels]).toEqual(['county', 'township', 'village'])
  })

  it.each(COUNTIES)('of the country are those of its only county: $name', async (county) => {
    const tables = await tablesIn('province', county.name)
    const expected = tabulate(bookOf(county), { isByArea: false, samplings: samplingsOf(county) })
    for (const level of ['province', 'country'])
      expectSame(figuresOf(tables.filter(({ area }) => area.level === level)), figuresOf(expected))
    expect(tables.some(({ area }) => area.level === 'county')).toBe(false)
  })

  it('of sampled counties together are those of one whose strata are theirs', async () => {
    const [, ...sampled] = COUNTIES
    const samplings = sampled.flatMap((county) => samplingsOf(county, true) ?? [])
    const expected = tabulate(bookOf(...sampled), { isByArea: false, samplings })
    const tables = await tablesIn('county', 'strata', 'villages')
    expectSame(figuresOf(tables.filter(({ area }) => area.level === 'country')), figuresOf(expected))
  })

  it('of a city are those of its province, whose only city it is; a county without one is in no line of a city', async () => {
    const tables = await tablesIn('city', 'all')
    const figures = (level: string, province: string) =>
      figuresOf(tables.filter(({ area }) => area.level === level && area.province === province))
    expectSame(figures('city', '甲省'), figures('province', '甲省'))
    expect(new Set(tables.map(({ area }) => [area.level, area.province, area.city].join(' ')))).toEqual(
      new Set(['city 甲省 东市', 'province 甲省 ', 'province 乙省 ', 'country  ']),
    )
  })

  it('of enumerated and sampled counties add up, with intervals that the enumerated make narrower', async () => {
    const tables = await tablesIn('county', 'all')
    const of = (area: string) => {
      const found = tables.find(
        (each) => each.id === 'bedding' && (each.area.county ?? each.area.province) === area,
      )
      if (found === undefined) throw new Error(`no table of ${area}`)
      return found
    }
    const [whole, strata, province] = [of('whole'), of('strata'), of('甲省')]
    expect(province.base).toBeCloseTo(whole.base + strata.base, 9)
    for (const [at, row] of province.rows.entries()) {
      const [own, known] = [strata.rows[at], whole.rows[at]]
      const share = numberOf(row.share)
      expect(share).toBeCloseTo((numberOf(own?.count) + numberOf(known?.count)) / province.base, 12)
      const [low, high] = [numberOf(row.interval?.low), numberOf(row.interval?.high)]
      const ownWidth = numberOf(own?.interval?.high) - numberOf(own?.interval?.low)
      expect(low).toBeLessThan(share)
      expect(high).toBeGreaterThan(share)
      expect(high - low).toBeLessThan(ownWidth)
      // Not narrower than the sampled part alone lets it be.
      const factor = strata.base / province.base
      expect(high - low).toBeGreaterThanOrEqual(ownWidth * factor * 0.95)
    }
  })
})

function numberOf(value: number | null | undefined): number {
  if (typeof value !== 'number') throw new Error('no number')
  return value
}

/** Tables of the county's form are of no other area. */
function isAt(key: string | null, population: string): boolean {
  return key === null || population !== 'county'
}
