import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runYihu } from './runYihu'
import { toldAs } from './toldAs'

type Row = Readonly<Record<string, string>>

let county = ''
const at = (...names: readonly string[]): string => join(county, ...names)
const given = (): readonly string[] => [
  ...['--roster', at('roster.xlsx'), '--answers', at('answers.jsonl')],
  ...['--as-of', '2020-12-31', '--region', 'west'],
]

async function rowsOf(...names: readonly string[]): Promise<readonly Row[]> {
  const text = (await readFile(at(...names), 'utf8')).replace('\ufeff', '')
  return Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data
}

beforeAll(async () => {
  county = await mkdtemp(join(tmpdir(), 'yihu-data-'))
  await runYihu('practice', '--households', '24', '--seed', '5', '--team', '2', '--out', county)
  // A text that a spreadsheet would compute, and a note.
  const [first = ''] = (await readFile(at('answers.jsonl'), 'utf8')).split('\n')
  const { household } = JSON.parse(first) as { household: string }
  const more = [
    { household, question: 'note', value: '=HYPERLINK("http://x","y")' },
    { household, question: 'food_enough', note: '证件 110105194912310025' },
  ]
  const lines = more.map((line) => `${JSON.stringify(line)}\n`).join('')
  await writeFile(at('answers.jsonl'), lines, { flag: 'a' })
  const packages = [at('assessor-1.yihu'), at('assessor-2.yihu')]
  await runYihu('merge', ...packages, '--key', at('lead.key'), '--into', at('merged'))
}, 120_000)

afterAll(() => rm(county, { recursive: true, force: true }))

describe('yihu export --format csv', { timeout: 60_000 }, () => {
  it('writes a file a table, with Chinese names, a dictionary of every variable and what is to be known', async () => {
    const ran = await runYihu('export', ...given(), '--format', 'csv', '--into', at('csv'))
    expect(ran.code).toBe(0)
    const files = ['户', '成员', '收入账', '佐证', '依据', '修改痕迹', '备注', '数据字典', '导出说明']
    expect((await readdir(at('csv'))).toSorted()).toEqual(files.map((name) => `${name}.csv`).toSorted())
    const told = (await rowsOf('csv', '数据字典.csv')).filter(({ code }) => code === '')
    for (const table of files.slice(0, -2)) {
      const [header = ''] = (await readFile(at('csv', `${table}.csv`), 'utf8'))
        .replace('\ufeff', '')
        .split('\r\n')
      expect(told.filter((row) => row['table'] === table).map((row) => row['variable'])).toEqual(
        header.split(','),
      )
    }
  })
  it('has each household once, with its answers as codes', async () => {
    const rows = await rowsOf('csv', '户.csv')
    const answers = (await readFile(at('answers.jsonl'), 'utf8')).trim().split('\n')
    const said = new Map<string, unknown>()
    for (const line of answers) {
      const { household, member, line: label, question, value } = JSON.parse(line) as Record<string, unknown>
      if ((member ?? null) === null && (label ?? null) === null && value !== undefined)
        said.set(`${String(household)} ${String(question)}`, value)
    }
    expect(new Set(rows.map((row) => row['household'])).size).toBe(rows.length)
    const compared = rows.flatMap((row) =>
      ['visit_outcome', 'food_enough', 'house_basis', 'water_short_days', 'ledger_agreement'].flatMap(
        (question) => {
          const value = said.get(`${row['household']} ${question}`)
          return value === undefined || row['visit_outcome'] !== 'completed'
            ? []
            : [[row[question], String(value)]]
        },
      ),
    )
    expect(compared.length).toBeGreaterThan(50)
    for (const [read, answered] of compared) expect(['.a', answered]).toContain(read)
  })
  it('has texts that a spreadsheet computes nothing of, and ID numbers masked wherever they stand', async () => {
    const all = await Promise.all(
      ['户', '成员', '备注'].map((name) => readFile(at('csv', `${name}.csv`), 'utf8')),
    )
    expect(all.join('')).toContain(`'=HYPERLINK(`)
    expect(all.join('')).toContain('证件 110105********0025')
    expect(all.join('')).not.toMatch(/(?<!\d)\d{17}[\dX]/)
  })
  it('has ID numbers in full only with who asks and why, which the notes tell', async () => {
    const words = ['export', ...given(), '--format', 'csv', '--into', at('full'), '--full-ids']
    expect((await runYihu(...words)).code).toBe(2)
    const ran = await runYihu(...words, '--by', '张三', '--why', '核对名单')
    expect(ran.code).toBe(0)
    expect(await readFile(at('full', '成员.csv'), 'utf8')).toMatch(/,\d{17}[\dX],/)
    const about = await readFile(at('full', '导出说明.csv'), 'utf8')
    expect(about).toMatch(/张三, .*核对名单/)
  })
  it('writes one village, and refuses one that the list does not have', async () => {
    const [{ village = '' } = {}] = await rowsOf('csv', '户.csv')
    const words = ['export', ...given(), '--format', 'csv', '--lang', 'en']
    const ran = await runYihu(...words, '--into', at('village'), '--village', village)
    expect(ran.code).toBe(0)
    const all = await rowsOf('csv', '户.csv')
    const own = await rowsOf('village', 'households.csv')
    expect(own).toEqual(all.filter((row) => row['village'] === village))
    const keys = new Set(own.map((row) => row['household']))
    for (const { household = '' } of await rowsOf('village', 'members.csv')) expect(keys).toContain(household)
    const refused = await runYihu(...words, '--into', at('nowhere'), '--village', '没有这个村')
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('没有这个村')])
    await expect(readdir(at('nowhere'))).rejects.toThrow()
  })
  it('replaces no file', async () => {
    const before = await readFile(at('csv', '户.csv'))
    const ran = await runYihu('export', '--from', at('merged'), '--format', 'csv', '--into', at('csv'))
    expect([ran.code, ran.stderr]).toEqual([1, expect.stringMatching(toldAs('output_exists'))])
    expect(await readFile(at('csv', '户.csv'))).toEqual(before)
  })
  it('is wrong usage without a known format, or with settings beside a folder', async () => {
    expect((await runYihu('export', ...given(), '--format', 'xls', '--into', at('x'))).code).toBe(2)
    expect(
      (
        await runYihu(
          'export',
          '--from',
          at('merged'),
          '--format',
          'csv',
          '--into',
          at('x'),
          '--region',
          'west',
        )
      ).code,
    ).toBe(2)
  })
})

describe('yihu export --format jsonl', { timeout: 60_000 }, () => {
  it('loses nothing: what was written gives the same verdicts and is written the same again', async () => {
    const first = await runYihu('export', ...given(), '--format', 'jsonl', '--into', at('out'))
    expect(first.code).toBe(0)
    const again = given().map((word) => (word === at('answers.jsonl') ? at('out', '答案.jsonl') : word))
    const [before, after] = [
      await runYihu('assess', ...given(), '--json'),
      await runYihu('assess', ...again, '--json'),
    ]
    expect(JSON.parse(after.stdout)).toEqual(JSON.parse(before.stdout))
    expect((await runYihu('export', ...again, '--format', 'jsonl', '--into', at('out2'))).code).toBe(0)
    expect(await readFile(at('out2', '答案.jsonl'), 'utf8')).toBe(
      await readFile(at('out', '答案.jsonl'), 'utf8'),
    )
  })
  it('writes of a folder of merged packages what yihu assess needs', async () => {
    const ran = await runYihu(
      'export',
      '--from',
      at('merged'),
      '--format',
      'jsonl',
      '--into',
      at('merged-out'),
    )
    expect(ran.code).toBe(0)
    expect(await readdir(at('merged-out'))).toContain('答案.jsonl')
  })
})
