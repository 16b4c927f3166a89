import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSheets } from '../../src/adapters/excel/readSheets'
import { runYihu } from './runYihu'

type Json = Readonly<Record<string, unknown>>

let folder = ''
const at = (name: string): string => join(folder, name)
const DAY = ['--as-of', '2020-12-31', '--region', 'west']
/** What keys of practice counties are made with is known to everybody: a lake wants a secret. */
const given = (county: string): string[] => [
  '--roster',
  at(`${county}/roster.xlsx`),
  '--answers',
  at(`${county}/answers.jsonl`),
]
const census = (): string[] => [
  ...given('census'),
  '--villages',
  at('census/villages.jsonl'),
  '--county',
  at('census/county.json'),
]
const sampled = (county: string): string[] => ['--sample', at(`${county}.json`)]
const into = (lake: string): string[] => [
  '--match-salt',
  at('secret'),
  '--format',
  'parquet',
  '--into',
  at(lake),
]

const TOTALS = { ruralRegistered: 90_000, exited: 20_000, poor: 900, unregistered: 60_000, source: '练习' }

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yihu-tables-'))
  const size = ['--households', '60', '--seed', '1', '--out']
  await ran('practice', '--kind', 'census', ...size, at('census'))
  await ran('practice', ...size, at('assessment'))
  await writeFile(at('secret'), 'x'.repeat(32))
  await writeFile(at('totals.json'), JSON.stringify(TOTALS))
  for (const county of ['census', 'assessment'])
    await ran(
      'sample',
      '--roster',
      at(`${county}/roster.xlsx`),
      '--seed',
      'a',
      '--size',
      '30',
      '--accept-rejected',
      '--log',
      at(`${county}.json`),
    )
  await ran('export', ...census(), ...DAY, ...into('census-lake'))
  await ran('export', ...census(), ...DAY, ...sampled('census'), ...into('sampled-lake'))
  await ran(
    'export',
    ...given('assessment'),
    ...DAY,
    '--totals',
    at('totals.json'),
    ...into('assessment-lake'),
  )
  await ran('export', ...given('assessment'), ...DAY, ...sampled('assessment'), ...into('drawn-lake'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A command that must do. */
async function ran(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runYihu(...args)
  if (code !== 0) throw new Error(`${args.join(' ')}: ${code} ${stderr.slice(0, 500)}`)
  return stdout
}

async function tablesOf(lake: string, ...more: readonly string[]): Promise<readonly Json[]> {
  const document = JSON.parse(await ran('tables', '--from', at(lake), '--json', ...more)) as {
    readonly tables: readonly Json[]
    readonly measures: readonly Json[]
  }
  return [...document.tables, ...document.measures]
}

/** What is told otherwise; numbers that differ by rounding alone are the same. */
function different(found: unknown, expected: unknown, path = ''): readonly string[] {
  if (typeof found === 'number' && typeof expected === 'number')
    return Math.abs(found - expected) <= 1e-12 * Math.max(1, Math.abs(expected))
      ? []
      : [`${path}: ${found}, not ${expected}`]
  if (typeof found !== 'object' || typeof expected !== 'object' || found === null || expected === null)
    return found === expected ? [] : [`${path}: ${String(found)}, not ${String(expected)}`]
  return [...new Set([...Object.keys(found), ...Object.keys(expected)])].flatMap((key) =>
    different((found as Json)[key], (expected as Json)[key], `${path}/${key}`),
  )
}

describe('yihu tables of a census', () => {
  it.each([
    ['everybody', 'census-lake', (): string[] => []],
    ['a sample', 'sampled-lake', (): string[] => sampled('census')],
  ])('tells what yihu census tells of %s, area by area', async (_, lake, more) => {
    const told = await ran('census', ...census(), ...DAY, ...more(), '--areas', '--json')
    const { tables } = JSON.parse(told) as { readonly tables: readonly Json[] }
    const expected = new Map(
      tables.map((table) => [`${String(table['id'])} ${String(table['area'])}`, table]),
    )
    const found = (await tablesOf(lake, '--by', 'village')).filter(({ county }) => county !== null)
    const wrong = found.flatMap(({ id, key, rows, base, unanswered }) => {
      const name = `${String(id)} ${String(key ?? 'county')}`
      const own = expected.get(name)
      expected.delete(name)
      return different(
        { rows, base, unanswered },
        { rows: own?.['rows'], base: own?.['base'], unanswered: own?.['unanswered'] },
        name,
      )
    })
    expect(wrong).toEqual([])
    // Areas where a dataset has no case are not told.
    const left = [...expected.values()].filter(
      ({ base, unanswered }) => base !== 0 || (unanswered ?? 0) !== 0,
    )
    expect(left).toEqual([])
    expect(found.length).toBeGreaterThan(60)
  })

  it('is a workbook with a row a cell', async () => {
    await ran('tables', '--from', at('census-lake'), '--out', at('out.xlsx'), '--lang', 'en')
    const read = readSheets({ name: 'out.xlsx', bytes: new Uint8Array(await readFile(at('out.xlsx'))) })
    expect(JSON.stringify(read)).toContain('Tables by area')
  })

  it('counts a county that two folders have once, and refuses two of its states', async () => {
    await cp(at('census-lake'), at('copy'), { recursive: true })
    const once = await ran('tables', '--from', at('census-lake'), at('copy'))
    expect(once).toBe(await ran('tables', '--from', at('census-lake')))
    const two = await runYihu('tables', '--from', at('census-lake'), at('sampled-lake'), '--json')
    expect(two.code).toBe(1)
    const { tables, problems } = JSON.parse(two.stdout) as { tables: unknown[]; problems: { code: string }[] }
    expect(tables).toEqual([])
    expect(problems.map(({ code }) => code)).toEqual(['lake_state_twice'])
    expect(two.stderr).toContain(at('sampled-lake'))
  })

  it('is refused over a file of the lake, and where a file is no Parquet', async () => {
    const codes = async (...args: readonly string[]) => {
      const { code, stdout } = await runYihu('tables', '--from', at('broken'), '--json', ...args)
      const { problems } = JSON.parse(stdout) as { problems: { code: string }[] }
      return [code, ...problems.map((problem) => problem.code)]
    }
    await cp(at('census-lake'), at('broken'), { recursive: true })
    const households = await householdsFile(at('broken'))
    expect(await codes('--out', households)).toEqual([1, 'output_is_input'])
    const size = (await readFile(households)).length
    await writeFile(households, Buffer.alloc(size, 'x'))
    expect(await codes()).toEqual([1, 'lake_not_counted'])
  })
})

/** Where the households of a lake's only partition lie. */
async function householdsFile(lake: string): Promise<string> {
  const names = await readdir(join(lake, 'households'), { recursive: true })
  const name = names.find((each) => each.endsWith('.parquet'))
  if (name === undefined) throw new Error('no households')
  return join(lake, 'households', name)
}

describe('yihu tables of an assessment', () => {
  it.each([
    ['all of its list', 'assessment-lake', (): string[] => ['--totals', at('totals.json')]],
    ['a sample', 'drawn-lake', (): string[] => sampled('assessment')],
  ])('tells what yihu assess tells of a county: %s', async (_, lake, more) => {
    const told = await ran('assess', ...given('assessment'), ...DAY, ...more(), '--json')
    const expected = JSON.parse(told) as {
      measures: readonly Json[]
      verdict: Json
      villages: readonly Json[]
    }
    const areas = await tablesOf(lake, '--by', 'village')
    const county = areas.find(({ level }) => level === 'county')
    const measures = (county?.['measures'] ?? []) as readonly Json[]
    const keys = [
      'name',
      'basis',
      'denominatorReading',
      'numerator',
      'denominator',
      'value',
      'low',
      'high',
      'method',
      'threshold',
      'result',
    ] as const
    expect(measures).toHaveLength(11)
    expect(
      measures.flatMap((measure, index) =>
        different(pick(measure, keys), pick(expected.measures[index] ?? {}, keys), String(measure['name'])),
      ),
    ).toEqual([])
    expect(measures.map(({ open }) => open)).toEqual(
      expected.measures.map(({ open }) => (open as unknown[]).length),
    )
    expect(county?.['verdict']).toEqual(expected.verdict)
    const villages = (county?.['places'] as readonly Json[]).filter(({ level }) => level === 'village')
    const counts = [
      'listed',
      'interviewed',
      'interviewedPersons',
      'suspicionsOpen',
      'determinedWrong',
    ] as const
    for (const village of villages)
      expect(pick(village, counts)).toEqual(
        pick(expected.villages.find((each) => each['village'] === village['key']) ?? {}, counts),
      )
    expect(villages).toHaveLength(expected.villages.length)
  })

  it('of the country has the weighted measures of its only county, and names who gave no totals', async () => {
    const told = await ran('assess', ...given('assessment'), ...DAY, ...sampled('assessment'), '--json')
    const expected = JSON.parse(told) as { measures: readonly (Json & { weighted: Json | null })[] }
    const areas = await tablesOf('drawn-lake', '--by', 'province')
    const country = areas.at(-1)
    expect(country).toMatchObject({ level: 'country', counties: 1, withoutTotals: [expect.any(String)] })
    const weighted = expected.measures.filter(
      ({ name, weighted: own }) => own !== null && name !== 'poverty_incidence',
    )
    const measures = (country?.['measures'] as readonly Json[]).filter(
      ({ name }) => name !== 'poverty_incidence',
    )
    const keys = ['value', 'low', 'high', 'method'] as const
    const expectedShares = weighted.map(({ weighted: own }) => pick(own ?? {}, keys))
    expect(
      different(
        measures.map((each) => pick(each, keys)),
        expectedShares,
      ),
    ).toEqual([])
    expect(measures).toHaveLength(5)
  })
})

function pick(from: Json, keys: readonly string[]): Json {
  return Object.fromEntries(keys.map((key) => [key, from[key]]))
}
