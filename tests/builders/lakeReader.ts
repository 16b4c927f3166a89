import { DuckDBInstance } from '@duckdb/node-api'

export type LakeRecord = Readonly<Record<string, unknown>>

/** Reads a lake as anybody may: by a glob over its files. */
export interface LakeReader {
  /** Rows of a query in which `{dataset}` is a dataset's rows. Whole numbers of 64 bits come as texts. */
  rows(sql: string): Promise<readonly LakeRecord[]>
  count(dataset: string): Promise<number>
  close(): void
}

/** DuckDB in memory, over the lake in a folder. */
export async function lakeReader(dir: string): Promise<LakeReader> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const rows = async (sql: string): Promise<readonly LakeRecord[]> => {
    const read = sql.replace(
      /\{(\w+)\}/g,
      (_, name: string) => `read_parquet('${dir}/${name}/**/*.parquet', hive_partitioning = true)`,
    )
    return (await connection.runAndReadAll(read)).getRowObjectsJson()
  }
  return {
    rows,
    count: async (dataset) => Number((await rows(`select count(*) as n from {${dataset}}`))[0]?.['n']),
    close() {
      connection.closeSync()
      instance.closeSync()
    },
  }
}
