import type { Change, Entity } from '../../domain/changes/Change'
import { splitChangeId } from '../../domain/changes/ChangeId'
import { householdOf } from '../../domain/changes/householdOf'
import { groupBy } from '../../domain/shared/groupBy'
import type { Vault } from '../crypto/Vault'
import type { StoredHousehold, StoredRow } from './SealedIndex'

/** A row before it has its position in the index. */
export type SealedRow = Omit<StoredRow, 'position'>

/** A row whose seal is valid. */
export interface OpenedRow {
  readonly changes: readonly Change[]
  /** The row's scope, computed from the changes under the seal: the unsealed one could be altered without the key. */
  readonly scope: string
}

/** Turns changes into sealed rows and back. */
export class ChangeRows {
  readonly #vault: Vault

  constructor(vault: Vault) {
    this.#vault = vault
  }

  entityKey(entity: Entity, entityId: string): string {
    return this.#vault.opaqueId('entity', entity, entityId)
  }

  /** `undefined` for the scope of the project and its people. */
  scopeKey(household: string | undefined): string {
    return household === undefined
      ? this.#vault.opaqueId('project')
      : this.#vault.opaqueId('household', household)
  }

  scopeOf(change: Change): string {
    return this.scopeKey(householdOf(change.entity, change.entityId))
  }

  /** One row for each entity and replica among the changes. */
  seal(changes: readonly Change[]): readonly SealedRow[] {
    const groups = groupBy(changes, ({ id, entity, entityId }) =>
      JSON.stringify([entity, entityId, splitChangeId(id).replica]),
    )
    return [...groups.values()].map((group) => this.#sealGroup(group))
  }

  /** Undefined where the seal is invalid: the row was altered, moved to another entity, or is another project's. */
  open(row: SealedRow): OpenedRow | undefined {
    const changes = this.#changesIn(row)
    const first = changes?.[0]
    return changes && first && { changes, scope: this.scopeOf(first) }
  }

  #changesIn(row: SealedRow): readonly Change[] | undefined {
    try {
      return JSON.parse(this.#vault.open('changes', row.entity, row.sealed)) as readonly Change[]
    } catch (error) {
      // A locked project is not a damaged one.
      if (this.#vault.isForgotten) throw error
      return undefined
    }
  }

  /** The households of the changes, with their names sealed, marked as touched at a position. */
  householdsOf(changes: readonly Change[], mark: number): readonly StoredHousehold[] {
    const names = new Set(changes.map((change) => householdOf(change.entity, change.entityId)))
    return [...names].flatMap((name) => {
      if (name === undefined) return []
      const scope = this.scopeKey(name)
      return [{ scope, sealedName: this.#vault.seal('household', scope, name), mark }]
    })
  }

  /** Undefined where the seal is invalid. */
  householdName(household: StoredHousehold): string | undefined {
    try {
      return this.#vault.open('household', household.scope, household.sealedName)
    } catch (error) {
      // A locked project is not a damaged one.
      if (this.#vault.isForgotten) throw error
      return undefined
    }
  }

  #sealGroup(group: readonly Change[]): SealedRow {
    const first = group[0]
    if (first === undefined) throw new Error('a row without changes')
    const entity = this.entityKey(first.entity, first.entityId)
    const scope = this.scopeOf(first)
    return { entity, scope, sealed: this.#vault.seal('changes', entity, JSON.stringify(group)) }
  }
}
