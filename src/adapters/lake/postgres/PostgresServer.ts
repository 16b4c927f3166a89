import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { SqlCell } from '../../../application/lake/LakeEngine'
import { postgresAddress } from './postgresAddress'
import { troubleOf } from './postgresProblem'
import { PostgresTrouble } from './PostgresTrouble'

/** A row of an answer: 64-bit counts are numbers where they are whole to 2^53, as everything that is counted here is. */
export type PostgresRow = Readonly<Record<string, unknown>>

/** A connection to one database. All throw `PostgresTrouble`. */
export interface PostgresServer {
  /** Host, port and database; without user or password. */
  readonly place: string
  readonly address: string
  /** What the login took, from the address, PGPASSWORD or the password file; null where none was needed. */
  readonly password: string | null
  query(sql: string, values?: readonly unknown[]): Promise<readonly PostgresRow[]>
  /** Rows as the statements of a lake are answered: cells in the order of the columns, days and instants as ISO text. */
  rows(sql: string, values: readonly string[]): Promise<readonly (readonly SqlCell[])[]>
  /** Sends rows, as lines of `COPY`; returns how many. What `lines` throws is passed on. */
  copy(sql: string, lines: AsyncIterable<string>): Promise<number>
  close(): Promise<void>
}

const OLDEST = 150_000
const TIMEOUT_MS = 20_000
/** `bigint` and `numeric`, which sums of `bigint` are. */
const NUMBER_TYPES: readonly number[] = [20, 1700]

/** Connects. Throws `PostgresTrouble`, also where the server is older than 15. */
export async function openServer(address: string): Promise<PostgresServer> {
  const { place } = postgresAddress(address) ?? { place: '' }
  const client = new pg.Client({
    connectionString: address,
    connectionTimeoutMillis: TIMEOUT_MS,
    application_name: 'yihu',
    keepAlive: true,
    types: {
      getTypeParser: (type, format) =>
        NUMBER_TYPES.includes(type) ? Number : pg.types.getTypeParser(type, format),
    },
  })
  let isLost = false
  // Without a listener a connection that is lost between two questions would end the process.
  client.on('error', () => (isLost = true))
  client.on('end', () => (isLost = true))
  try {
    await client.connect()
  } catch (error) {
    const trouble = troubleOf(error, place)
    throw trouble instanceof PostgresTrouble
      ? trouble
      : new PostgresTrouble('postgres_unreachable', place, {}, error)
  }
  const server: PostgresServer = {
    place,
    address,
    password: client.password ?? null,
    query: (sql, values) =>
      asking(async () => (await client.query<PostgresRow>(sql, [...(values ?? [])])).rows),
    rows: (sql, values) =>
      asking(async () => {
        const query = { text: sql, values: [...values], rowMode: 'array' as const }
        return (await client.query<unknown[]>(query)).rows.map((row) => row.map(cellOf))
      }),
    copy: (sql, lines) =>
      asking(async () => {
        const target = client.query(copyFrom(sql))
        await pipeline(Readable.from(lines), target)
        return target.rowCount
      }),
    close: () => client.end().catch(() => undefined),
  }
  await refuseOld(server)
  return server

  async function asking<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask()
    } catch (error) {
      throw isLost ? new PostgresTrouble('postgres_lost', place, {}, error) : troubleOf(error, place)
    }
  }
}

function cellOf(value: unknown): SqlCell {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return value instanceof Date ? value.toISOString() : null
}

async function refuseOld(server: PostgresServer): Promise<void> {
  const [row] = await server.query(
    'SELECT current_setting($1)::integer AS number, current_setting($2) AS name',
    ['server_version_num', 'server_version'],
  )
  if (Number(row?.['number']) >= OLDEST) return
  await server.close()
  throw new PostgresTrouble('postgres_too_old', server.place, { version: String(row?.['name']) })
}
