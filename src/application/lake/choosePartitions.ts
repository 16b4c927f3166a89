import type { Problem } from '../../domain/shared/Problem'
import { refusal, refusals, success, type Result } from '../../domain/shared/Result'
import { partitionName, type LakeManifest } from './LakeManifest'
import type { LakePartition } from './LakePartition'

export interface ChosenPartitions {
  readonly kind: LakeManifest['kind']
  readonly partitions: readonly LakePartition[]
}

/**
 * The partitions of one kind of project. `wanted`: null where whichever is there. `edition`: of the tables that this program decodes.
 * Refused: `lake_two_kinds`, `lake_kind_missing`, `lake_tables_other` (a census coded by another edition).
 */
export function choosePartitions(
  partitions: readonly LakePartition[],
  wanted: LakeManifest['kind'] | null,
  edition: string,
): Result<ChosenPartitions> {
  const kinds = new Set(partitions.map(({ manifest }) => manifest.kind))
  const [first] = kinds
  if (wanted === null && kinds.size > 1) return refusal('lake_two_kinds')
  const kind = wanted ?? first
  if (kind === undefined || !kinds.has(kind)) return refusal('lake_kind_missing', kind ?? null)
  const chosen = partitions.filter(({ manifest }) => manifest.kind === kind)
  const others = otherEdition(chosen, edition)
  return others.length > 0 ? refusals(others) : success({ kind, partitions: chosen })
}

/** Censuses that were coded by another edition of the tables than this program's: `lake_tables_other`. */
export function otherEdition(partitions: readonly LakePartition[], edition: string): readonly Problem[] {
  return partitions
    .filter(({ manifest }) => manifest.kind === 'census' && manifest.tables !== edition)
    .map(({ folder, manifest }) => {
      const value = partitionName(manifest)
      return { code: 'lake_tables_other', severity: 'error', place: { file: folder }, value }
    })
}
