import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import material from '../../resources/practice/census.json'
import { runYihu } from './runYihu'

interface Counted {
  readonly coverage: { readonly listed: number; readonly enumerated: number }
  readonly tables: readonly {
    readonly id: string
    readonly rows: readonly { readonly code: string; readonly count: number; readonly share: number | null }[]
  }[]
  readonly problems: readonly {
    readonly code: string
    readonly severity: string
    readonly file: string | null
  }[]
}

const HOUSEHOLDS = 1200
const KIND = ['--kind', 'census']

let folder = ''
let counted: Counted

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yihu-practice-census-'))
  const out = join(folder, 'county')
  await runYihu('practice', ...KIND, '--households', String(HOUSEHOLDS), '--seed', '3', '--out', out)
  const given = ['--roster', join(out, 'roster.xlsx'), '--answers', join(out, 'answers.jsonl')]
  const areas = ['--villages', join(out, 'villages.jsonl'), '--county', join(out, 'county.json')]
  const day = ['--as-of', '2020-12-31', '--region', 'west', '--json']
  const told = await runYihu('census', ...given, ...areas, ...day)
  counted = JSON.parse(told.stdout) as Counted
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it('has a list with its disorder, and nothing else that is refused', () => {
  const errors = counted.problems.filter(({ severity }) => severity === 'error')
  expect(errors.filter(({ file }) => file !== 'roster.xlsx')).toEqual([])
})

it('has the shares of its material, give or take what chance does', () => {
  const { enumerated } = counted.coverage
  const all = material.outcomes.reduce((sum, { weight }) => sum + weight, 0)
  const share = (material.outcomes.find(({ code }) => code === 'enumerated')?.weight ?? 0) / all
  expect(Math.abs(enumerated / HOUSEHOLDS - share)).toBeLessThan(fourSigmas(share, HOUSEHOLDS))
  const protein = counted.tables.find(({ id }) => id === 'food_protein')?.rows ?? []
  const shares = Object.entries(material.household.food_protein.one)
  const sum = shares.reduce((total, [, weight]) => total + weight, 0)
  for (const [code, weight] of shares) {
    const told = protein.find((row) => row.code === code)?.share ?? NaN
    expect(Math.abs(told - weight / sum), code).toBeLessThan(fourSigmas(weight / sum, enumerated))
  }
})

it('writes the same bytes for the same seed', async () => {
  const again = join(folder, 'again')
  const plan = ['--households', '50', '--seed', '9']
  for (const name of ['one', 'two']) await runYihu('practice', ...KIND, ...plan, '--out', join(again, name))
  for (const name of ['answers.jsonl', 'villages.jsonl', 'county.json', 'roster.csv'])
    expect(await readFile(join(again, 'one', name))).toEqual(await readFile(join(again, 'two', name)))
})

it('is for one laptop: there is no team of it', async () => {
  const usage = [...KIND, '--households', '50', '--seed', '1', '--team', '2']
  expect((await runYihu('practice', ...usage, '--out', join(folder, 'team'))).code).toBe(2)
})

function fourSigmas(share: number, cases: number): number {
  return 4 * Math.sqrt((share * (1 - share)) / cases) + 0.001
}
