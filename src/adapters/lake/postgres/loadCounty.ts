import { createHash } from 'node:crypto'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { LakePartition } from '../../../application/lake/LakePartition'
import { PARTITION_COLUMNS, type LakeDataset, type LakeName } from '../../../application/lake/lakeSchema'
import { copyLines } from './copyLines'
import { inTransaction } from './inTransaction'
import { PARTITIONS_TABLE, tableName } from './lakeDdl'
import type { PostgresServer } from './PostgresServer'
import { identifier, literal } from '../sqlNames'

/** What is to be loaded of a county. */
export interface CountyLoad {
  readonly county: string
  /** Of the projects that are new or have another state. */
  readonly partitions: readonly LakePartition[]
  /** Projects of the county that are loaded and stay as they are. */
  readonly kept: readonly string[]
}

/** Ends the name of a table that is being filled. */
const UNFINISHED = '_new'

/**
 * Loads a county: its rows are copied into tables beside those in use, which one transaction then puts in their places together with the
 * manifests. Whatever ends it before leaves the county as it was. Returns how many rows were copied. Throws `PostgresTrouble`.
 */
export async function loadCounty(
  server: PostgresServer,
  reader: DuckDBConnection,
  datasets: readonly LakeDataset[],
  load: CountyLoad,
): Promise<number> {
  const part = partOf(load.county)
  const filled: LakeName[] = []
  let rows = 0
  try {
    for (const dataset of datasets) {
      const isThere = load.kept.length > 0 && (await hasTable(server, tableName(dataset.name, part)))
      if (!isThere && !load.partitions.some(({ files }) => files.has(dataset.name))) continue
      filled.push(dataset.name)
      rows += await fill(server, reader, dataset, load, isThere)
    }
    await inTransaction(server, () => putInPlace(server, datasets, filled, load))
    return rows
  } catch (error) {
    // A full disk has room again. Where the connection is lost, the next run does it.
    for (const name of filled)
      await server.query(`DROP TABLE IF EXISTS ${tableName(name, part + UNFINISHED)}`).catch(() => undefined)
    throw error
  }
}

/** Removes what loads that were stopped have left. Only while no other load is running. */
export async function removeUnfinished(server: PostgresServer): Promise<void> {
  const left = await server.query(
    `SELECT tablename FROM pg_tables WHERE schemaname = 'yihu' AND right(tablename, ${UNFINISHED.length}) = '${UNFINISHED}'`,
  )
  for (const { tablename } of left) await server.query(`DROP TABLE ${tableName(String(tablename))}`)
}

/** Tables are named by a hash: names of tables are limited to 63 bytes, keys of counties are not. */
function partOf(county: string): string {
  return createHash('sha256').update(county).digest('hex').slice(0, 16)
}

async function hasTable(server: PostgresServer, table: string): Promise<boolean> {
  const [row] = await server.query('SELECT to_regclass($1) IS NOT NULL AS is_there', [table])
  return row?.['is_there'] === true
}

async function fill(
  server: PostgresServer,
  reader: DuckDBConnection,
  { name, columns }: LakeDataset,
  { county, partitions, kept }: CountyLoad,
  isThere: boolean,
): Promise<number> {
  const part = partOf(county)
  const table = tableName(name, part + UNFINISHED)
  // With the check, attaching need not look at each row again.
  await server.query(
    `CREATE TABLE ${table} (LIKE ${tableName(name)}, CONSTRAINT is_of_county CHECK (county = ${literal(county)}))`,
  )
  let rows = 0
  for (const { manifest, files } of partitions) {
    const file = files.get(name)
    if (file === undefined) continue
    const copied = await copyLines(reader, file, columns, manifest)
    const names = copied.columns.map(identifier).join(', ')
    rows += await server.copy(`COPY ${table} (${names}) FROM STDIN`, copied.lines)
  }
  if (isThere) {
    const names = [...PARTITION_COLUMNS, ...columns.map((column) => column.name)].map(identifier).join(', ')
    await server.query(
      `INSERT INTO ${table} (${names}) SELECT ${names} FROM ${tableName(name, part)} WHERE project = ANY($1)`,
      [kept],
    )
  }
  await server.query(`ANALYZE ${table}`)
  return rows
}

async function putInPlace(
  server: PostgresServer,
  datasets: readonly LakeDataset[],
  filled: readonly LakeName[],
  { county, partitions }: CountyLoad,
): Promise<void> {
  const part = partOf(county)
  for (const { name } of datasets) await server.query(`DROP TABLE IF EXISTS ${tableName(name, part)}`)
  for (const name of filled) {
    const table = tableName(name, part)
    await server.query(
      `ALTER TABLE ${tableName(name, part + UNFINISHED)} RENAME TO ${identifier(`${name}__${part}`)}`,
    )
    await server.query(
      `ALTER TABLE ${tableName(name)} ATTACH PARTITION ${table} FOR VALUES IN (${literal(county)})`,
    )
    await server.query(`ALTER TABLE ${table} DROP CONSTRAINT is_of_county`)
  }
  for (const { manifest } of partitions)
    await server.query(
      `INSERT INTO ${tableName(PARTITIONS_TABLE)} VALUES ($1, $2, $3, $4, $5, $6, now())
       ON CONFLICT (county, project) DO UPDATE SET kind = excluded.kind, state = excluded.state, tables = excluded.tables,
         manifest = excluded.manifest, loaded_at = excluded.loaded_at`,
      [county, manifest.project, manifest.kind, manifest.state, manifest.tables, JSON.stringify(manifest)],
    )
}
