import { fillSql } from '../fillSql'
import type { CountyInLake, LakeArea } from '../LakeArea'
import { countyArea } from '../LakeArea'
import type { LakeSource } from '../LakeEngine'
import type { LakePartition } from '../LakePartition'
import { textAt, textOrNullAt } from '../sqlRow'

/** What two counties may share: of people only those who are still with their households. */
export const SHARED = ['person', 'phone', 'photo'] as const

export type SharedKind = (typeof SHARED)[number]

/** A household that shares a key with one of another county. */
export interface SharedKey {
  readonly kind: SharedKind
  /** The key: households with the same one share what it stands for. */
  readonly shared: string
  readonly area: LakeArea
  readonly household: string
}

const ASKED = {
  person: { key: 'person', dataset: 'members', counted: 'is_present' },
  phone: { key: 'phone', dataset: 'households', counted: 'true' },
  photo: { key: 'photo', dataset: 'photos', counted: 'true' },
} as const satisfies Readonly<Record<SharedKind, object>>

/** Households of different counties with a person, a telephone or a photo in common, key by key. Partitions are of one `matching`. */
export async function* sharedKeys(
  { engine, sqlOf }: LakeSource,
  counties: ReadonlyMap<string, CountyInLake>,
): AsyncGenerator<SharedKey> {
  for (const kind of SHARED)
    for await (const row of engine.query(fillSql(sqlOf('same_keys'), ASKED[kind]))) {
      const county = counties.get(textAt(row, 1))
      if (county === undefined) continue
      const key = textOrNullAt(row, 2)
      const area: LakeArea = { ...countyArea(county), level: 'village', key }
      yield { kind, shared: textAt(row, 0), area, household: textAt(row, 3) }
    }
}

/** Partitions whose keys are made alike, two at least; and those that can be compared with no other. */
export interface MatchingGroups {
  readonly groups: readonly (readonly LakePartition[])[]
  readonly alone: readonly LakePartition[]
}

export function matchingGroups(partitions: readonly LakePartition[]): MatchingGroups {
  const byMatching = new Map<string, LakePartition[]>()
  const alone: LakePartition[] = []
  for (const partition of partitions) {
    const { matching } = partition.manifest
    if (matching === null) alone.push(partition)
    else byMatching.set(matching, [...(byMatching.get(matching) ?? []), partition])
  }
  const all = [...byMatching.values()]
  const single = all.filter((group) => group.length === 1).flat()
  return { groups: all.filter((group) => group.length > 1), alone: [...alone, ...single] }
}
