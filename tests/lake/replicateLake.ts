import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import { lakeCodedTables } from '../../src/adapters/resources/censusTables'
import {
  countyKey,
  filePath,
  manifestPath,
  type LakeFile,
  type LakeManifest,
} from '../../src/application/lake/LakeManifest'
import type { LakePartition } from '../../src/application/lake/LakePartition'
import { lakeSchema, type LakeDataset, type LakeName } from '../../src/application/lake/lakeSchema'

/** What is made of an exported county. */
export interface Replication {
  /** A lake's folder. */
  readonly into: string
  /** Counties from this number, so many of them. */
  readonly from: number
  readonly counties: number
  readonly countiesAProvince: number
  /** How often the county's households are in each of the made ones, in villages of their own. */
  readonly times: number
  /** Datasets that are made; the manifests name no others. */
  readonly datasets: readonly LakeName[]
}

const KEYS: readonly string[] = ['household', 'member', 'person', 'phone', 'photo']

/**
 * Writes counties that are like exported ones: a sixteenth of the households is left out by chance, keys are hashed anew, areas have
 * names of their own. The same number gives the same county. `templates` are taken in turn.
 */
export async function replicateLake(
  templates: readonly LakePartition[],
  replication: Replication,
): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '1GB', threads: '2' })
  const connection = await instance.connect()
  const { from, counties } = replication
  try {
    for (let number = from; number < from + counties; number++) {
      const template = templates[number % templates.length]
      if (template !== undefined) await writeCounty(connection, template, number, replication)
    }
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

async function writeCounty(
  connection: DuckDBConnection,
  template: LakePartition,
  number: number,
  { into, countiesAProvince, times, datasets }: Replication,
): Promise<void> {
  const province = `省${Math.floor(number / countiesAProvince) + 1}`
  const countyName = `县${number + 1}`
  const state = createHash('sha256').update(`${template.manifest.state} ${number} ${times}`).digest('hex')
  const project = state.slice(16, 32)
  const bare = {
    ...template.manifest,
    province,
    countyName,
    county: countyKey(province, countyName),
    project,
    state,
  }
  const files: Partial<Record<LakeName, LakeFile>> = {}
  for (const dataset of lakeSchema(lakeCodedTables())) {
    const source = template.files.get(dataset.name)
    if (source === undefined || !datasets.includes(dataset.name)) continue
    const path = filePath(dataset.name, bare)
    const target = join(into, path)
    await mkdir(dirname(target), { recursive: true })
    const rows = await connection.runAndReadAll(
      `COPY (${rowsOf(dataset, source, bare, times)}) TO '${target}' (FORMAT parquet, ROW_GROUP_SIZE 100000)`,
    )
    files[dataset.name] = { path, rows: Number(rows.getRows()[0]?.[0]), ...(await sizeAndHash(target)) }
  }
  const place = join(into, manifestPath(bare))
  await mkdir(dirname(place), { recursive: true })
  await writeFile(place, JSON.stringify({ ...bare, files }))
}

function rowsOf(
  { name, columns }: LakeDataset,
  source: string,
  { county, province, countyName, state }: LakeManifest,
  times: number,
): string {
  const isOnce = name === 'counties' || name === 'amounts'
  const keyOf = (column: string) => `md5(${column} || ${isOnce ? 0 : 'copy'} || '${county}')`
  const own: Readonly<Record<string, string>> = {
    province: `'${province}'`,
    county_name: `'${countyName}'`,
    state: `'${state}'`,
    township: areaOf('township', countyName),
    village: areaOf('village', countyName),
    ...Object.fromEntries(KEYS.map((key) => [key, keyOf(key)])),
  }
  const cells = columns.map((column) => `${own[column.name] ?? `"${column.name}"`} AS "${column.name}"`)
  const isOfHouseholds = columns.some((column) => column.name === 'household')
  const kept = isOfHouseholds ? ` WHERE ${keyOf('household')} >= '1'` : ''
  return `SELECT ${cells.join(', ')} FROM read_parquet('${source}', hive_partitioning = false), range(${isOnce ? 1 : times}) AS copies(copy)${kept}`
}

/** Keys of areas begin with the county's name; the copies' townships have a number behind theirs. */
function areaOf(column: string, countyName: string | null): string {
  return `'${countyName}/' || split_part(${column}, '/', 2) || copy || regexp_replace(${column}, '^[^/]*/[^/]*', '')`
}

async function sizeAndHash(path: string): Promise<Pick<LakeFile, 'bytes' | 'sha256'>> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return { bytes: (await stat(path)).size, sha256: hash.digest('hex') }
}
