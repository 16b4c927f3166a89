import type { TouchedHousehold } from '../../application/store/ProjectStore'
import type { Change } from '../../domain/changes/Change'
import { householdOf } from '../../domain/changes/householdOf'
import type { ChangeRows } from './ChangeRows'
import type { StoredHousehold } from './SealedIndex'

/**
 * Which households have changed since their summary was put. The index keeps only that a household is marked; how far its
 * mark has grown matters while the project is open, and lies here: so a second answer stores no second mark.
 */
export class TouchedHouseholds {
  readonly #rows: ChangeRows
  readonly #marks: Map<string, StoredHousehold>

  /** `marked`: the households that the index has marked. */
  constructor(rows: ChangeRows, marked: readonly StoredHousehold[]) {
    this.#rows = rows
    this.#marks = new Map(marked.map((household) => [household.scope, household]))
  }

  /** The households of these changes that the index has yet to mark. */
  unmarkedOf(changes: readonly Change[], mark: number): readonly StoredHousehold[] {
    return this.#rows.householdsOf(
      changes.filter((change) => !this.#marks.has(this.#rows.scopeOf(change))),
      mark,
    )
  }

  /** The changes are on their way to the index, with those that were unmarked. */
  note(changes: readonly Change[], mark: number, newlyMarked: readonly StoredHousehold[]): void {
    for (const household of newlyMarked) this.#marks.set(household.scope, household)
    for (const change of changes) {
      if (householdOf(change.entity, change.entityId) === undefined) continue
      const scope = this.#rows.scopeOf(change)
      const marked = this.#marks.get(scope)
      if (marked !== undefined) this.#marks.set(scope, { ...marked, mark: Math.max(marked.mark ?? 0, mark) })
    }
  }

  /** Marks every household, as after a summary was lost; gives what the index has to mark. */
  markAll(households: readonly StoredHousehold[]): readonly StoredHousehold[] {
    const unmarked = households.filter(({ scope }) => !this.#marks.has(scope))
    const marked = unmarked.map((household) => ({ ...household, mark: 1 }))
    for (const household of marked) this.#marks.set(household.scope, household)
    return marked
  }

  list(): readonly TouchedHousehold[] {
    return [...this.#marks.values()].flatMap((marked) => {
      const household = this.#rows.householdName(marked)
      return household === undefined ? [] : [{ household, mark: marked.mark ?? 0 }]
    })
  }

  /** Clears the marks that have not grown; gives their scopes, for the index to do the same. */
  clear(recomputed: readonly TouchedHousehold[]): readonly string[] {
    return recomputed.flatMap(({ household, mark }) => {
      const scope = this.#rows.scopeKey(household)
      if (this.#marks.get(scope)?.mark !== mark) return []
      this.#marks.delete(scope)
      return [scope]
    })
  }
}
