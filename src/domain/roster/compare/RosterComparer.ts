import type { RosterHousehold } from '../Roster'
import { changedCells } from './compareHousehold'
import { pairMembers } from './pairMembers'
import type { ChangedHousehold, ComparisonChoice, RosterComparison } from './RosterComparison'

/** Header under which a household that keeps its known id holds the register number of the new list. */
const HOUSEHOLD_NUMBER = '户编号'

/**
 * Holds a newly read list against the one in use, which is handed over part by part: a county is large. Households are the
 * same by 户编号, else by the head's ID number; they, and their members, keep the ids they have in the project.
 */
export class RosterComparer {
  readonly #left: Map<string, RosterHousehold>
  readonly #byHead: Map<string, RosterHousehold>
  readonly #unmatched: RosterHousehold[] = []
  readonly #changed: ChangedHousehold[] = []
  readonly #same: RosterHousehold[] = []

  constructor(after: readonly RosterHousehold[]) {
    this.#left = new Map(after.map((household) => [household.id, household]))
    this.#byHead = new Map()
    for (const household of after) {
      const head = headIdNumber(household)
      if (head !== null) this.#byHead.set(head, household)
    }
  }

  /** A part of the list in use. */
  take(before: readonly RosterHousehold[]): void {
    for (const household of before) {
      const found = this.#left.get(household.kept[HOUSEHOLD_NUMBER] ?? household.id)
      if (found === undefined) this.#unmatched.push(household)
      else this.#pair(household, found)
    }
  }

  /** Once all of the list in use was handed over. */
  finish(): RosterComparison {
    const gone: RosterHousehold[] = []
    for (const household of this.#unmatched) {
      const found = this.#byHead.get(headIdNumber(household) ?? '')
      if (found !== undefined && this.#left.has(found.id)) this.#pair(household, found)
      else gone.push(household)
    }
    return { added: [...this.#left.values()], changed: this.#changed, gone, same: this.#same }
  }

  #pair(before: RosterHousehold, found: RosterHousehold): void {
    this.#left.delete(found.id)
    const after = underKnownIds(before, found)
    const cells = changedCells(before, after)
    if (cells.length === 0) this.#same.push(after)
    else this.#changed.push({ before, after, cells })
  }
}

/** The list that a choice for each group makes of a comparison. */
export function mergedRoster(
  { added, changed, gone, same }: RosterComparison,
  choice: ComparisonChoice,
): readonly RosterHousehold[] {
  return [
    ...same,
    ...changed.map(({ before, after }) => (choice.changed === 'take_new' ? after : before)),
    ...(choice.added === 'take' ? added : []),
    ...(choice.gone === 'keep' ? gone : []),
  ]
}

function underKnownIds(before: RosterHousehold, after: RosterHousehold): RosterHousehold {
  const { pairs } = pairMembers(before.members, after.members)
  const known = new Map(pairs.map(([old, now]) => [now.id, old.id]))
  const members = after.members.map((member) => ({ ...member, id: known.get(member.id) ?? member.id }))
  if (before.id === after.id) return { ...after, members }
  return { ...after, id: before.id, members, kept: { ...after.kept, [HOUSEHOLD_NUMBER]: after.id } }
}

function headIdNumber({ members }: RosterHousehold): string | null {
  return members.find(({ relation }) => relation === 'head')?.idNumber ?? null
}
