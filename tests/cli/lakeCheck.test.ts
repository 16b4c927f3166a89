import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { lakeCodedTables } from '../../src/adapters/resources/censusTables'
import { lakeCheckCommand } from '../../src/cli/lakeCheck'
import { addPartition } from '../builders/aLakeFolder'
import { parquets } from '../builders/aLakeCounty'

let folder = ''
let [told, complained] = ['', '']
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yihu-lake-check-'))
  ;[told, complained] = ['', '']
  vi.spyOn(console, 'log').mockImplementation((text: string) => void (told += text))
  vi.spyOn(console, 'error').mockImplementation((text: string) => void (complained += text))
})
afterEach(async () => {
  vi.restoreAllMocks()
  await rm(folder, { recursive: true })
})

interface County {
  readonly name: string
  readonly matching: string | null
  /** Keys of a member each household has, null where there is none, and whether he is still there. */
  readonly people: readonly (readonly [person: string | null, isPresent?: boolean])[]
  readonly phone?: string
  /** Of a hundred exited households. */
  readonly suspected?: number
}

async function addCounty({ name, matching, people, phone, suspected = 10 }: County): Promise<void> {
  const place = { township: `${name}/乡`, village: `${name}/乡/村` }
  const households = Array.from({ length: 100 }, (_, at) => ({
    ...place,
    household: `${name}${at}`,
    phone: at === 0 ? (phone ?? null) : null,
    status: 'exited',
    is_interviewed: true,
    is_in_sample: true,
    conclusion: at < suspected ? 'suspected_wrong_exit' : 'exit_confirmed',
    recognises: at < 90,
  }))
  const members = people.map(([person, isPresent = true], at) => {
    return { ...place, household: `${name}${at}`, member: `m${at}`, person, is_present: isPresent }
  })
  const counties = [{ kind: 'assessment', county_name: name, standards: '', is_sampled: false }]
  const files = parquets({ tables: lakeCodedTables() }, { counties, households, members })
  await addPartition(folder, { kind: 'assessment', county: name, countyName: name, matching }, files)
}

async function check(...more: readonly string[]) {
  expect(await lakeCheckCommand(['--from', folder, '--json', '--lang', 'en', ...more])).toBe(0)
  return JSON.parse(told) as {
    shared: { kind: string; shared: string; county: string; village: string; household: string }[]
    funnels: { rate: string; counties: { county: string; standing: string }[] }[]
    problems: { code: string; value: string }[]
  }
}

const [ONE, OTHER] = ['1111111111111111', '2222222222222222']

it('lists who is in two counties of one matching, and names counties that cannot be compared', async () => {
  await addCounty({ name: 'a', matching: ONE, people: [['p1'], ['p2'], ['p3'], [null]], phone: 't' })
  await addCounty({
    name: 'b',
    matching: ONE,
    people: [['p2'], ['p4'], ['p4'], ['p3', false], [null]],
    phone: 't',
  })
  await addCounty({ name: 'c', matching: OTHER, people: [['p1']] })
  await addCounty({ name: 'd', matching: null, people: [['p1']] })
  const { shared, problems } = await check()
  expect(
    shared.map(({ kind, shared: key, county, village, household }) => [
      kind,
      key,
      county,
      village,
      household,
    ]),
  ).toEqual([
    ['person', 'p2', 'a', 'a/乡/村', 'a1'],
    ['person', 'p2', 'b', 'b/乡/村', 'b0'],
    ['phone', 't', 'a', 'a/乡/村', 'a0'],
    ['phone', 't', 'b', 'b/乡/村', 'b0'],
  ])
  expect(problems).toMatchObject([{ code: 'lake_not_comparable', value: 'd、c' }])
})

it('tells the county that stands out from its peers, and writes a workbook of both lists', async () => {
  for (const name of 'abcdefghijkl') await addCounty({ name, matching: null, people: [] })
  await addCounty({ name: 'odd', matching: null, people: [], suspected: 40 })
  const out = join(folder, 'check.xlsx')
  const { funnels } = await check('--out', out)
  const [wrongExits, omissions] = funnels
  expect(wrongExits?.rate).toBe('suspectedWrongExit')
  const standing = new Map(wrongExits?.counties.map(({ county, standing: own }) => [county, own]))
  expect(standing.get('odd')).toBe('outside998')
  expect([...standing.values()].filter((each) => each === 'inside')).toHaveLength(12)
  expect(omissions?.counties.every(({ standing: own }) => own === null)).toBe(true)
  expect((await readFile(out)).subarray(0, 2).toString()).toBe('PK')
})

it('is refused where a lake is none', async () => {
  expect(await lakeCheckCommand(['--from', folder, '--lang', 'en'])).toBe(1)
  expect(complained).toContain('no manifests')
  expect(await lakeCheckCommand(['--from', folder, '--by', 'county'])).toBe(2)
})
