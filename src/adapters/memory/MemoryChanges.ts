import { closingsWith, NOTHING_CLOSED, type Closings } from '../../application/census/closings'
import type { Change, Entity } from '../../domain/changes/Change'
import { householdOf } from '../../domain/changes/householdOf'
import { KnownChanges } from '../../domain/changes/KnownChanges'
import { unionChanges } from '../../domain/changes/unionChanges'
import { groupBy } from '../../domain/shared/groupBy'
import { success, type Result } from '../../domain/shared/Result'

/** Changes as objects, by entity, household and project. */
export class MemoryChanges {
  readonly #entities = new Map<string, readonly Change[]>()
  readonly #ofHousehold = new Map<string, Set<string>>()
  readonly #ofProject = new Set<string>()
  readonly #people = new Set<string>()
  readonly #known = new KnownChanges()
  #closings = NOTHING_CLOSED

  get people(): ReadonlySet<string> {
    return this.#people
  }

  get closings(): Closings {
    return this.#closings
  }

  of(entity: Entity, entityId: string): readonly Change[] {
    return this.#entities.get(entityKey(entity, entityId)) ?? []
  }

  ofProject(): readonly Change[] {
    return this.#ofKeys(this.#ofProject)
  }

  ofHousehold(household: string): readonly Change[] {
    return this.#ofKeys(this.#ofHousehold.get(household) ?? [])
  }

  households(): readonly string[] {
    return [...this.#ofHousehold.keys()].sort()
  }

  known(): KnownChanges {
    return this.#known.copy()
  }

  /** The incoming changes that are new; nothing is stored yet. Refused: as `unionChanges`. */
  newIn(incoming: readonly Change[]): Result<readonly Change[]> {
    const touched = new Set(incoming.map((change) => entityKey(change.entity, change.entityId)))
    const elsewhere = this.#knownUnderAnotherEntity(incoming)
    const here = [...touched].flatMap((key) => this.#entities.get(key) ?? []).concat(elsewhere)
    const united = unionChanges(here, incoming)
    return united.ok ? success(united.value.added) : united
  }

  /** Stores the changes; returns their households. */
  keep(changes: readonly Change[]): ReadonlySet<string> {
    this.#closings = closingsWith(this.#closings, changes)
    const households = new Set<string>()
    const byEntity = groupBy(changes, (change) => entityKey(change.entity, change.entityId))
    for (const [key, added] of byEntity)
      this.#entities.set(key, [...(this.#entities.get(key) ?? []), ...added])
    for (const change of changes) {
      this.#known.addChange(change)
      const key = entityKey(change.entity, change.entityId)
      const household = householdOf(change.entity, change.entityId)
      if (change.entity === 'person') this.#people.add(change.entityId)
      if (household === undefined) this.#ofProject.add(key)
      else {
        const keys = this.#ofHousehold.get(household)
        if (keys === undefined) this.#ofHousehold.set(household, new Set([key]))
        else keys.add(key)
        households.add(household)
      }
    }
    return households
  }

  #ofKeys(keys: Iterable<string>): readonly Change[] {
    return [...keys].flatMap((key) => this.#entities.get(key) ?? [])
  }

  /** Known changes with the id of an incoming one, but of another entity: `unionChanges` must see them to refuse it. */
  #knownUnderAnotherEntity(incoming: readonly Change[]): readonly Change[] {
    const ids = new Set<string>()
    for (const change of incoming) if (this.#known.hasChange(change)) ids.add(change.id)
    for (const change of incoming)
      if (ids.has(change.id) && this.of(change.entity, change.entityId).some((own) => own.id === change.id))
        ids.delete(change.id)
    if (ids.size === 0) return []
    return [...this.#entities.values()].flat().filter((change) => ids.has(change.id))
  }
}

function entityKey(entity: Entity, entityId: string): string {
  return `${entity} ${entityId}`
}
