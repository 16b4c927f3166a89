import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { coordinate } from '../../../../src/adapters/lake/postgres/coordinate'
import { loadedPartitions } from '../../../../src/adapters/lake/postgres/loadedPartitions'
import { loadLake } from '../../../../src/adapters/lake/postgres/loadLake'
import { openPostgresLake } from '../../../../src/adapters/lake/postgres/postgresLake'
import { openServer, type PostgresServer } from '../../../../src/adapters/lake/postgres/PostgresServer'
import { readLake } from '../../../../src/adapters/lake/readLake'
import { censusTables } from '../../../../src/adapters/resources/censusTables'
import { CENSUS_FORM } from '../../../builders/aCensusInterview'
import { addRows } from '../../../builders/aLakeOfRows'
import { describeWithPostgres, startPostgres, type PostgresNode } from '../../../postgres/postgresNode'

const TABLES = censusTables(CENSUS_FORM)
const COUNTIES = ['甲', '乙', '丙', "o'neill", '戊', '己']

describeWithPostgres('a coordinating database', () => {
  let nodes: readonly PostgresNode[]
  let servers: readonly PostgresServer[]
  let coordinator: PostgresServer
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yihu-coordinate-'))
    nodes = await Promise.all([startPostgres(), startPostgres()])
    servers = await Promise.all(nodes.map((node) => openServer(node.address())))
    await servers[0]?.query('CREATE DATABASE coordinator')
    const address = new URL(nodes[0]?.address() ?? '')
    address.pathname = '/coordinator'
    coordinator = await openServer(address.href)
    for (const county of COUNTIES.slice(1)) await addCounty(county)
    await loadAll()
  })
  afterAll(async () => {
    for (const server of [coordinator, ...servers]) await server.close()
    await Promise.all(nodes.map((node) => node.remove()))
    await rm(folder, { recursive: true })
  })

  const addCounty = (county: string) =>
    addRows(
      folder,
      { county },
      {
        households: Array.from({ length: 300 }, (_, at) => ({ household: `${county}${at}`, t_size: at % 5 })),
      },
    )
  const loadAll = async () => {
    const lake = await readLake([folder])
    if (!lake.ok) throw new Error(JSON.stringify(lake.problems))
    const loaded = await loadLake(lake.value, servers, TABLES)
    expect(loaded).toMatchObject({ ok: true, value: { problems: [] } })
    expect(await coordinate(coordinator, servers, TABLES)).toEqual({ ok: true, value: null })
  }
  const SQL =
    'SELECT county, t_size, count(*) AS n FROM yihu.households GROUP BY county, t_size ORDER BY county, t_size'

  it('gives the counties of all servers as its own', async () => {
    const own = (await Promise.all(servers.map((server) => server.query(SQL)))).flat()
    const all = await coordinator.query(SQL)

    expect(all).toHaveLength(5 * (COUNTIES.length - 1))
    expect(new Set(all.map((row) => JSON.stringify(row)))).toEqual(
      new Set(own.map((row) => JSON.stringify(row))),
    )
    expect((await loadedPartitions(coordinator)).map(({ manifest }) => manifest.county).sort()).toEqual(
      COUNTIES.slice(1).sort(),
    )
  })

  it('has its counts made by the servers that have the rows', async () => {
    await coordinator.query('SET enable_partitionwise_aggregate = on')
    const plan = JSON.stringify(await coordinator.query(`EXPLAIN (VERBOSE) ${SQL}`))
    await coordinator.query('RESET enable_partitionwise_aggregate')

    expect(
      plan.match(/Remote SQL: SELECT county, t_size, count\(\*\) FROM yihu\.households GROUP BY/g),
    ).toHaveLength(2)
  })

  it('is refused as an engine while a server has a county that it does not know', async () => {
    const [server] = servers
    await server?.query(
      `INSERT INTO yihu.partitions SELECT '庚', project, kind, state, tables, jsonb_set(manifest, '{county}', '"庚"'), now() FROM yihu.partitions LIMIT 1`,
    )

    await expect(openPostgresLake([coordinator.address])).rejects.toMatchObject({
      problem: { code: 'postgres_not_coordinated', value: coordinator.place, details: { county: '庚' } },
    })
    await server?.query(`DELETE FROM yihu.partitions WHERE county = '庚'`)
    const opened = await openPostgresLake([coordinator.address])
    expect(opened).toMatchObject({ ok: true, value: { partitions: { length: COUNTIES.length - 1 } } })
    if (opened.ok) await opened.value.close()
  })

  it('gives a county that was added once it is coordinated again', async () => {
    await addCounty(COUNTIES[0] ?? '')
    await loadAll()

    const [row] = await coordinator.query('SELECT count(DISTINCT county) AS n FROM yihu.households')
    expect(row).toEqual({ n: COUNTIES.length })
  })

  it('is refused where two servers have one county', async () => {
    const [one, two] = servers
    if (one === undefined || two === undefined) throw new Error('no server')
    const moved = (await loadedPartitions(one))[0]?.manifest
    if (moved === undefined) throw new Error('no county')
    await two.query('INSERT INTO yihu.partitions VALUES ($1, $2, $3, $4, $5, $6, now())', [
      ...[moved.county, moved.project, moved.kind, moved.state, moved.tables, JSON.stringify(moved)],
    ])

    expect(await coordinate(coordinator, servers, TABLES)).toMatchObject({
      ok: false,
      problems: [{ code: 'postgres_county_on_two', details: { folder: one.place, other: two.place } }],
    })
  })
})
