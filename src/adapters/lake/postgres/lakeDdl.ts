import {
  codeColumn,
  knownColumn,
  lakeSchema,
  type LakeColumn,
  type LakeDataset,
  type LakeType,
} from '../../../application/lake/lakeSchema'
import type { CompiledTable } from '../../../domain/programmes/census/tables/CompiledTable'
import { identifier, literal } from '../sqlNames'

/** Everything of the lake lies in this schema. */
export const LAKE_SCHEMA = 'yihu'

const TYPES: Readonly<Record<LakeType, string>> = {
  // Sorted by code point, as DuckDB sorts.
  text: 'text COLLATE "C"',
  integer: 'integer',
  count: 'bigint',
  real: 'double precision',
  boolean: 'boolean',
  date: 'date',
  instant: 'timestamptz',
}

const KEY = 'county text COLLATE "C" NOT NULL, project text COLLATE "C" NOT NULL'

/** The table of what is loaded: the manifests, one row a county and project. */
export const PARTITIONS_TABLE = 'partitions'

const PARTITIONS = `${KEY}, kind text NOT NULL, state text NOT NULL, tables text NOT NULL, manifest jsonb NOT NULL, loaded_at timestamptz NOT NULL`

/** `rows`: a server that keeps rows. `coordinator`: one whose partitions, those of the manifests too, are tables of other servers. */
export type ServerRole = 'rows' | 'coordinator'

/**
 * Statements that make what the schema lacks: tables, and columns of a newer edition. `columnsOf`: the columns that a table of the
 * server has; undefined where there is none. None where nothing is lacking: altering a table would wait for its readers.
 */
export function schemaStatements(
  tables: readonly CompiledTable[],
  columnsOf: (table: string) => ReadonlySet<string> | undefined,
  role: ServerRole,
): readonly string[] {
  const datasets = lakeSchema(tables)
  const made = datasets.flatMap((dataset) => datasetStatements(dataset, columnsOf(dataset.name)))
  if (columnsOf(PARTITIONS_TABLE) === undefined) made.push(partitionsStatement(role))
  if (made.length === 0) return []
  const comments = tables.flatMap((table) => commentsOf(table, datasets))
  return [`CREATE SCHEMA IF NOT EXISTS ${LAKE_SCHEMA}`, ...made, ...comments]
}

/** A table of the schema, or, with `part`, a partition of it, as SQL takes its name. */
export function tableName(table: string, part?: string): string {
  return `${LAKE_SCHEMA}.${identifier(part === undefined ? table : `${table}__${part}`)}`
}

function partitionsStatement(role: ServerRole): string {
  const ending = role === 'rows' ? ', PRIMARY KEY (county, project))' : ') PARTITION BY LIST (county)'
  return `CREATE TABLE ${tableName(PARTITIONS_TABLE)} (${PARTITIONS}${ending}`
}

function datasetStatements({ name, columns }: LakeDataset, there: ReadonlySet<string> | undefined): string[] {
  if (there === undefined) {
    const all = [KEY, ...columns.map(columnText)].join(', ')
    return [`CREATE TABLE ${tableName(name)} (${all}) PARTITION BY LIST (county)`]
  }
  const added = columns.filter((column) => !there.has(column.name))
  if (added.length === 0) return []
  const changes = added.map((column) => `ADD COLUMN ${columnText(column)}`)
  return [`ALTER TABLE ${tableName(name)} ${changes.join(', ')}`]
}

function columnText({ name, type }: LakeColumn): string {
  return `${identifier(name)} ${TYPES[type]}`
}

/** A column of codes is commented with the name of its table. */
function commentsOf({ id, label }: CompiledTable, datasets: readonly LakeDataset[]): readonly string[] {
  const comment = literal(`${label['zh-CN']} / ${label.en}`)
  return datasets.flatMap(({ name, columns }) =>
    columns
      .filter((column) => column.name === codeColumn(id) || column.name === knownColumn(id))
      .map((column) => `COMMENT ON COLUMN ${tableName(name)}.${identifier(column.name)} IS ${comment}`),
  )
}
