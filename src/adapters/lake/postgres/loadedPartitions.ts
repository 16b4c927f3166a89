import { parseManifest } from '../../../application/lake/LakeManifest'
import type { LakePartition } from '../../../application/lake/LakePartition'
import { PARTITIONS_TABLE, tableName } from './lakeDdl'
import { PostgresTrouble } from './PostgresTrouble'
import type { PostgresServer } from './PostgresServer'

/** What a database has of the lake, by county and project; its `folder` is the server's place. None where it has no schema yet. */
export async function loadedPartitions(server: PostgresServer): Promise<readonly LakePartition[]> {
  const table = tableName(PARTITIONS_TABLE)
  const [there] = await server.query('SELECT to_regclass($1) IS NOT NULL AS is_there', [table])
  if (there?.['is_there'] !== true) return []
  const rows = await server.query(`SELECT manifest FROM ${table} ORDER BY county, project`)
  return rows.map(({ manifest }) => {
    const parsed = parseManifest(manifest)
    if (parsed === null) throw new PostgresTrouble('postgres_other_version', server.place)
    return { folder: server.place, manifest: parsed, files: new Map() }
  })
}
