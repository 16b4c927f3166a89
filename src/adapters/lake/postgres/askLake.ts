import type { SqlCell } from '../../../application/lake/LakeEngine'
import type { LakePartition } from '../../../application/lake/LakePartition'
import { LAKE_NAMES } from '../../../application/lake/lakeSchema'
import { groupBy } from '../../../domain/shared/groupBy'
import { PostgresTrouble } from './PostgresTrouble'
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

/** The counties in the order of their keys, a few of one server at a time. */
function countiesOf(parts: readonly LakePart[]): readonly LakePart[] {
  const counties = parts
    .flatMap(({ readers, partitions }) =>
      [...groupBy(partitions, ({ manifest }) => manifest.county)].map(([county, own]) => ({
        ...{ county: Buffer.from(county), readers, partitions: own },
      })),
    )
    .sort((one, other) => Buffer.compare(one.county, other.county))
  const batches: { readers: Readers; partitions: LakePartition[]; counties: number }[] = []
  for (const { readers, partitions } of counties) {
    const last = batches.at(-1)
    if (last?.readers === readers && last.counties < COUNTIES_AT_ONCE) {
      last.partitions.push(...partitions)
      last.counties++
    } else batches.push({ readers, partitions: [...partitions], counties: 1 })
  }
  return batches
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
    throw new PostgresTrouble(
      'postgres_needs_coordinator',
      parts.map(({ readers }) => readers.place).join(', '),
    )
  return part
}

async function ask({ readers, partitions }: LakePart, sql: string, values: readonly string[]): Promise<Rows> {
  const names = LAKE_NAMES.filter((name) => new RegExp(`\\b${name}\\b`).test(sql))
  return readers.use(async (server) => {
    for (const name of names) await server.query(viewStatement(name, partitions))
    return server.rows(sql, values)
  })
}
