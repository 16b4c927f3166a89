import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import type { LakeManifest } from '../../src/application/lake/LakeManifest'
import { lakeSchema, type LakeName, type LakeType } from '../../src/application/lake/lakeSchema'
import { censusTables } from '../../src/adapters/resources/censusTables'
import { CENSUS_FORM } from './aCensusInterview'
import { addPartition } from './aLakeFolder'

type Cell = string | number | boolean | null

/** Rows by dataset, a cell that is left out is null. */
export type LakeRows = Partial<Record<LakeName, readonly Readonly<Record<string, Cell>>[]>>

const TYPES: Readonly<Record<LakeType, string>> = {
  text: 'VARCHAR',
  integer: 'INTEGER',
  count: 'BIGINT',
  real: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'DATE',
  instant: 'TIMESTAMPTZ',
}

/** Adds a partition of given rows to a lake's folder, as Parquet that DuckDB writes. */
export async function addRows(
  folder: string,
  changes: Partial<LakeManifest>,
  rows: LakeRows,
): Promise<LakeManifest> {
  const aside = await mkdtemp(join(tmpdir(), 'yihu-rows-'))
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  try {
    const contents: Partial<Record<LakeName, { bytes: Uint8Array; rows: number }>> = {}
    for (const { name, columns } of lakeSchema(censusTables(CENSUS_FORM))) {
      const own = rows[name] ?? []
      if (own.length === 0) continue
      const [json, parquet] = [join(aside, `${name}.json`), join(aside, `${name}.parquet`)]
      await writeFile(json, own.map((row) => JSON.stringify(row)).join('\n'))
      const types = columns.map((column) => `"${column.name}": '${TYPES[column.type]}'`).join(', ')
      await connection.run(
        `COPY (SELECT * FROM read_json('${json}', format = 'newline_delimited', columns = {${types}})) TO '${parquet}' (FORMAT parquet)`,
      )
      contents[name] = { bytes: new Uint8Array(await readFile(parquet)), rows: own.length }
    }
    return await addPartition(folder, changes, contents)
  } finally {
    connection.closeSync()
    await rm(aside, { recursive: true })
  }
}
