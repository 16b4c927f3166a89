import { splitChangeId } from '../../domain/changes/ChangeId'
import { groupBy } from '../../domain/shared/groupBy'
import { success, type Result } from '../../domain/shared/Result'
import type { ChangeRows } from './ChangeRows'
import type { SealedIndex, StoredRow } from './SealedIndex'

/**
 * Packs all rows of one entity into one row for each replica. A packed row takes the highest position of those it
 * replaces, so that the comparison with the journal finds nothing new.
 */
export async function packRows(
  index: SealedIndex,
  rows: ChangeRows,
  entityKey: string,
): Promise<Result<null>> {
  const stored = await index.rowsOfEntities([entityKey])
  // Rows that do not open are left alone.
  const opened = stored.flatMap((row) => {
    const changes = rows.open(row)?.changes
    return changes === undefined ? [] : [{ row, changes }]
  })
  const byReplica = [...groupBy(opened, ({ changes }) => replicaOf(changes)).values()]
  const crowded = byReplica.filter((group) => group.length > 1)
  if (crowded.length === 0) return success(null)
  const packed = crowded.map((group): StoredRow => {
    const [row] = rows.seal(group.flatMap(({ changes }) => changes))
    if (row === undefined) throw new Error('rows without changes')
    return { ...row, position: group.reduce((highest, entry) => Math.max(highest, entry.row.position), 0) }
  })
  const removedPositions = crowded.flat().map(({ row }) => row.position)
  await index.commit({ removedPositions, rows: packed })
  return success(null)
}

function replicaOf(changes: readonly { readonly id: `${string}:${number}` }[]): string {
  const first = changes[0]
  if (first === undefined) throw new Error('a row without changes')
  return splitChangeId(first.id).replica
}
