import { duckDbEngine } from '../adapters/lake/duckDbEngine'
import { readLake } from '../adapters/lake/readLake'
import { lakeCodedTables } from '../adapters/resources/censusTables'
import type { LakeEngine } from '../application/lake/LakeEngine'
import { lakePaths, type LakePartition } from '../application/lake/LakePartition'
import { lakeSchema } from '../application/lake/lakeSchema'
import { success, type Result } from '../domain/shared/Result'
import type { TablesUsage } from './tablesUsage'

/** A lake and what answers for it. */
export interface LakeGiven {
  readonly partitions: readonly LakePartition[]
  /** Files that are read. */
  readonly reads: readonly string[]
  /** Of some of the partitions; to be closed. */
  engineOf(wanted: readonly LakePartition[]): Promise<LakeEngine>
  close(): Promise<void>
}

/** Folders, counted by DuckDB, or databases, which count themselves. Throws `FileTrouble` and `PostgresTrouble`. */
export async function lakeGiven({
  from,
  engines,
}: Pick<TablesUsage, 'from' | 'engines'>): Promise<Result<LakeGiven>> {
  if (engines.length > 0) {
    // Loaded when it is wanted: no other command waits for it.
    const { openPostgresLake } = await import('../adapters/lake/postgres/postgresLake')
    const lake = await openPostgresLake(engines)
    if (!lake.ok) return lake
    const { partitions, engineOf, close } = lake.value
    return success({ partitions, reads: [], engineOf: (wanted) => Promise.resolve(engineOf(wanted)), close })
  }
  const lake = await readLake(from)
  if (!lake.ok) return lake
  return success({
    partitions: lake.value,
    reads: lake.value.flatMap(lakePaths),
    engineOf: (wanted) => duckDbEngine(wanted, lakeSchema(lakeCodedTables())),
    close: () => Promise.resolve(),
  })
}
