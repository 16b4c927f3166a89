import type { Change, Entity } from '../../domain/changes/Change'
import { splitChangeId } from '../../domain/changes/ChangeId'
import { householdOf } from '../../domain/changes/householdOf'
import { groupBy } from '../../domain/shared/groupBy'
import type { Vault } from '../crypto/Vault'
import type { StoredHousehold, StoredRow } from './SealedIndex'

/** A row before it has its place in the index. */
export type SealedRow = Omit<StoredRow, 'position'>

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

  open(row: SealedRow): readonly Change[] {
    return JSON.parse(this.#vault.open('changes', row.entity, row.sealed)) as readonly Change[]
  }

  /** The households the changes speak of, with their names sealed, marked as touched at a position. */
  householdsOf(changes: readonly Change[], mark: number): readonly StoredHousehold[] {
    const names = new Set(changes.map((change) => householdOf(change.entity, change.entityId)))
    return [...names].flatMap((name) => {
      if (name === undefined) return []
      const scope = this.scopeKey(name)
      return [{ scope, sealedName: this.#vault.seal('household', scope, name), mark }]
    })
  }

  householdName(household: StoredHousehold): string {
    return this.#vault.open('household', household.scope, household.sealedName)
  }

  #sealGroup(group: readonly Change[]): SealedRow {
    const first = group[0]
    if (first === undefined) throw new Error('a row without changes')
    const entity = this.entityKey(first.entity, first.entityId)
    const scope = this.scopeOf(first)
    return { entity, scope, sealed: this.#vault.seal('changes', entity, JSON.stringify(group)) }
  }
}
