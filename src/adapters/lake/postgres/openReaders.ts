import { LAKE_LOCK } from './inTransaction'
import { PARTITIONS_TABLE, tableName } from './lakeDdl'
import { openServer, type PostgresServer } from './PostgresServer'
import { PostgresTrouble } from './PostgresTrouble'
import { literal } from '../sqlNames'

/** Connections to one database that all see it as it was when the first was opened. */
export interface Readers {
  readonly place: string
  /** Lends a connection; waits where all are lent. */
  use<T>(work: (server: PostgresServer) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** So many statements at once a server: each takes one processor of it. */
export const READERS = 2

/**
 * Groups are kept in memory where the planner would sort all rows for each of many tables; a few counties' groups take some
 * megabytes of it.
 */
const SETTINGS = `SET work_mem = '512MB'; SET enable_partitionwise_aggregate = on`

/** Throws `PostgresTrouble`, also where the database has no lake. */
export async function openReaders(address: string): Promise<Readers> {
  const first = await openServer(address)
  const all: Promise<PostgresServer>[] = []
  const close = async () => {
    for (const server of await Promise.allSettled(all))
      if (server.status === 'fulfilled') await server.value.close()
    await first.close()
  }
  try {
    const snapshot = await hold(first)
    for (let at = 0; at < READERS; at++) all.push(openAt(address, snapshot))
    await Promise.all(all)
    return { place: first.place, use: lending(all), close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Keeps counties from being exchanged, and then takes a snapshot for the others. */
async function hold(server: PostgresServer): Promise<string> {
  await server.query(`SELECT pg_advisory_lock_shared(${LAKE_LOCK})`)
  const [there] = await server.query('SELECT to_regclass($1) IS NOT NULL AS is_there', [
    tableName(PARTITIONS_TABLE),
  ])
  if (there?.['is_there'] !== true) throw new PostgresTrouble('postgres_no_lake', server.place)
  await server.query('BEGIN ISOLATION LEVEL REPEATABLE READ')
  const [row] = await server.query('SELECT pg_export_snapshot() AS snapshot')
  return String(row?.['snapshot'])
}

async function openAt(address: string, snapshot: string): Promise<PostgresServer> {
  const server = await openServer(address)
  await server.query(SETTINGS)
  await server.query('BEGIN ISOLATION LEVEL REPEATABLE READ')
  await server.query(`SET TRANSACTION SNAPSHOT ${literal(snapshot)}`)
  return server
}

function lending(all: readonly Promise<PostgresServer>[]): Readers['use'] {
  const ends: Promise<unknown>[] = all.map(() => Promise.resolve())
  let turn = 0
  return (work) => {
    // Each has its queue; statements are about as long as each other.
    const at = turn++ % all.length
    const done = Promise.resolve(ends[at]).then(async () => work(await (all[at] as Promise<PostgresServer>)))
    ends[at] = done.catch(() => undefined)
    return done
  }
}
