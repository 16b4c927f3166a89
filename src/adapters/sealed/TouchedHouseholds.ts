import type { TouchedHousehold } from '../../application/store/ProjectStore'
import type { Change } from '../../domain/changes/Change'
import { householdOf } from '../../domain/changes/householdOf'
import type { ChangeRows } from './ChangeRows'
import type { StoredHousehold } from './SealedIndex'

/**
 * Which households have changed since their summary was stored. The index stores only that a household is marked. How far its
 * mark has grown matters while the project is open, and is kept here, so that a second answer stores no second mark.
 */
export class TouchedHouseholds {
  readonly #rows: ChangeRows
  readonly #marks: Map<string, StoredHousehold>

  /** `marked`: the households that the index has marked. */
  constructor(rows: ChangeRows, marked: readonly StoredHousehold[]) {
    this.#rows = rows
    this.#marks = new Map(marked.map((household) => [household.scope, household]))
  }

  /** The households of these changes that are not marked in the index yet. */
  unmarkedOf(changes: readonly Change[], mark: number): readonly StoredHousehold[] {
    return this.#rows.householdsOf(
      changes.filter((change) => !this.#marks.has(this.#rows.scopeOf(change))),
      mark,
    )
  }

  /** The changes are being written to the index, with marks for the households that had none. */
  note(changes: readonly Change[], mark: number, newlyMarked: readonly StoredHousehold[]): void {
    for (const household of newlyMarked) this.#marks.set(household.scope, household)
    for (const change of changes) {
      if (householdOf(change.entity, change.entityId) === undefined) continue
      const scope = this.#rows.scopeOf(change)
      const marked = this.#marks.get(scope)
      if (marked !== undefined) this.#marks.set(scope, { ...marked, mark: Math.max(marked.mark ?? 0, mark) })
    }
  }

  /** Marks every household, as after a summary was lost; returns the marks for the index. */
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

  /** Clears the marks that have not grown; returns their scopes, to be cleared in the index. */
  clear(recomputed: readonly TouchedHousehold[]): readonly string[] {
    return recomputed.flatMap(({ household, mark }) => {
      const scope = this.#rows.scopeKey(household)
      if (this.#marks.get(scope)?.mark !== mark) return []
      this.#marks.delete(scope)
      return [scope]
    })
  }
}
