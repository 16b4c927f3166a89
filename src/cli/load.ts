import { coordinate } from '../adapters/lake/postgres/coordinate'
import { loadLake, type LoadReport } from '../adapters/lake/postgres/loadLake'
import { openServer, type PostgresServer } from '../adapters/lake/postgres/PostgresServer'
import { PostgresTrouble } from '../adapters/lake/postgres/PostgresTrouble'
import { readLake } from '../adapters/lake/readLake'
import { lakeCodedTables, tablesEdition } from '../adapters/resources/censusTables'
import { textsOf } from '../adapters/resources/texts'
import { otherEdition } from '../application/lake/choosePartitions'
import type { Problem } from '../domain/shared/Problem'
import { refusals, success, type Result } from '../domain/shared/Result'
import { tellingFileTrouble } from './fileProblem'
import { loadReport } from './loadReport'
import { LOAD_USAGE, parseLoadUsage, type LoadUsage } from './loadUsage'
import { print, warn } from './print'
import { problemLines } from './problemLines'

/** `yihu load`. Returns the exit code: 0 all loaded, 1 refused, or stopped at some county, 2 wrong usage. */
export async function loadCommand(args: readonly string[]): Promise<number> {
  const usage = parseLoadUsage(args)
  if (usage === null) {
    warn(LOAD_USAGE)
    return 2
  }
  const refuse = (problems: readonly Problem[]): number => {
    warn(problemLines(problems, textsOf(usage.language), usage.isVerbose))
    return 1
  }
  return tellingFileTrouble(async () => {
    const lake = usage.from.length === 0 ? success([]) : await readLake(usage.from)
    if (!lake.ok) return refuse(lake.problems)
    const loaded = await onServers(usage, (servers, coordinator) => load(lake.value, servers, coordinator))
    if (!loaded.ok) return refuse(loaded.problems)
    const { partitions, rows, problems } = loaded.value
    if (usage.json) print(JSON.stringify({ partitions, rows, problems }, null, 2))
    else if (usage.from.length > 0) print(loadReport(loaded.value, usage.language))
    return problems.length === 0 ? 0 : refuse(problems)
  }, refuse)
}

async function load(
  lake: Parameters<typeof loadLake>[0],
  servers: readonly PostgresServer[],
  coordinator: PostgresServer | null,
): Promise<Result<LoadReport>> {
  const other = otherEdition(lake, tablesEdition())
  if (other.length > 0) return refusals(other)
  const tables = lakeCodedTables()
  const loaded = await loadLake(lake, servers, tables)
  if (!loaded.ok || coordinator === null || loaded.value.problems.length > 0) return loaded
  const coordinated = await coordinate(coordinator, servers, tables)
  return coordinated.ok ? loaded : coordinated
}

/** Opens the servers for some work and closes them. What a server refuses is a problem. */
async function onServers<T>(
  { into, coordinate: above }: LoadUsage,
  work: (servers: readonly PostgresServer[], coordinator: PostgresServer | null) => Promise<Result<T>>,
): Promise<Result<T>> {
  const opened: PostgresServer[] = []
  const open = async (address: string): Promise<PostgresServer> => {
    const server = await openServer(address)
    opened.push(server)
    return server
  }
  try {
    const servers: PostgresServer[] = []
    for (const address of into) servers.push(await open(address))
    return await work(servers, above === null ? null : await open(above))
  } catch (error) {
    if (error instanceof PostgresTrouble) return refusals([error.problem])
    throw error
  } finally {
    for (const server of opened) await server.close()
  }
}
