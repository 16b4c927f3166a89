import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { EngineTrouble, type LakeEngine, type SqlCell } from '../../application/lake/LakeEngine'
import type { LakePartition } from '../../application/lake/LakePartition'
import type { LakeDataset } from '../../application/lake/lakeSchema'
import { lakeView } from './lakeView'

/** What DuckDB takes at most before it spills to disk. */
const MEMORY = '1GB'

/**
 * DuckDB over the files of partitions, in this process. What does not fit into memory goes to a folder of its own below the
 * system's for temporary files, which is removed at the end. Throws `EngineTrouble` where DuckDB refuses.
 */
export async function duckDbEngine(
  partitions: readonly LakePartition[],
  schema: readonly LakeDataset[],
): Promise<LakeEngine> {
  // Loaded when it is wanted: no other command waits for it.
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const spill = await mkdtemp(join(tmpdir(), 'yihu-lake-'))
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: MEMORY,
    temp_directory: spill,
    threads: String(availableParallelism()),
    preserve_insertion_order: 'false',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const engine: LakeEngine = {
    async *query(sql, values = []) {
      const connection = await instance.connect()
      try {
        yield* rowsOf(connection, sql, values)
      } catch (error) {
        throw error instanceof Error && DUCK_ERROR.test(error.message) ? new EngineTrouble(error) : error
      } finally {
        connection.closeSync()
      }
    },
    async close() {
      instance.closeSync()
      await rm(spill, { recursive: true, force: true })
    },
  }
  try {
    for (const dataset of schema) await drain(engine.query(lakeView(dataset, partitions)))
  } catch (error) {
    await engine.close()
    throw error
  }
  return engine
}

/** DuckDB names the kind of every error: `IO Error: …`. */
const DUCK_ERROR = /^[A-Z][A-Za-z ]+ Error: /

async function* rowsOf(
  connection: DuckDBConnection,
  sql: string,
  values: readonly string[],
): AsyncGenerator<readonly SqlCell[]> {
  const result = await connection.stream(sql, [...values])
  for await (const rows of result.yieldRowsJs()) for (const row of rows) yield row.map(cellOf)
}

function cellOf(value: unknown): SqlCell {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
      return value
    case 'bigint':
      return Number(value)
    default:
      return value instanceof Date ? value.toISOString() : null
  }
}

async function drain(rows: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of rows);
}
