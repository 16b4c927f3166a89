import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { read } from 'xlsx'
import { runYihu } from './runYihu'

interface Reported {
  readonly households: readonly { readonly id: string; readonly conclusion: string }[]
  readonly villages: readonly { readonly village: string; readonly listed: number }[]
  readonly measures: readonly {
    readonly name: string
    readonly basis: string | null
    readonly denominatorReading: string | null
    readonly numerator: number | null
    readonly denominator: number | null
    readonly value: number | null
    readonly high: number | null
    readonly result: string
    readonly open: readonly string[]
  }[]
  readonly verdict: { readonly result: string } | null
  readonly problems: readonly { readonly code: string; readonly line: number | null }[]
}

const TOTALS = {
  ruralRegistered: 20_000,
  exited: 4_000,
  poor: 150,
  unregistered: 15_000,
  sampledVillagesUnregistered: 900,
  source: '练习数据',
}

let folder = ''
let before: Reported
const at = (name: string): string => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yihu-county-'))
  await runYihu('practice', '--households', '60', '--seed', '11', '--out', folder)
  await writeFile(at('totals.json'), JSON.stringify(TOTALS))
  before = (await assess('--totals', at('totals.json'), '--out', at('out.xlsx'))).json
}, 60_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

async function assess(...more: readonly string[]) {
  const files = ['--roster', at('roster.xlsx'), '--answers', at('answers.jsonl')]
  const ran = await runYihu(
    'assess',
    ...files,
    '--as-of',
    '2020-12-31',
    '--region',
    'west',
    '--json',
    ...more,
  )
  return { ...ran, json: JSON.parse(ran.stdout) as Reported }
}

async function determinations(lines: readonly object[]): Promise<string> {
  await writeFile(at('determinations.jsonl'), lines.map((line) => JSON.stringify(line)).join('\n'))
  return at('determinations.jsonl')
}

function measure({ measures }: Reported, name: string, basis: string) {
  const found = measures.find(
    (each) => each.name === name && each.basis === basis && each.denominatorReading !== 'sampled_villages',
  )
  if (found === undefined) throw new Error(`no ${name}`)
  return found
}

describe('yihu assess, of the county', () => {
  it('prints measures and villages, and incidence undetermined without totals', async () => {
    const { code, json } = await assess()
    expect([code, json.measures.length]).toEqual([0, 11])
    expect(json.villages.reduce((sum, { listed }) => sum + listed, 0)).toBe(60)
    expect(measure(json, 'poverty_incidence', 'suspected')).toMatchObject({
      value: null,
      result: 'undetermined',
    })
    expect(measure(json, 'wrong_exit_rate', 'suspected').denominator).toBeGreaterThan(0)
  })
  it('settles suspicions by a file of determinations, by twos', async () => {
    const suspects = before.households.filter(({ conclusion }) => conclusion === 'suspected_wrong_exit')
    const lines = suspects.map(({ id }, index) => ({
      household: id,
      determination: index === 0 ? 'wrong_exit' : 'exit_confirmed',
      reason: '核查过',
      by: '组长',
      confirmedBy: '复核人',
    }))
    const { code, json } = await assess('--determinations', await determinations(lines))
    expect(code).toBe(0)
    const [was, now] = [before, json].map((each) => measure(each, 'wrong_exit_rate', 'determined'))
    expect(was?.open.length).toBe((now?.open.length ?? 0) + suspects.length)
    expect([was?.numerator, now?.numerator === 0]).toEqual([0, false])
  })
  it('leaves a suspicion open that nobody else confirmed, and says so with its line', async () => {
    const id = before.households.find(({ conclusion }) => conclusion === 'suspected_wrong_exit')?.id
    const alone = { household: id, determination: 'wrong_exit', reason: '核查过', by: '组长' }
    const { code, json } = await assess('--determinations', await determinations([alone]))
    expect(code).toBe(0)
    expect(json.problems).toContainEqual(
      expect.objectContaining({ code: 'determination_not_confirmed', line: 1 }),
    )
    expect(measure(json, 'wrong_exit_rate', 'determined').open).toContain(id)
  })
  it('refuses a determination that does not fit with its line, and judges nothing', async () => {
    const id = before.households.find(({ conclusion }) => conclusion === 'exit_confirmed')?.id
    const unfit = { household: id, determination: 'wrong_exit', reason: '听说', by: '甲', confirmedBy: '乙' }
    const { code, json } = await assess('--determinations', await determinations([unfit]))
    expect(code).toBe(1)
    expect(json).toMatchObject({ households: [], measures: [], villages: [], verdict: null })
    const told = json.problems.filter(({ line }) => line !== null)
    expect(told).toEqual([expect.objectContaining({ code: 'determination_not_suspected', line: 1 })])
  })
  it('refuses totals that the sample contradicts', async () => {
    await writeFile(at('small.json'), JSON.stringify({ ...TOTALS, exited: 1 }))
    const { code, json } = await assess('--totals', at('small.json'))
    expect([code, json.households]).toEqual([1, []])
    expect(json.problems).toContainEqual(expect.objectContaining({ code: 'totals_below_sample' }))
  })
  it('computes with villages where villages were drawn, and uses the reading it is given', async () => {
    const { json } = await assess('--drawn', 'villages', '--omission-reading', 'sampled_villages')
    const [byVillage, byHousehold] = [json, before].map((each) =>
      measure(each, 'wrong_exit_rate', 'suspected'),
    )
    expect(byVillage?.value).toBe(byHousehold?.value)
    expect(byVillage?.high).not.toBe(byHousehold?.high)
    expect(json.verdict).toMatchObject({ reading: 'sampled_villages' })
  })
  it('writes both tables into the workbook', async () => {
    const { Sheets } = read(await readFile(at('out.xlsx')), { dense: true })
    const rate = measure(before, 'wrong_exit_rate', 'suspected')
    const row = Sheets['三率一度']?.['!data']?.[1]?.map((cell) => cell.v)
    expect(row?.slice(1, 4)).toEqual([rate.numerator, rate.denominator, rate.value])
    const villages = Sheets['村']?.['!data']?.slice(1).map((cells) => cells[2]?.v)
    expect(villages).toEqual(before.villages.map(({ listed }) => listed))
  })
})
