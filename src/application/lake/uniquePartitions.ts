import type { Problem } from '../../domain/shared/Problem'
import { refusals, success, type Result } from '../../domain/shared/Result'
import { partitionName } from './LakeManifest'
import type { LakePartition } from './LakePartition'

/**
 * Partitions of several lakes as they can be summed: one that several lakes have in the same state counts once. Refused, with the two
 * folders: a partition in two states (`lake_state_twice`), two projects of one kind for one county (`lake_county_twice`), censuses
 * coded by two editions of the tables (`lake_tables_differ`).
 */
export function uniquePartitions(partitions: readonly LakePartition[]): Result<readonly LakePartition[]> {
  const ofCounty = new Map<string, LakePartition>()
  const problems: Problem[] = []
  let census: LakePartition | undefined
  for (const partition of partitions) {
    const { kind, county, project, state, tables } = partition.manifest
    const key = JSON.stringify([kind, county])
    const known = ofCounty.get(key)
    if (known !== undefined) {
      if (known.manifest.project !== project) problems.push(clash('lake_county_twice', known, partition))
      else if (known.manifest.state !== state) problems.push(clash('lake_state_twice', known, partition))
      continue
    }
    ofCounty.set(key, partition)
    if (kind !== 'census') continue
    census ??= partition
    if (tables !== census.manifest.tables) problems.push(clash('lake_tables_differ', census, partition))
  }
  return problems.length === 0 ? success([...ofCounty.values()]) : refusals(problems)
}

function clash(
  code: Extract<Problem['code'], `lake_${string}`>,
  one: LakePartition,
  other: LakePartition,
): Problem {
  const details = {
    folder: one.folder,
    other: other.folder,
    county: one.manifest.county,
    project: one.manifest.project,
    otherProject: other.manifest.project,
  }
  return { code, severity: 'error', place: {}, value: partitionName(other.manifest), details }
}
