import { lakeSchema } from '../../../application/lake/lakeSchema'
import type { CompiledTable } from '../../../domain/programmes/census/tables/CompiledTable'
import { refusals, success, type Result } from '../../../domain/shared/Result'
import { LAKE_SCHEMA, PARTITIONS_TABLE, tableName } from './lakeDdl'
import { loadedPartitions } from './loadedPartitions'
import { countyOnTwo } from './planLoad'
import { noteCoordinated } from './coordinatedCounties'
import { inTransaction } from './inTransaction'
import { postgresAddress } from './postgresAddress'
import type { PostgresServer } from './PostgresServer'
import { prepareSchema } from './prepareSchema'
import { identifier, literal } from '../sqlNames'

/** Names of the servers that are coordinated begin so. */
const NODE = 'yihu_node_'

/** Rows that are fetched at once: the default, 100, waits for the network once for each. */
const FETCH_SIZE = 10_000

/**
 * Makes a database that gives the counties of several others as partitions of its own tables, by `postgres_fdw`; again, as
 * they are now, all of them in one transaction. It keeps no rows. Refused where two servers have one county. Throws `PostgresTrouble`.
 */
export async function coordinate(
  coordinator: PostgresServer,
  servers: readonly PostgresServer[],
  tables: readonly CompiledTable[],
): Promise<Result<null>> {
  const loaded = await Promise.all(servers.map(loadedPartitions))
  const twice = countyOnTwo(loaded)
  if (twice !== null) return refusals([twice])
  const nodes = loaded.map((partitions, at) => ({ name: `${NODE}${at + 1}`, partitions }))
  await coordinator.query('CREATE EXTENSION IF NOT EXISTS postgres_fdw')
  await prepareSchema(coordinator, tables, 'coordinator')
  await inTransaction(coordinator, async () => {
    await removeNodes(coordinator)
    for (const [at, server] of servers.entries()) {
      const { name, partitions } = nodes[at] as (typeof nodes)[number]
      const counties = [...new Set(partitions.map(({ manifest }) => manifest.county))]
      if (counties.length > 0) await addNode(coordinator, server, name, counties, tables)
    }
    await noteCoordinated(coordinator, nodes)
  })
  return success(null)
}

async function removeNodes(coordinator: PostgresServer): Promise<void> {
  const left = await coordinator.query(
    'SELECT srvname FROM pg_foreign_server WHERE starts_with(srvname, $1)',
    [NODE],
  )
  for (const { srvname } of left)
    await coordinator.query(`DROP SERVER ${identifier(String(srvname))} CASCADE`)
}

async function addNode(
  coordinator: PostgresServer,
  server: PostgresServer,
  node: string,
  counties: readonly string[],
  tables: readonly CompiledTable[],
): Promise<void> {
  const address = postgresAddress(server.address)
  if (address === null) throw new Error(`no address: ${server.place}`)
  const { host, port, user, database } = address
  const at = options({ host, port, dbname: database, fetch_size: String(FETCH_SIZE) })
  await coordinator.query(
    `CREATE SERVER ${identifier(node)} FOREIGN DATA WRAPPER postgres_fdw OPTIONS (${at}, use_remote_estimate 'true', async_capable 'true')`,
  )
  const login = options({ user, ...(server.password !== null && { password: server.password }) })
  await coordinator.query(
    `CREATE USER MAPPING FOR CURRENT_USER SERVER ${identifier(node)} OPTIONS (${login})`,
  )
  const values = counties.map(literal).join(', ')
  for (const name of [...lakeSchema(tables).map((dataset) => dataset.name), PARTITIONS_TABLE]) {
    const there = options({ schema_name: LAKE_SCHEMA, table_name: name })
    await coordinator.query(
      `CREATE FOREIGN TABLE ${tableName(name, node)} PARTITION OF ${tableName(name)} FOR VALUES IN (${values}) SERVER ${identifier(node)} OPTIONS (${there})`,
    )
  }
}

function options(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${identifier(name)} ${literal(value)}`)
    .join(', ')
}
