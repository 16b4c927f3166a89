import { groupBy } from '../shared/groupBy'
import { HOUSEHOLD_TYPES, type FrameHousehold, type HouseholdType } from './Frame'
import type { SamplingPlan } from './SamplingPlan'

/** What sets a household apart within its place and type: each group is drawn at a rate of its own. */
export type StratumGroup = 'ordinary' | 'marked' | 'visited' | 'marked_visited'

export interface FrameStratum {
  readonly township: string
  /** Null where the whole township is the place. */
  readonly village: string | null
  readonly type: HouseholdType
  readonly group: StratumGroup
  /** How often its households are drawn, an ordinary one once. */
  readonly rate: number
  /** In the frame's order. */
  readonly households: readonly FrameHousehold[]
}

/**
 * The strata of some of the frame's households: place, type and group. Villages under special supervision are places of
 * their own, so that something is drawn of each. In a fixed order; none is empty.
 */
export function formStrata(
  households: readonly FrameHousehold[],
  plan: SamplingPlan,
): readonly FrameStratum[] {
  const groupOf = groups(plan)
  const supervised = new Set(plan.supervised)
  const isByVillage = plan.place === 'village' || plan.design === 'cluster'
  const strata = groupBy(households, (household) => {
    const { township, village, type } = household
    const place = isByVillage || supervised.has(village) ? village : null
    return JSON.stringify([township, place, type, groupOf(household)])
  })
  return [...strata.values()]
    .map((ofStratum): FrameStratum => {
      const [first] = ofStratum as [FrameHousehold, ...FrameHousehold[]]
      const { township, village, type } = first
      const group = groupOf(first)
      return {
        township,
        village: isByVillage || supervised.has(village) ? village : null,
        type,
        group,
        rate: rateOf(group, plan),
        households: ofStratum,
      }
    })
    .sort(inOrder)
}

function groups({ marked, visited }: SamplingPlan): (household: FrameHousehold) => StratumGroup {
  const alsoMarked = new Set(marked.households)
  const wereVisited = new Set(visited.households)
  return ({ id, isMarked }) => {
    const isApart = marked.rate !== 1 && (isMarked || alsoMarked.has(id))
    if (visited.rate !== 1 && wereVisited.has(id)) return isApart ? 'marked_visited' : 'visited'
    return isApart ? 'marked' : 'ordinary'
  }
}

function rateOf(group: StratumGroup, { marked, visited }: SamplingPlan): number {
  switch (group) {
    case 'ordinary':
      return 1
    case 'marked':
      return marked.rate
    case 'visited':
      return visited.rate
    case 'marked_visited':
      return marked.rate * visited.rate
  }
}

const GROUPS: readonly StratumGroup[] = ['ordinary', 'marked', 'visited', 'marked_visited']

function inOrder(left: FrameStratum, right: FrameStratum): number {
  return (
    compareTexts(left.township, right.township) ||
    compareTexts(left.village ?? '', right.village ?? '') ||
    HOUSEHOLD_TYPES.indexOf(left.type) - HOUSEHOLD_TYPES.indexOf(right.type) ||
    GROUPS.indexOf(left.group) - GROUPS.indexOf(right.group)
  )
}

/** By code units: the same in every language. */
function compareTexts(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
