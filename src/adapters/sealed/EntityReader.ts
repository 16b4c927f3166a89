import type { Change } from '../../domain/changes/Change'
import { groupBy } from '../../domain/shared/groupBy'
import type { ChangeRows, OpenedRow } from './ChangeRows'
import type { SealedIndex, StoredRow } from './SealedIndex'

/** Number of entities in the cache: the interview being typed, and a few around it. */
const MOST_KEPT = 32

/**
 * Reads changes by entity and by household: those in the index and those being written to it. The entities read
 * last are cached, so that an answer needs no read.
 */
export class EntityReader {
  readonly #index: SealedIndex
  readonly #rows: ChangeRows
  readonly #onDamage: (row: StoredRow) => void
  /** Most recently used last. */
  readonly #kept = new Map<string, Change[]>()
  readonly #loading = new Map<string, Promise<readonly Change[]>>()
  readonly #held = new Map<string, Change[]>()

  /** `onDamage` is called for rows that do not open; they are skipped. */
  constructor(index: SealedIndex, rows: ChangeRows, onDamage: (row: StoredRow) => void) {
    this.#index = index
    this.#rows = rows
    this.#onDamage = onDamage
  }

  read(entityKey: string): Promise<readonly Change[]> {
    const kept = this.#kept.get(entityKey)
    if (kept !== undefined) return Promise.resolve([...kept])
    const loading = this.#loading.get(entityKey) ?? this.#load(entityKey)
    this.#loading.set(entityKey, loading)
    return loading
  }

  /** The entity's changes at this moment, given what was read of it just before. */
  latest(entityKey: string, justRead: readonly Change[]): readonly Change[] {
    const kept = this.#kept.get(entityKey)
    if (kept === undefined) return once([...justRead, ...(this.#held.get(entityKey) ?? [])])
    this.#kept.delete(entityKey)
    this.#kept.set(entityKey, kept)
    return kept
  }

  /** The stored changes of many entities at once, without caching them; an entity without changes is absent. */
  async readMany(entityKeys: readonly string[]): Promise<ReadonlyMap<string, readonly Change[]>> {
    const held = new Map(entityKeys.map((key) => [key, this.#held.get(key) ?? []] as const))
    const rows = groupBy(await this.#index.rowsOfEntities(entityKeys), (row) => row.entity)
    return new Map(
      entityKeys.map((key) => {
        const stored = (rows.get(key) ?? []).flatMap((row) => this.#open(row)?.changes ?? [])
        return [key, once([...stored, ...(held.get(key) ?? [])])]
      }),
    )
  }

  /** By scope; a scope without changes is absent. */
  async readScopes(scopes: readonly string[]): Promise<ReadonlyMap<string, readonly Change[]>> {
    const held = [...this.#held.values()].flat()
    const rows = await this.#index.rowsOfScopes(scopes)
    const opened = rows.flatMap((row) => this.#open(row) ?? [])
    const byScope = groupBy(opened, ({ scope }) => scope)
    const heldByScope = groupBy(held, (change) => this.#rows.scopeOf(change))
    return new Map(
      scopes.map((scope) => {
        const stored = (byScope.get(scope) ?? []).flatMap(({ changes }) => changes)
        return [scope, once([...stored, ...(heldByScope.get(scope) ?? [])])]
      }),
    )
  }

  /** Changes on their way to the index: readers see them from now on. */
  hold(changes: readonly Change[]): void {
    for (const [key, own] of this.#byEntity(changes)) {
      this.#held.set(key, [...(this.#held.get(key) ?? []), ...own])
      this.#kept.get(key)?.push(...own)
    }
  }

  /** The changes are in the index now. */
  release(changes: readonly Change[]): void {
    const arrived = new Set(changes.map((change) => change.id))
    for (const key of this.#byEntity(changes).keys()) {
      const left = (this.#held.get(key) ?? []).filter((change) => !arrived.has(change.id))
      if (left.length > 0) this.#held.set(key, left)
      else this.#held.delete(key)
    }
  }

  /** Removes the entities of these changes from the cache: the index has more of them now. */
  forget(changes: readonly Change[]): void {
    for (const key of this.#byEntity(changes).keys()) {
      this.#kept.delete(key)
      this.#loading.delete(key)
    }
  }

  async #load(entityKey: string): Promise<readonly Change[]> {
    const heldBefore = this.#held.get(entityKey) ?? []
    const rows = await this.#index.rowsOfEntities([entityKey]).catch((error: unknown) => {
      this.#loading.delete(entityKey)
      throw error
    })
    const stored = rows.flatMap((row) => this.#open(row)?.changes ?? [])
    const changes = once([...stored, ...heldBefore, ...(this.#held.get(entityKey) ?? [])])
    if (this.#loading.delete(entityKey)) this.#keep(entityKey, changes)
    return changes
  }

  /** A row in the wrong scope counts as damaged too, though its content is valid. */
  #open(row: StoredRow): OpenedRow | undefined {
    const opened = this.#rows.open(row)
    if (opened?.scope !== row.scope) this.#onDamage(row)
    return opened
  }

  #keep(entityKey: string, changes: readonly Change[]): void {
    this.#kept.set(entityKey, [...changes])
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) break
      this.#kept.delete(oldest)
    }
  }

  #byEntity(changes: readonly Change[]): Map<string, Change[]> {
    return groupBy(changes, (change) => this.#rows.entityKey(change.entity, change.entityId))
  }
}

/** An interview packed while it was read, or a change held and stored, comes twice. */
function once(changes: readonly Change[]): readonly Change[] {
  return [...new Map(changes.map((change) => [change.id, change])).values()]
}
