import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseManifest, type LakeManifest } from '../../src/application/lake/LakeManifest'
import { lakeReader, type LakeReader } from '../builders/lakeReader'
import { runYihu, type Ran } from './runYihu'

let folder = ''
const at = (...names: readonly string[]): string => join(folder, ...names)
const JUDGED_ON = ['--as-of', '2020-12-31', '--region', 'west'] as const
const given = (kind: 'assessment' | 'census'): readonly string[] => [
  ...['--roster', at(kind, 'roster.xlsx'), '--answers', at(kind, 'answers.jsonl'), ...JUDGED_ON],
  ...(kind === 'census'
    ? ['--villages', at(kind, 'villages.jsonl'), '--county', at(kind, 'county.json')]
    : []),
]
const matched = (secret = 'owner.txt') => ['--match-salt', at(secret)]

function exported(source: readonly string[], into: string, ...more: readonly string[]): Promise<Ran> {
  return runYihu('export', ...source, '--format', 'parquet', '--into', at(into), '--lang', 'en', ...more)
}

async function filesUnder(dir: string): Promise<readonly string[]> {
  const found = await readdir(at(dir), { recursive: true, withFileTypes: true })
  return found.filter((each) => each.isFile()).map(({ parentPath, name }) => join(parentPath, name))
}

async function manifestOf(dir: string): Promise<LakeManifest> {
  const [path = ''] = (await filesUnder(dir)).filter((each) => each.endsWith('.json'))
  const manifest = parseManifest(JSON.parse(await readFile(path, 'utf8')))
  if (manifest === null) throw new Error('no manifest of this version')
  return manifest
}

async function reading<T>(dir: string, use: (lake: LakeReader) => Promise<T>): Promise<T> {
  const lake = await lakeReader(at(dir))
  try {
    return await use(lake)
  } finally {
    lake.close()
  }
}

/** Every text that any cell of any file holds, and the manifest. */
function textsIn(dir: string, datasets: readonly string[]): Promise<string> {
  return reading(dir, async (lake) => {
    const all = await Promise.all(datasets.map((name) => lake.rows(`select * from {${name}}`)))
    return JSON.stringify([all, await manifestOf(dir)])
  })
}

interface Listed {
  readonly names: readonly string[]
  readonly ids: readonly string[]
}

/** Names and ID numbers of the list, by the columns of its CSV. */
async function listed(kind: string): Promise<Listed> {
  const text = new TextDecoder('gbk').decode(await readFile(at(kind, 'roster.csv')))
  const ids = [...new Set(text.match(/(?<![0-9])[0-9]{17}[0-9X](?![0-9])/g))]
  const names = [
    ...new Set(
      text
        .split('\n')
        .flatMap((line) => line.split(',').filter((cell) => /^[\u4e00-\u9fff]{2,4}$/.test(cell))),
    ),
  ]
  return { names, ids }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yihu-lake-'))
  await writeFile(at('owner.txt'), 'the secret of the province\n')
  await writeFile(at('other.txt'), 'the secret of another province\n')
  await runYihu('practice', '--households', '60', '--seed', '1', '--team', '2', '--out', at('assessment'))
  await runYihu('practice', '--households', '60', '--seed', '1', '--kind', 'census', '--out', at('census'))
  const packages = ['assessor-1.yihu', 'assessor-2.yihu'].map((name) => at('assessment', name))
  await runYihu('merge', ...packages, '--key', at('assessment', 'lead.key'), '--into', at('merged'))
  await exported(given('census'), 'counted', ...matched())
  await exported(given('assessment'), 'judged', ...matched())
}, 240_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

describe('yihu export --format parquet', { timeout: 120_000 }, () => {
  it('has the households, conclusions and determinations that yihu assess tells', async () => {
    const told = await runYihu('assess', ...given('assessment'), '--json')
    const { households } = JSON.parse(told.stdout) as {
      readonly households: readonly { readonly conclusion: string }[]
    }
    const counts = new Map<string, number>()
    for (const { conclusion } of households) counts.set(conclusion, (counts.get(conclusion) ?? 0) + 1)
    const read = await reading('judged', (lake) =>
      lake.rows('select conclusion, count(*)::int as n from {households} group by 1'),
    )
    expect(Object.fromEntries(read.map(({ conclusion, n }) => [conclusion, n]))).toEqual(
      Object.fromEntries(counts),
    )
    const manifest = await manifestOf('judged')
    for (const [name, { rows }] of Object.entries(manifest.files))
      expect(await reading('judged', (lake) => lake.count(name)), name).toBe(rows)
    expect(Object.keys(manifest.files)).toEqual(expect.arrayContaining(['lines', 'criteria', 'flags']))
  })

  it('has the coverage and the codes that yihu census counts', async () => {
    const told = await runYihu('census', ...given('census'), '--json')
    const { coverage, tables } = JSON.parse(told.stdout) as {
      readonly coverage: { readonly byOutcome: Readonly<Record<string, number>> }
      readonly tables: readonly { id: string; base: number; rows: readonly { count: number }[] }[]
    }
    await reading('counted', async (lake) => {
      const outcomes = await lake.rows(
        'select outcome, sum(listed + found)::int as n from {coverage} group by 1',
      )
      for (const { outcome, n } of outcomes)
        expect(coverage.byOutcome[String(outcome)], String(outcome)).toBe(n)
      // A table of one choice a person: codes from 2 on are its cells, row by row.
      const table = tables.find(({ id }) => id === 'insurance')
      const codes = await lake.rows(
        'select t_insurance as code, count(*)::int as n from {members} where t_insurance > 1 group by 1',
      )
      expect(table?.base).toBeGreaterThan(50)
      const counted = table?.rows.map(({ count }, row) => [row + 2, count]).filter(([, count]) => count !== 0)
      expect(codes.map(({ code, n }) => [code, n]).toSorted()).toEqual(counted?.toSorted())
      const villages = await lake.rows('select count(*)::int as n from {villages}')
      expect(villages[0]?.['n']).toBe(2)
    })
  })

  it('has columns of the types that are said', async () => {
    const types = await reading('judged', async (lake) => {
      const names = ['corrections', 'households', 'answers', 'counties']
      return (await Promise.all(names.map((name) => lake.rows(`describe select * from {${name}}`)))).flat()
    })
    const typeOf = Object.fromEntries(types.map((each) => [each['column_name'], each['column_type']]))
    expect(typeOf).toMatchObject({
      household: 'VARCHAR',
      persons: 'INTEGER',
      weight: 'DOUBLE',
      is_found: 'BOOLEAN',
      day: 'DATE',
      at: 'TIMESTAMP',
      rural_registered: 'BIGINT',
    })
  })

  it.each(['judged', 'counted'] as const)(
    '%s: has no name, ID number or telephone of anybody',
    async (dir) => {
      const { names, ids } = await listed(dir === 'judged' ? 'assessment' : 'census')
      expect(names.length).toBeGreaterThan(100)
      expect(ids.length).toBeGreaterThan(100)
      const datasets = Object.keys((await manifestOf(dir)).files)
      expect(datasets).not.toContain('identities')
      const texts = await textsIn(dir, datasets)
      // Places and causes are words of the same length.
      const places = new Set(['上寨村', '下寨村'])
      expect(ids.filter((id) => texts.includes(id))).toEqual([])
      expect(names.filter((name) => !places.has(name) && texts.includes(`"${name}"`))).toEqual([])
      // Nor in any byte that is not compressed: bounds of columns are not.
      for (const path of await filesUnder(dir)) {
        const bytes = (await readFile(path)).toString('latin1')
        expect(ids.filter((id) => bytes.includes(id))).toEqual([])
      }
    },
  )

  it('with --full-ids has them in identities alone, and says who asked', async () => {
    const asked = ['--full-ids', '--by', '李站长', '--why', '与户籍核对']
    expect((await exported(given('assessment'), 'full', ...matched(), ...asked)).code).toBe(0)
    const manifest = await manifestOf('full')
    expect(manifest.fullIds).toMatchObject({ by: '李站长', why: '与户籍核对' })
    const { ids } = await listed('assessment')
    const others = Object.keys(manifest.files).filter((name) => name !== 'identities')
    const without = await textsIn('full', others)
    expect(ids.filter((id) => without.includes(id))).toEqual([])
    const within = await textsIn('full', ['identities'])
    expect(ids.filter((id) => within.includes(id)).length).toBeGreaterThan(ids.length * 0.8)
    // Taken out again by who does not ask.
    await exported(given('assessment'), 'full', ...matched())
    expect((await filesUnder('full')).filter((path) => path.includes('identities'))).toEqual([])
    expect((await manifestOf('full')).fullIds).toBeNull()
  })

  it('writes nothing for the same records, and replaces them when one answer is another', async () => {
    const before = await filesUnder('judged')
    const again = await exported(given('assessment'), 'judged', ...matched())
    expect(again.stdout).toContain('nothing is written')
    expect(await filesUnder('judged')).toEqual(before)
    const { state } = await manifestOf('judged')
    const lines = (await readFile(at('assessment', 'answers.jsonl'), 'utf8')).split('\n')
    const changed = lines.findIndex((line) => line.includes('"water_quality"') && line.includes('"looks_ok"'))
    lines[changed] = (lines[changed] ?? '').replace('looks_ok', 'report_ok')
    await writeFile(at('assessment', 'changed.jsonl'), lines.join('\n'))
    const other = given('assessment').map((word) => word.replace('answers.jsonl', 'changed.jsonl'))
    const replaced = await exported(other, 'judged', ...matched())
    expect(replaced.stdout).toContain('replaced')
    expect((await manifestOf('judged')).state).not.toBe(state)
    expect((await filesUnder('judged')).length).toBe(before.length)
    await exported(given('assessment'), 'judged', ...matched())
    expect((await manifestOf('judged')).state).toBe(state)
  })

  it('has a merged folder as it has the lists and answers that the folder gives out', async () => {
    expect((await exported(['--from', at('merged')], 'merged-lake', ...matched())).code).toBe(0)
    await runYihu(
      'export',
      '--from',
      at('merged'),
      '--format',
      'jsonl',
      '--into',
      at('given-out'),
      '--lang',
      'en',
    )
    const count = (dir: string) =>
      reading(dir, (lake) =>
        lake.rows('select conclusion, count(*)::int as n from {households} group by 1 order by 1'),
      )
    const told = await runYihu('export', '--from', at('merged'), '--json', '--lang', 'en')
    const { households } = JSON.parse(told.stdout) as {
      readonly households: readonly { conclusion: string }[]
    }
    const read = await count('merged-lake')
    expect(read.reduce((sum, { n }) => sum + Number(n), 0)).toBe(households.length)
    for (const { conclusion, n } of read)
      expect(households.filter((each) => each.conclusion === conclusion).length, String(conclusion)).toBe(n)
  })

  it('gives the same people the same key under one secret, and others under another', async () => {
    const people = (dir: string) =>
      reading(dir, async (lake) =>
        (await lake.rows('select distinct person from {members} where person is not null'))
          .map(({ person }) => person)
          .toSorted(),
      )
    await exported(given('assessment'), 'elsewhere', ...matched('other.txt'))
    const [own, merged, other] = await Promise.all(['judged', 'merged-lake', 'elsewhere'].map(people))
    expect(merged?.length).toBeGreaterThan(20)
    const shared = (merged ?? []).filter((person) => own?.includes(person))
    expect(shared.length).toBeGreaterThan((merged?.length ?? 0) * 0.9)
    expect((other ?? []).filter((person) => own?.includes(person))).toEqual([])
    const [one, two, three] = await Promise.all(['judged', 'merged-lake', 'elsewhere'].map(manifestOf))
    expect(one?.matching).toBe(two?.matching)
    expect(one?.matching).not.toBe(three?.matching)
  })

  it('keeps both kinds of one county apart', async () => {
    await exported(given('census'), 'both', ...matched())
    await exported(given('assessment'), 'both', ...matched())
    const kinds = await reading('both', (lake) =>
      lake.rows('select kind, county, project from {counties} order by 1'),
    )
    expect(kinds.map(({ kind }) => kind)).toEqual(['assessment', 'census'])
    expect(new Set(kinds.map(({ county }) => county)).size).toBe(1)
  })

  it('refuses keys of a salt that everybody knows, a short secret, and folders that are none of its own', async () => {
    const code = async (ran: Promise<Ran>) => ({ ...(await ran) })
    const open = await code(exported(given('census'), 'none'))
    expect([open.code, open.stderr]).toEqual([1, expect.stringContaining('--match-salt')])
    await writeFile(at('short.txt'), 'secret\n')
    const short = await code(exported(given('census'), 'none', ...matched('short.txt')))
    expect([short.code, short.stderr]).toEqual([1, expect.stringContaining('at least 16 characters')])
    const foreign = await code(exported(given('census'), 'census', ...matched()))
    expect([foreign.code, foreign.stderr]).toEqual([1, expect.stringContaining('is no lake')])
    const file = await code(exported(given('census'), 'owner.txt', ...matched()))
    expect([file.code, file.stderr]).toEqual([1, expect.stringContaining('owner.txt')])
    expect(await readdir(folder)).not.toContain('none')
    await mkdir(at('empty'))
    const words = await code(
      runYihu('export', '--from', at('merged'), '--format', 'parquet', '--into', at('empty'), '--full-ids'),
    )
    expect(words.code).toBe(2)
    expect(await readdir(at('empty'))).toEqual([])
  })
})
