import { createHash } from 'node:crypto'
import type { LakeManifest } from '../../../application/lake/LakeManifest'
import type { LakePartition } from '../../../application/lake/LakePartition'
import { uniquePartitions } from '../../../application/lake/uniquePartitions'
import type { Problem } from '../../../domain/shared/Problem'
import { groupBy } from '../../../domain/shared/groupBy'
import { refusals, success, type Result } from '../../../domain/shared/Result'
import type { CountyLoad } from './loadCounty'

/** What becomes of a partition of the lake. */
export type LoadOutcome = 'added' | 'replaced' | 'unchanged'

/** What is to be done on one server. */
export interface ServerPlan {
  readonly loads: readonly CountyLoad[]
  /** Of every partition of the lake that belongs to this server. */
  readonly outcomes: readonly { readonly manifest: LakeManifest; readonly outcome: LoadOutcome }[]
}

/**
 * Which counties go to which server, one plan a server. A county stays where it is; one that is new goes where the hash of its key says.
 * `loaded`: what each server has. Refused, as folders of lakes are: what could not be summed after the load (see `uniquePartitions`).
 */
export function planLoad(
  lake: readonly LakePartition[],
  loaded: readonly (readonly LakePartition[])[],
): Result<readonly ServerPlan[]> {
  const twice = uniquePartitions([...loaded.flat().filter((each) => !isReplaced(each, lake)), ...lake])
  if (!twice.ok) return twice
  const onTwo = countyOnTwo(loaded)
  if (onTwo !== null) return refusals([onTwo])
  const counties = groupBy(lake, ({ manifest }) => manifest.county)
  const plans = loaded.map(() => ({
    loads: [] as CountyLoad[],
    outcomes: [] as ServerPlan['outcomes'][number][],
  }))
  for (const [county, partitions] of counties) {
    const at = serverOf(county, loaded)
    const there = (loaded[at] ?? []).filter(({ manifest }) => manifest.county === county)
    const outcomes = partitions.map(({ manifest }) => ({ manifest, outcome: outcomeOf(manifest, there) }))
    plans[at]?.outcomes.push(...outcomes)
    const changed = partitions.filter((_, index) => outcomes[index]?.outcome !== 'unchanged')
    if (changed.length === 0) continue
    const kept = there
      .map(({ manifest }) => manifest.project)
      .filter((project) => !changed.some(({ manifest }) => manifest.project === project))
    plans[at]?.loads.push({ county, partitions: changed, kept })
  }
  return success(plans)
}

function isReplaced({ manifest }: LakePartition, lake: readonly LakePartition[]): boolean {
  return lake.some(
    (each) => each.manifest.county === manifest.county && each.manifest.project === manifest.project,
  )
}

/** A county that two servers have: it would be counted twice. Null where there is none. */
export function countyOnTwo(loaded: readonly (readonly LakePartition[])[]): Problem | null {
  const known = new Map<string, LakePartition>()
  for (const partition of loaded.flat()) {
    const { county, countyName } = partition.manifest
    const first = known.get(county) ?? partition
    known.set(county, first)
    if (first.folder === partition.folder) continue
    const details = { folder: first.folder, other: partition.folder }
    return {
      code: 'postgres_county_on_two',
      severity: 'error',
      place: {},
      value: countyName ?? county,
      details,
    }
  }
  return null
}

function serverOf(county: string, loaded: readonly (readonly LakePartition[])[]): number {
  const at = loaded.findIndex((partitions) => partitions.some(({ manifest }) => manifest.county === county))
  return at >= 0 ? at : createHash('sha256').update(county).digest().readUInt32BE(0) % loaded.length
}

function outcomeOf(manifest: LakeManifest, there: readonly LakePartition[]): LoadOutcome {
  const known = there.find((each) => each.manifest.project === manifest.project)
  if (known === undefined) return 'added'
  return known.manifest.state === manifest.state &&
    (known.manifest.fullIds === null) === (manifest.fullIds === null)
    ? 'unchanged'
    : 'replaced'
}
