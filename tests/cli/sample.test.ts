import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { read, utils } from 'xlsx'
import { digest } from '../../src/adapters/crypto/digest'
import { readSheets } from '../../src/adapters/excel/readSheets'
import { makeSample } from '../../src/application/sampling/makeSample'
import type { SampleLog } from '../../src/application/sampling/SampleLog'
import type { FrameHousehold } from '../../src/domain/sampling/Frame'
import { runYihu } from './runYihu'
import { isMadeKey } from '../../src/domain/roster/isMadeKey'
import { toldAs } from './toldAs'

/** 120 households, and a person listed under no household: a household of its own, of no known type. One row is rejected. */
const LISTED = 121

interface Reported {
  readonly size: number
  readonly frame: { readonly hash: string } | null
  readonly households: readonly { readonly id: string; readonly role: string; readonly weight: number }[]
  readonly rejectedRows: number
  readonly problems: readonly { readonly code: string; readonly severity: string }[]
}

let folder = ''
const at = (name: string): string => join(folder, name)
const exists = (name: string): Promise<boolean> =>
  access(at(name)).then(
    () => true,
    () => false,
  )

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yihu-sample-'))
  await runYihu('practice', '--households', '120', '--seed', '5', '--out', folder)
}, 60_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

const sample = (log: string, ...more: readonly string[]) =>
  sampleOf('roster.xlsx', log, '--accept-rejected', ...more)

async function sampleOf(roster: string, log: string, ...more: readonly string[]) {
  const ran = await runYihu('sample', '--roster', at(roster), '--log', at(log), '--json', ...more)
  return { ...ran, json: ran.stdout === '' ? null : (JSON.parse(ran.stdout) as Reported) }
}

async function replay(log: string, roster: string) {
  const ran = await runYihu('sample', '--replay', at(log), '--roster', at(roster), '--json')
  return { ...ran, json: JSON.parse(ran.stdout) as Reported }
}

const readLog = async (name: string): Promise<SampleLog> =>
  JSON.parse(await readFile(at(name), 'utf8')) as SampleLog

describe('yihu sample', () => {
  it('draws so many households, and writes log and list', async () => {
    const { code, json } = await sample('a.json', '--seed', '一', '--size', '40', '--out', at('a.xlsx'))
    expect(code).toBe(0)
    const drawn = json?.households.filter(({ role }) => role === 'sample') ?? []
    expect(drawn).toHaveLength(40)
    expect(drawn.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(LISTED, 6)
    const log = await readLog('a.json')
    expect(log.result.strata.flatMap((stratum) => stratum.drawn)).toEqual(drawn.map(({ id }) => id))
    const { Sheets, SheetNames } = read(await readFile(at('a.xlsx')))
    expect(SheetNames).toEqual(['样本户', '备选户', '分层'])
    const listed = utils.sheet_to_json<Record<string, unknown>>(Sheets['样本户'] ?? {})
    expect(listed.map((row) => row['户编号'])).toEqual(
      drawn.map(({ id }) => (isMadeKey(id) ? expect.stringMatching(/^无编号（.+）$/) : id)),
    )
  })
  it('draws the same households again from the log, from the same list in another format', async () => {
    const { json } = await sample('b.json', '--seed', '二', '--size', '30', '--marked-rate', '3')
    const again = await replay('b.json', 'roster.csv')
    expect([again.code, again.json.households]).toEqual([0, json?.households])
  })
  it('computes the size from a margin', async () => {
    // n0 = 384.1; of 121: 384.1/(1 + 383.1/121) = 92.2.
    const { json } = await sample('m.json', '--seed', '三', '--margin', '0.05')
    expect(json?.size).toBe(93)
  })
  it('draws them again from a list whose statuses people gave when a window read it', async () => {
    const rows = Array.from({ length: 20 }, (_, index) => `石村,5399600001${index + 10},户${index},户主,`)
    await writeFile(at('open.csv'), ['行政村,户编号,姓名,与户主关系,脱贫属性', ...rows].join('\n'))
    const { json } = await sampleOf('open.csv', 'open.json', '--seed', '九', '--size', '5')
    expect(json?.households).not.toEqual([])
    const asRead = await readLog('open.json')
    // The window draws from the list as people answered: every household exited, so that the frame is another.
    const frame = Array.from({ length: 20 }, (_, index): FrameHousehold => {
      const place = { township: '/', village: '//石村', isMarked: false }
      return { id: `5399600001${index + 10}`, type: 'exited', ...place }
    })
    const made = makeSample(frame, { ...asRead.plan, types: ['exited'] }, { digest, salt: 'window' })
    if (!made.ok) throw new Error(JSON.stringify(made.problems))
    await writeFile(at('window.json'), JSON.stringify(made.value.log))
    expect((await replay('window.json', 'open.csv')).json.problems[0]?.code).toBe('sample_frame_differs')

    const [{ file, sheet } = { file: '', sheet: '' }] = readSheets({
      name: 'open.csv',
      bytes: await readFile(at('open.csv')),
    }).tables
    const answers = { choices: [], statuses: [{ file, sheet, status: 'exited' }] }
    await writeFile(at('window.json'), JSON.stringify({ ...made.value.log, answers }))
    const again = await replay('window.json', 'open.csv')
    expect([again.code, again.json.problems.filter(({ severity }) => severity === 'error')]).toEqual([0, []])
    expect(again.json.households.filter(({ role }) => role === 'sample').map(({ id }) => id)).toEqual(
      made.value.log.result.strata.flatMap((stratum) => stratum.drawn),
    )
  })
  it('refuses a replay from another list', async () => {
    await runYihu('practice', '--households', '20', '--seed', '5', '--out', at('other'))
    const { code, json } = await replay('b.json', 'other/roster.csv')
    expect([code, json.households]).toEqual([1, []])
    expect(json.problems[0]?.code).toBe('sample_frame_differs')
  })
  it('refuses a log with another household put in', async () => {
    const log = await readLog('b.json')
    const [stray, first, ...others] = log.result.strata
    const [outsider] = first?.reserves ?? []
    const forged = { ...first, drawn: [outsider, ...(first?.drawn.slice(1) ?? [])] }
    await writeFile(
      at('d.json'),
      JSON.stringify({ ...log, result: { ...log.result, strata: [stray, forged, ...others] } }),
    )
    const { code, json } = await replay('d.json', 'roster.xlsx')
    expect([code, json.problems[0]?.code]).toEqual([1, 'sample_replay_differs'])
  })
  it('refuses a log that is none, or of a version to come', async () => {
    await writeFile(at('no.json'), '{"format":"yihu-sample"')
    expect((await replay('no.json', 'roster.xlsx')).json.problems[0]?.code).toBe('sample_log_unreadable')
    await writeFile(at('e.json'), JSON.stringify({ ...(await readLog('b.json')), version: 2 }))
    expect((await replay('e.json', 'roster.xlsx')).json.problems[0]?.code).toBe('sample_log_version_unknown')
  })
  it('writes nothing when a plan is refused', async () => {
    const { code, json } = await sample('f.json', '--seed', '六', '--size', '122', '--out', at('f.xlsx'))
    expect([code, json?.problems[0]?.code]).toEqual([1, 'sample_size_above_frame'])
    expect([await exists('f.json'), await exists('f.xlsx')]).toEqual([false, false])
  })
  it('is used wrongly without a seed, without a size, and with words that are none', async () => {
    expect((await sample('g.json', '--size', '30')).code).toBe(2)
    expect((await sample('g.json', '--seed', '七')).code).toBe(2)
    expect((await sample('g.json', '--seed', '七', '--size', '30', '--design', 'quota')).code).toBe(2)
    expect(await exists('g.json')).toBe(false)
  })
  it('reports what is wrong with the list, and draws from one with rejected rows only when that is accepted', async () => {
    const rows = ['石村,甲一,配偶', '石村,乙一,户主', '石村,丙一,户主']
    await writeFile(at('rejected.csv'), ['行政村,姓名,与户主关系', ...rows].join('\n'))
    const refused = await sampleOf('rejected.csv', 'r.json', '--seed', '八', '--size', '1')
    const codes = refused.json?.problems.map((each) => each.code)
    expect([refused.code, refused.json?.frame, codes?.[0]]).toEqual([1, null, 'sample_rows_rejected'])
    expect(codes).toContain('member_before_head')
    expect(await exists('r.json')).toBe(false)

    const drawn = await sampleOf('rejected.csv', 'r.json', '--seed', '八', '--size', '1', '--accept-rejected')
    expect([drawn.code, drawn.json?.rejectedRows]).toEqual([0, 1])
    expect(drawn.json?.problems.map((each) => each.code)).toContain('member_before_head')
    expect(drawn.stderr).toMatch(toldAs('member_before_head'))
    expect((await readLog('r.json')).rejected).toEqual({ rows: 1, accepted: true, reason: null })
    expect((await replay('r.json', 'rejected.csv')).json.rejectedRows).toBe(1)
  })
  it('draws again from a log from before rejected rows were recorded', async () => {
    const { rejected, ...old } = await readLog('r.json')
    expect(rejected).toBeDefined()
    await writeFile(at('old.json'), JSON.stringify(old))
    const again = await replay('old.json', 'rejected.csv')
    expect(again.code).toBe(0)
    expect(again.json.problems.map((each) => each.code)).toContain('member_before_head')
  })
  it('refuses a list of visited households of which not one is on the roster', async () => {
    await writeFile(at('strangers.txt'), ['1', '2', ''].join('\r\n'))
    const words = ['--seed', '十', '--size', '30', '--visited', at('strangers.txt')]
    const { code, json } = await sample('v.json', ...words)
    expect([code, json?.problems[0]?.code]).toEqual([1, 'sample_visited_unknown'])
    expect(await exists('v.json')).toBe(false)
  })
  it('gives yihu assess its weights', async () => {
    const assess = await runYihu(
      'assess',
      ...['--roster', at('roster.xlsx'), '--answers', at('answers.jsonl')],
      ...[
        '--as-of',
        '2020-12-31',
        '--region',
        'west',
        '--sample',
        at('a.json'),
        '--out',
        at('r.xlsx'),
        '--json',
      ],
    )
    const { measures, besideSample, problems } = JSON.parse(assess.stdout) as {
      besideSample: number
      measures: { name: string; value: number; weighted: { value: number } | null }[]
      problems: { code: string; value: string }[]
    }
    const { result } = await readLog('a.json')
    const members = result.strata.reduce((sum, each) => sum + each.drawn.length + each.reserves.length, 0)
    expect(problems).toContainEqual(
      expect.objectContaining({ code: 'sample_household_not_drawn', value: String(LISTED - members) }),
    )
    const [rate] = measures
    // Everybody was interviewed; only the sample counts, and within one status it weighs alike.
    expect(besideSample).toBeGreaterThan(0)
    expect(rate?.weighted?.value).toBeCloseTo(rate?.value ?? NaN, 12)
    const { Sheets } = read(await readFile(at('r.xlsx')))
    const rows = utils.sheet_to_json<Record<string, unknown>>(Sheets['户'] ?? {})
    const weights = new Map(rows.map((row) => [row['户编号'], row['权重']]))
    for (const { drawn, weight } of result.strata)
      for (const id of drawn.filter((each) => !isMadeKey(each)))
        expect(weights.get(id)).toBeCloseTo(weight, 9)
  })
})
