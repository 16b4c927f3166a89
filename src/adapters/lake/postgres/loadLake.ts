import { DuckDBInstance } from '@duckdb/node-api'
import { lakeSchema } from '../../../application/lake/lakeSchema'
import type { LakePartition } from '../../../application/lake/LakePartition'
import type { CompiledTable } from '../../../domain/programmes/census/tables/CompiledTable'
import type { Problem } from '../../../domain/shared/Problem'
import { success, type Result } from '../../../domain/shared/Result'
import { loadCounty, removeUnfinished } from './loadCounty'
import { loadedPartitions } from './loadedPartitions'
import { planLoad, type LoadOutcome, type ServerPlan } from './planLoad'
import type { PostgresServer } from './PostgresServer'
import { PostgresTrouble } from './PostgresTrouble'
import { prepareSchema } from './prepareSchema'

/** A partition of the lake and what became of it. */
export interface LoadedPartition {
  readonly county: string
  readonly countyName: string | null
  readonly project: string
  readonly server: string
  readonly outcome: LoadOutcome
}

export interface LoadReport {
  readonly partitions: readonly LoadedPartition[]
  readonly rows: number
  /** What stopped a server; its counties that are not among `partitions` are as they were. */
  readonly problems: readonly Problem[]
}

const READER_MEMORY = '512MB'

/**
 * Loads a lake into servers that were opened, each with its counties, side by side; a county is loaded wholly or not at all. Loading
 * the same state again changes nothing. Throws `PostgresTrouble` where a server refuses before anything is loaded.
 */
export async function loadLake(
  lake: readonly LakePartition[],
  servers: readonly PostgresServer[],
  tables: readonly CompiledTable[],
): Promise<Result<LoadReport>> {
  for (const server of servers) await beAlone(server)
  const loaded = await Promise.all(servers.map(loadedPartitions))
  const plans = planLoad(lake, loaded)
  if (!plans.ok) return plans
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: READER_MEMORY })
  try {
    const reports = await Promise.all(
      servers.map((server, at) => loadServer(server, plans.value[at], tables, instance)),
    )
    return success({
      partitions: reports.flatMap(({ partitions }) => partitions),
      rows: reports.reduce((sum, { rows }) => sum + rows, 0),
      problems: reports.flatMap(({ problems }) => problems),
    })
  } finally {
    instance.closeSync()
  }
}

/** Two loads at once would take each other's unfinished tables for left ones. Held until the connection ends. */
async function beAlone(server: PostgresServer): Promise<void> {
  const [row] = await server.query(`SELECT pg_try_advisory_lock(hashtext('yihu load')) AS is_alone`)
  if (row?.['is_alone'] !== true) throw new PostgresTrouble('postgres_busy', server.place)
}

async function loadServer(
  server: PostgresServer,
  plan: ServerPlan | undefined,
  tables: readonly CompiledTable[],
  instance: DuckDBInstance,
): Promise<LoadReport> {
  const { loads, outcomes } = plan ?? { loads: [], outcomes: [] }
  const isToBeLoaded = new Set(loads.map(({ county }) => county))
  const done = new Set<string>()
  const datasets = lakeSchema(tables)
  let rows = 0
  let problems: readonly Problem[] = []
  const reader = await instance.connect()
  try {
    await reader.run(`SET TimeZone = 'UTC'`)
    await prepareSchema(server, tables, 'rows')
    await removeUnfinished(server)
    for (const load of loads) {
      rows += await loadCounty(server, reader, datasets, load)
      done.add(load.county)
    }
  } catch (error) {
    if (!(error instanceof PostgresTrouble)) throw error
    problems = [error.problem]
  } finally {
    reader.closeSync()
  }
  const told = outcomes.filter(({ manifest: { county } }) => !isToBeLoaded.has(county) || done.has(county))
  const partitions = told.map(({ manifest: { county, countyName, project }, outcome }) => ({
    ...{ county, countyName, project, outcome, server: server.place },
  }))
  return { partitions, rows, problems }
}
