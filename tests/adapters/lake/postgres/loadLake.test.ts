import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { loadLake, type LoadReport } from '../../../../src/adapters/lake/postgres/loadLake'
import { openPostgresLake } from '../../../../src/adapters/lake/postgres/postgresLake'
import { openServer, type PostgresServer } from '../../../../src/adapters/lake/postgres/PostgresServer'
import { readLake } from '../../../../src/adapters/lake/readLake'
import { censusTables } from '../../../../src/adapters/resources/censusTables'
import { CENSUS_FORM } from '../../../builders/aCensusInterview'
import { addRows } from '../../../builders/aLakeOfRows'
import { cutAfter } from '../../../postgres/cutAfter'
import { describeWithPostgres, startPostgres, type PostgresNode } from '../../../postgres/postgresNode'

const TABLES = censusTables(CENSUS_FORM)
const state = (letter: string) => letter.repeat(64)

describeWithPostgres('a lake loaded into PostgreSQL', () => {
  let nodes: readonly PostgresNode[]
  let servers: readonly PostgresServer[]
  let folder: string

  beforeAll(async () => {
    nodes = await Promise.all([startPostgres(), startPostgres()])
  })
  afterAll(() => Promise.all(nodes.map((node) => node.remove())))
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yihu-load-'))
    servers = await Promise.all(nodes.map((node) => openServer(node.address())))
    for (const server of servers) await server.query('DROP SCHEMA IF EXISTS yihu CASCADE')
    return async () => {
      for (const server of servers) await server.close()
      await rm(folder, { recursive: true })
    }
  })

  const [one, both] = [() => servers.slice(0, 1), () => servers]
  const load = async (into: readonly PostgresServer[]): Promise<LoadReport> => {
    const lake = await readLake([folder])
    if (!lake.ok) throw new Error(JSON.stringify(lake.problems))
    const loaded = await loadLake(lake.value, into, TABLES)
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
    return loaded.value
  }
  const ask = (sql: string) => servers[0]?.query(sql)

  it('has every cell as it was written', async () => {
    const name = 'back\\slash\ttab\nline\rreturn \\N "quoted", 一'
    await addRows(
      folder,
      {},
      {
        households: [
          { household: 'h1', township: '', persons: 3, is_found: true, weight: 0.1 },
          { household: 'h2', weight: 1e300 },
        ],
        villages: [{ township: 'T', village: 'T/一', village_name: name }],
        answers: [{ household: 'h1', number: -0.5, day: '2020-02-29' }],
        corrections: [{ household: 'h1', at: '2020-08-01T12:34:56.789Z' }],
        members: [{ household: 'h1', t_groups: 0x80000001 }],
      },
    )

    await load(one())

    expect(await ask('SELECT village_name, county, project, t_village_water FROM yihu.villages')).toEqual([
      { village_name: name, county: '甲省-乙县', project: 'p1', t_village_water: null },
    ])
    expect(
      await ask(
        'SELECT household, township, persons, is_found, weight FROM yihu.households ORDER BY household',
      ),
    ).toEqual([
      { household: 'h1', township: '', persons: 3, is_found: true, weight: 0.1 },
      { household: 'h2', township: null, persons: null, is_found: null, weight: 1e300 },
    ])
    expect(await ask('SELECT number, day::text FROM yihu.answers')).toEqual([
      { number: -0.5, day: '2020-02-29' },
    ])
    expect(await ask('SELECT at FROM yihu.corrections')).toEqual([
      { at: new Date('2020-08-01T12:34:56.789Z') },
    ])
    expect(await ask('SELECT t_groups FROM yihu.members')).toEqual([{ t_groups: 0x80000001 }])
  })

  it('is not written again in the same state', async () => {
    await addRows(folder, {}, { households: [{ household: 'h1' }] })
    const first = await load(one())
    const before = await ask('SELECT xmin, loaded_at FROM yihu.partitions')

    const again = await load(one())

    expect(first).toMatchObject({ rows: 1, partitions: [{ countyName: '乙县', outcome: 'added' }] })
    expect(again).toMatchObject({
      rows: 0,
      partitions: [{ countyName: '乙县', outcome: 'unchanged' }],
      problems: [],
    })
    expect(await ask('SELECT xmin, loaded_at FROM yihu.partitions')).toEqual(before)
  })

  it('replaces a county in another state, and leaves the other project of the county', async () => {
    const census = { kind: 'census', project: 'p1' } as const
    await addRows(folder, census, { households: [{ household: 'old' }], coverage: [{ village: 'v' }] })
    await addRows(folder, { kind: 'assessment', project: 'p2' }, { households: [{ household: 'other' }] })
    await load(one())
    await rm(join(folder, 'manifests', 'county=甲省-乙县', 'project=p1.json'))
    await addRows(folder, { ...census, state: state('c') }, { households: [{ household: 'new' }] })

    const report = await load(one())

    expect(report.partitions.map(({ project, outcome }) => [project, outcome]).sort()).toEqual([
      ['p1', 'replaced'],
      ['p2', 'unchanged'],
    ])
    expect(await ask('SELECT project, household FROM yihu.households ORDER BY project')).toEqual([
      { project: 'p1', household: 'new' },
      { project: 'p2', household: 'other' },
    ])
    expect(await ask('SELECT * FROM yihu.coverage')).toEqual([])
  })

  it('keeps every county on the server it came to', async () => {
    for (const number of [1, 2, 3, 4, 5, 6])
      await addRows(folder, { county: `县${number}` }, { households: [{ household: `h${number}` }] })
    const first = await load(both())
    const reversed = await load([...servers].reverse())

    const places = ({ partitions }: LoadReport) =>
      new Map(partitions.map(({ county, server }) => [county, server]))
    expect(new Set(places(first).values()).size).toBe(2)
    expect(places(reversed)).toEqual(places(first))
    expect(reversed.rows).toBe(0)
    const counts = await Promise.all(
      servers.map((server) => server.query('SELECT count(*) AS n FROM yihu.households')),
    )
    expect(counts.flat().reduce((sum, { n }) => sum + Number(n), 0)).toBe(6)
  })

  it('has nothing half where the server ends in the middle, and the next run completes', async () => {
    const county = (number: number, rows: number, letter: string) =>
      addRows(
        folder,
        { county: `县${number}`, state: state(letter) },
        {
          households: [{ household: `${letter}${number}` }],
          answers: Array.from({ length: rows }, (_, row) => ({
            household: `${letter}${number}`,
            code: String(row),
          })),
        },
      )
    await county(1, 1, 'a')
    await county(2, 1, 'a')
    await load(one())
    await rm(join(folder, 'manifests'), { recursive: true })
    await county(1, 1, 'c')
    await county(2, 20_000, 'c')
    const [node] = nodes
    const [direct] = servers
    if (node === undefined || direct === undefined) throw new Error('no server')
    await direct.close()
    const cut = await cutAfter(300_000, node.port, node.kill)
    const through = await openServer(node.address(cut.port))

    const stopped = await load([through])
    cut.close()
    await node.start()
    servers = [await openServer(node.address()), ...servers.slice(1)]

    const contents = () =>
      ask(
        `SELECT county, household, count(*) AS rows FROM yihu.answers GROUP BY county, household ORDER BY county`,
      )
    expect(stopped.problems).toMatchObject([{ code: 'postgres_lost', value: through.place }])
    expect(stopped.partitions).toMatchObject([{ county: '县1', outcome: 'replaced' }])
    expect(await contents()).toEqual([
      { county: '县1', household: 'c1', rows: 1 },
      { county: '县2', household: 'a2', rows: 1 },
    ])
    const unfinished = `SELECT tablename FROM pg_tables WHERE tablename LIKE '%_new'`
    expect(await ask(unfinished)).not.toEqual([])

    const next = await load(one())

    expect(next.partitions.map(({ outcome }) => outcome)).toEqual(['unchanged', 'replaced'])
    expect(await contents()).toEqual([
      { county: '县1', household: 'c1', rows: 1 },
      { county: '县2', household: 'c2', rows: 20_000 },
    ])
    expect(await ask(unfinished)).toEqual([])
  })

  it('adds the columns that a newer edition has', async () => {
    await addRows(folder, {}, { villages: [{ village: 'v', t_village_water: 3 }] })
    await load(one())
    await ask('ALTER TABLE yihu.villages DROP COLUMN t_village_water')
    await addRows(folder, { county: '丙' }, { villages: [{ village: 'w', t_village_water: 4 }] })

    await load(one())

    expect(await ask('SELECT village, t_village_water FROM yihu.villages ORDER BY village')).toEqual([
      { village: 'v', t_village_water: null },
      { village: 'w', t_village_water: 4 },
    ])
  })

  it.each([
    ['lake_tables_differ', { county: '丙', tables: state('9') }],
    ['lake_county_twice', { project: 'p2' }],
  ] as const)('refuses what could not be summed with what is there: %s', async (code, changes) => {
    await addRows(folder, {}, { households: [{ household: 'h1' }] })
    await load(one())
    await rm(join(folder, 'manifests'), { recursive: true })
    await addRows(folder, changes, { households: [{ household: 'h2' }] })
    const lake = await readLake([folder])
    if (!lake.ok) throw new Error(JSON.stringify(lake.problems))

    const refused = await loadLake(lake.value, one(), TABLES)

    expect(refused).toMatchObject({
      ok: false,
      problems: [{ code, details: { folder: servers[0]?.place, other: folder } }],
    })
    expect(await ask('SELECT household FROM yihu.households')).toEqual([{ household: 'h1' }])
  })

  it('waits with a county while its tables are asked', async () => {
    await addRows(folder, {}, { households: [{ household: 'old' }] })
    await load(one())
    await rm(join(folder, 'manifests'), { recursive: true })
    await addRows(folder, { state: state('c') }, { households: [{ household: 'new' }] })
    const opened = await openPostgresLake([nodes[0]?.address() ?? ''])
    if (!opened.ok) throw new Error('no lake')
    const engine = opened.value.engineOf(opened.value.partitions)
    const asked = async (): Promise<unknown[]> => {
      const rows: unknown[] = []
      for await (const row of engine.query('SELECT county, household FROM households ORDER BY county'))
        rows.push(row)
      return rows
    }

    let isLoaded = false
    const loading = load(one()).then(() => (isLoaded = true))
    const waits = 'SELECT 1 FROM pg_locks WHERE NOT granted'
    const watcher = await openServer(nodes[0]?.address() ?? '')
    while ((await watcher.query(waits)).length === 0);
    await watcher.close()
    expect([isLoaded, await asked()]).toEqual([false, [['甲省-乙县', 'old']]])
    await opened.value.close()
    await loading

    expect(await ask('SELECT household FROM yihu.households')).toEqual([{ household: 'new' }])
  })

  it('refuses while another load runs', async () => {
    await addRows(folder, {}, { households: [{ household: 'h1' }] })
    const other = await openServer(nodes[0]?.address() ?? '')
    await load([other])

    await expect(load(one())).rejects.toMatchObject({
      problem: { code: 'postgres_busy', value: other.place },
    })
    await other.close()
  })
})
