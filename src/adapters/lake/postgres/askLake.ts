import type { SqlCell } from '../../../application/lake/LakeEngine'
import type { LakePartition } from '../../../application/lake/LakePartition'
import { LAKE_NAMES } from '../../../application/lake/lakeSchema'
import { groupBy } from '../../../domain/shared/groupBy'
import { READERS, type Readers } from './openReaders'
import { viewStatement } from './viewStatement'

/** A server and what is asked of it. */
export interface LakePart {
  readonly readers: Readers
  readonly partitions: readonly LakePartition[]
}

type Rows = readonly (readonly SqlCell[])[]

/** Counties asked at once: planning the tables of a few takes no time, and their groups fit into memory. */
const COUNTIES_AT_ONCE = 4

/** The rows of a statement over the counties of all servers. Throws `PostgresTrouble`. */
export async function* askLake(
  parts: readonly LakePart[],
  sql: string,
  values: readonly string[] = [],
): AsyncGenerator<readonly SqlCell[]> {
  if (isByCounty(sql)) yield* askInTurn(countiesOf(parts), sql, values)
  else yield* await ask(partOf(parts, values), sql, values)
}

/** See `LakeEngine`: such a statement may be asked for some of the counties at a time. */
function isByCounty(sql: string): boolean {
  return /\bORDER BY county\s*$/.test(sql)
}

/** A few counties of a server each; those of the servers in turn, so that all have something to do. */
function countiesOf(parts: readonly LakePart[]): readonly LakePart[] {
  const ofServers = parts.map(({ readers, partitions }) => {
    const counties = [...groupBy(partitions, ({ manifest }) => manifest.county).values()]
    const count = Math.ceil(counties.length / COUNTIES_AT_ONCE)
    return Array.from({ length: count }, (_, at) => ({
      readers,
      partitions: counties.slice(at * COUNTIES_AT_ONCE, (at + 1) * COUNTIES_AT_ONCE).flat(),
    }))
  })
  const most = Math.max(0, ...ofServers.map((own) => own.length))
  return Array.from({ length: most }, (_, at) => ofServers.flatMap((own) => own[at] ?? [])).flat()
}

/** Asks for the next counties while the rows of the first are taken. */
async function* askInTurn(
  parts: readonly LakePart[],
  sql: string,
  values: readonly string[],
): AsyncGenerator<readonly SqlCell[]> {
  const ahead = READERS * new Set(parts.map(({ readers }) => readers)).size
  const asked: Promise<Rows>[] = []
  for (const part of parts) {
    const rows = ask(part, sql, values)
    // Told when its turn comes; until then it is nobody's.
    rows.catch(() => undefined)
    asked.push(rows)
    if (asked.length > ahead) yield* (await asked.shift()) ?? []
  }
  for (const rows of asked) yield* await rows
}

/** The server of a statement over all counties, or over one that its values name. */
function partOf(parts: readonly LakePart[], values: readonly string[]): LakePart {
  const own = parts.filter(({ partitions }) =>
    partitions.some(({ manifest }) => values.includes(manifest.county)),
  )
  const [part] = own.length === 0 ? parts : own
  if (part === undefined || (own.length === 0 && parts.length > 1))
    throw new Error('a statement over the counties of several servers: a coordinating database is needed')
  return part
}

async function ask({ readers, partitions }: LakePart, sql: string, values: readonly string[]): Promise<Rows> {
  const names = LAKE_NAMES.filter((name) => new RegExp(`\\b${name}\\b`).test(sql))
  return readers.use(async (server) => {
    for (const name of names) await server.query(viewStatement(name, partitions))
    return server.rows(sql, values)
  })
}
