import type { LakePartition } from '../../../application/lake/LakePartition'
import { LAKE_SCHEMA, PARTITIONS_TABLE, tableName } from './lakeDdl'
import type { PostgresServer } from './PostgresServer'
import { literal } from '../sqlNames'

/** Of a coordinating database: which of its partitions each county was in when it was coordinated. */
const TABLE = 'coordinated'

export async function noteCoordinated(
  server: PostgresServer,
  nodes: readonly { readonly name: string; readonly partitions: readonly LakePartition[] }[],
): Promise<void> {
  await server.query(
    `CREATE TABLE IF NOT EXISTS ${tableName(TABLE)} (county text NOT NULL, part text NOT NULL)`,
  )
  await server.query(`TRUNCATE ${tableName(TABLE)}`)
  for (const { name, partitions } of nodes)
    for (const county of new Set(partitions.map(({ manifest }) => manifest.county)))
      await server.query(`INSERT INTO ${tableName(TABLE)} VALUES ($1, $2)`, [
        county,
        `${PARTITIONS_TABLE}__${name}`,
      ])
}

/**
 * A county that its server has by now and a coordinating database would not find there; null where there is none, and of a database
 * that coordinates nothing.
 */
export async function countyNotCoordinated(server: PostgresServer): Promise<string | null> {
  const [there] = await server.query('SELECT to_regclass($1) IS NOT NULL AS is_there', [tableName(TABLE)])
  if (there?.['is_there'] !== true) return null
  const [row] = await server.query(
    `SELECT county FROM ${tableName(PARTITIONS_TABLE)} AS found JOIN pg_class ON pg_class.oid = found.tableoid
     WHERE relnamespace = ${literal(LAKE_SCHEMA)}::regnamespace AND (county, relname::text) NOT IN (SELECT county, part FROM ${tableName(TABLE)})`,
  )
  return row === undefined ? null : String(row['county'])
}
