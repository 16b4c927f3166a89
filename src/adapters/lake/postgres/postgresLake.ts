import type { LakeEngine } from '../../../application/lake/LakeEngine'
import type { LakePartition } from '../../../application/lake/LakePartition'
import { uniquePartitions } from '../../../application/lake/uniquePartitions'
import { refusals, success, type Result } from '../../../domain/shared/Result'
import { askLake, type LakePart } from './askLake'
import { countyNotCoordinated } from './coordinatedCounties'
import { loadedPartitions } from './loadedPartitions'
import { openReaders, type Readers } from './openReaders'
import { countyOnTwo } from './planLoad'
import type { PostgresServer } from './PostgresServer'
import { PostgresTrouble } from './PostgresTrouble'

/** A lake in PostgreSQL as it was at one moment: loads wait until it is closed. */
export interface PostgresLake {
  readonly partitions: readonly LakePartition[]
  /** Asks those of the partitions alone. Its statements throw `PostgresTrouble`; it ends with the lake. */
  engineOf(wanted: readonly LakePartition[]): LakeEngine
  close(): Promise<void>
}

/**
 * Opens a lake in one database, or in several that have their counties each. Refused where counties could not be summed. Throws
 * `PostgresTrouble`, also where a database has no lake, and where a coordinating one does not know all counties of its servers.
 */
export async function openPostgresLake(addresses: readonly string[]): Promise<Result<PostgresLake>> {
  const opened: Readers[] = []
  const close = async () => {
    for (const readers of opened) await readers.close()
  }
  try {
    for (const address of addresses) opened.push(await openReaders(address))
    const loaded = await Promise.all(opened.map((readers) => readers.use(partitionsOf)))
    // Of a few counties one server may have none.
    if (loaded.flat().length === 0)
      throw new PostgresTrouble('postgres_no_lake', opened.map(({ place }) => place).join(', '))
    const twice = countyOnTwo(loaded)
    const unique = twice === null ? uniquePartitions(loaded.flat()) : refusals([twice])
    if (!unique.ok) {
      await close()
      return unique
    }
    const engineOf = (wanted: readonly LakePartition[]): LakeEngine => {
      const parts = partsOf(opened, loaded, new Set(wanted))
      return { query: (sql, values) => askLake(parts, sql, values), close: () => Promise.resolve() }
    }
    return success({ partitions: unique.value, engineOf, close })
  } catch (error) {
    await close()
    throw error
  }
}

async function partitionsOf(server: PostgresServer): Promise<readonly LakePartition[]> {
  const partitions = await loadedPartitions(server)
  const county = await countyNotCoordinated(server)
  if (county !== null) throw new PostgresTrouble('postgres_not_coordinated', server.place, { county })
  return partitions
}

function partsOf(
  opened: readonly Readers[],
  loaded: readonly (readonly LakePartition[])[],
  wanted: ReadonlySet<LakePartition>,
): readonly LakePart[] {
  return opened.map((readers, at) => ({
    readers,
    partitions: (loaded[at] ?? []).filter((partition) => wanted.has(partition)),
  }))
}
