import type { DuckDBConnection } from '@duckdb/node-api'
import { PARTITION_COLUMNS, type LakeColumn } from '../../../application/lake/lakeSchema'
import { identifier, literal } from '../sqlNames'

/** Rows of a file on their way into `COPY … FROM STDIN`. */
export interface CopiedRows {
  /** In the order of the lines; columns that the file lacks are not among them. */
  readonly columns: readonly string[]
  /** A few thousand rows a text, in the text format of `COPY`. */
  readonly lines: AsyncIterable<string>
}

/** Reads a Parquet file of a partition; DuckDB itself writes each row as a line, row group by row group. */
export async function copyLines(
  connection: DuckDBConnection,
  file: string,
  columns: readonly LakeColumn[],
  { county, project }: { readonly county: string; readonly project: string },
): Promise<CopiedRows> {
  const path = literal(file)
  const described = await connection.runAndReadAll(`SELECT name FROM parquet_schema(${path})`)
  const there = new Set(described.getRows().map(([name]) => name))
  const copied = columns.filter(({ name }) => there.has(name))
  const cells = [literal(county), literal(project)].map((key) => escaped(key)).concat(copied.map(cellText))
  const sql = `SELECT concat_ws(chr(9), ${cells.join(', ')}) || chr(10) FROM read_parquet(${path}, hive_partitioning = false)`
  return {
    columns: [...PARTITION_COLUMNS, ...copied.map(({ name }) => name)],
    lines: textsOf(connection, sql),
  }
}

function cellText({ name, type }: LakeColumn): string {
  const column = identifier(name)
  const text =
    type === 'text'
      ? escaped(column)
      : type === 'instant'
        ? `CAST(${column} AT TIME ZONE 'UTC' AS VARCHAR) || 'Z'`
        : `CAST(${column} AS VARCHAR)`
  return `coalesce(${text}, '\\N')`
}

/** Backslash first: the others are written with it. */
function escaped(text: string): string {
  const signs = [
    ['\\', 92],
    ['t', 9],
    ['n', 10],
    ['r', 13],
  ] as const
  return signs.reduce((inner, [letter, code]) => `replace(${inner}, chr(${code}), '\\${letter}')`, text)
}

async function* textsOf(connection: DuckDBConnection, sql: string): AsyncIterable<string> {
  const result = await connection.stream(sql)
  for (
    let chunk = await result.fetchChunk();
    chunk !== null && chunk.rowCount > 0;
    chunk = await result.fetchChunk()
  )
    yield chunk.getColumnValues(0).join('')
}
