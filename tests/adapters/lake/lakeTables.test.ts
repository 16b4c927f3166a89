import fc from 'fast-check'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lakeTables } from '../../../src/adapters/lake/lakeTables'
import { lakeSchema, type LakeRow } from '../../../src/application/lake/lakeSchema'
import type { LakeTables } from '../../../src/application/lake/manifestOf'
import { anAnswerRow } from '../../builders/aLake'
import { lakeReader, type LakeRecord } from '../../builders/lakeReader'

type AnswerRow = LakeRow<'answers'>

function tablesOf(rows: readonly AnswerRow[]): LakeTables {
  const { take, done } = lakeTables(lakeSchema([]))
  for (const row of rows) take('answers', row)
  return done()
}

let folder = ''
let files = 0
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'yihu-parquet-'))))
afterAll(() => rm(folder, { recursive: true, force: true }))

/** The rows of a dataset as another program reads them. */
async function read({ tables }: LakeTables, name: string, sql = '*'): Promise<readonly LakeRecord[]> {
  const path = join(folder, `${++files}.parquet`)
  await writeFile(path, Buffer.concat(tables.find((table) => table.name === name)?.parts ?? []))
  const lake = await lakeReader(folder)
  try {
    return await lake.rows(`select ${sql} from read_parquet('${path}')`)
  } finally {
    lake.close()
  }
}

const text = fc.option(fc.string({ unit: 'grapheme', maxLength: 12 }))
const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
const row = fc.record({
  household: text,
  scope: fc.constantFrom('household', 'member'),
  instance: text,
  question: fc.constantFrom('food_enough', 'water_short_days'),
  code: text,
  number: fc.option(
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((each) => !Object.is(each, -0)),
  ),
  day: fc.option(day.map((each) => each.toISOString().slice(0, 10))),
  missing: fc.option(fc.constantFrom('unanswered', 'not_applicable')),
})

describe('lakeTables', () => {
  it('writes rows that are read as they were', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 40 }), async (rows) => {
        expect(await read(tablesOf(rows), 'answers')).toEqual(rows)
      }),
      { numRuns: 25 },
    )
  })
  it('gives the same rows the same state and bytes, and another state when one cell or their order is another', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 12 }), fc.nat(), (rows, at) => {
        const made = tablesOf(rows)
        expect(tablesOf(rows)).toEqual(made)
        const changed = rows.map((each, index) =>
          index === at % rows.length ? { ...each, missing: `${each.missing}!` } : each,
        )
        expect(tablesOf(changed).state).not.toBe(made.state)
        expect(tablesOf(rows.slice(1)).state).not.toBe(made.state)
      }),
      { numRuns: 25 },
    )
  })
  it('tells null, no text and a text that looks like either apart', () => {
    const states = [null, '', 'null', '""'].map((code) => tablesOf([anAnswerRow({ code })]).state)
    expect(new Set(states).size).toBe(states.length)
  })
  it('goes on where a group of rows ends', async () => {
    const rows = Array.from({ length: 100_001 }, (_, at) =>
      anAnswerRow({ household: `h${at % 7}`, number: at }),
    )
    const sums = 'count(*)::int as rows, sum(number) as numbers, count(distinct household)::int as households'
    expect(await read(tablesOf(rows), 'answers', sums)).toEqual([
      { rows: rows.length, numbers: 5_000_050_000, households: 7 },
    ])
  })
  it('leaves out a dataset without rows', () => {
    expect(tablesOf([anAnswerRow()]).tables.map(({ name }) => name)).toEqual(['answers'])
  })
  it("keeps whole numbers of 64 bits, and tells the county's row the state", async () => {
    const { take, done } = lakeTables(lakeSchema([]))
    const county = {
      kind: 'census',
      province: null,
      city: null,
      county_name: null,
      standards: '',
      omission_reading: null,
    }
    const totals = { exited: null, poor: null, unregistered: null, sampled_villages_unregistered: null }
    const more = { instrument: 1, open_suspicions: null, is_sampled: false, rural_registered: 4_294_967_295 }
    take('counties', { ...county, ...totals, ...more, state: null })
    const made = done()
    expect(await read(made, 'counties')).toMatchObject([
      { state: made.state, rural_registered: '4294967295' },
    ])
  })
})
