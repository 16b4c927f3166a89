import { groupBy } from '../../domain/shared/groupBy'
import type { LakePartition } from '../../application/lake/LakePartition'
import {
  PARTITION_COLUMNS,
  type LakeColumn,
  type LakeDataset,
  type LakeType,
} from '../../application/lake/lakeSchema'
import { identifier, literal } from './sqlNames'

const TYPES: Readonly<Record<LakeType, string>> = {
  text: 'VARCHAR',
  integer: 'INTEGER',
  count: 'BIGINT',
  real: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'DATE',
  instant: 'TIMESTAMP',
}

/**
 * The statement that makes a dataset of its files. Each folder is read by itself: a folder above a lake that is called `name=value`
 * is no partition of it.
 */
export function lakeView({ name, columns }: LakeDataset, partitions: readonly LakePartition[]): string {
  const all: readonly LakeColumn[] = [
    ...PARTITION_COLUMNS.map((column) => ({ name: column, type: 'text' as const })),
    ...columns,
  ]
  const folders = [...groupBy(partitions, ({ folder }) => folder).values()]
  const parts = folders.flatMap((ofFolder) => {
    const files = ofFolder.flatMap(({ files: own }) => own.get(name) ?? [])
    return files.length === 0 ? [] : [readFiles(all, files)]
  })
  const rows = parts.length === 0 ? noRows(all) : parts.join(' UNION ALL ')
  return `CREATE VIEW ${name} AS ${rows}`
}

function readFiles(columns: readonly LakeColumn[], files: readonly string[]): string {
  const cells = columns.map(
    ({ name, type }) => `CAST(${identifier(name)} AS ${TYPES[type]}) AS ${identifier(name)}`,
  )
  const list = files.map((file) => literal(asPattern(file))).join(', ')
  return `SELECT ${cells.join(', ')} FROM read_parquet([${list}], hive_partitioning = true, hive_types_autocast = false)`
}

function noRows(columns: readonly LakeColumn[]): string {
  const cells = columns.map(({ name, type }) => `CAST(NULL AS ${TYPES[type]}) AS ${identifier(name)}`)
  return `SELECT ${cells.join(', ')} WHERE false`
}

/** A path as DuckDB's patterns have it: of one file, whatever signs its name has. */
function asPattern(path: string): string {
  return path.replace(/[*?[]/g, '[$&]')
}
