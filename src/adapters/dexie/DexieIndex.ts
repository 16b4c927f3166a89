import Dexie, { type Table } from 'dexie'
import { NO_ATTEMPTS, type PasscodeAttempts } from '../../application/store/passcodeAttempts'
import type { SeqRanges } from '../../domain/changes/KnownChanges'
import { commitNatively } from './commitNatively'
import type {
  IndexCommit, IndexState, SealedIndex, StoredBlock, StoredHousehold, StoredRow,
} from '../sealed/SealedIndex' // prettier-ignore

interface ReplicaRow {
  readonly replica: string
  readonly ranges: SeqRanges
}

type ProjectRow =
  | { readonly name: 'header'; readonly text: string }
  | ({ readonly name: 'state' } & IndexState)
  | ({ readonly name: 'attempts' } & PasscodeAttempts)

/** The working index in IndexedDB. All data passed in are sealed already: a transaction ends when it has to wait. */
export class DexieIndex implements SealedIndex {
  readonly #database: Dexie
  readonly #onClose: () => void
  readonly #project: Table<ProjectRow, string>
  readonly #rows: Table<StoredRow, number>
  readonly #blocks: Table<StoredBlock, [string, string]>
  readonly #households: Table<StoredHousehold, string>
  readonly #replicas: Table<ReplicaRow, string>
  readonly #summaries: Table<{ readonly group: string; readonly sealed: Uint8Array }, string>

  constructor(database: Dexie, onClose: () => void) {
    this.#database = database
    this.#onClose = onClose
    this.#project = database.table('project')
    this.#rows = database.table('rows')
    this.#blocks = database.table('blocks')
    this.#households = database.table('households')
    this.#replicas = database.table('replicas')
    this.#summaries = database.table('summaries')
  }

  async header(): Promise<string | undefined> {
    const row = await this.#project.get('header')
    return row?.name === 'header' ? row.text : undefined
  }

  async state(): Promise<IndexState> {
    const row = await this.#project.get('state')
    if (row?.name !== 'state') return { lamport: 0, position: 0, mark: null }
    const { name: _name, ...state } = row
    return state
  }

  /** Stored unsealed, so anything that is not a count is ignored. */
  async attempts(): Promise<PasscodeAttempts> {
    const row = await this.#project.get('attempts')
    if (row?.name !== 'attempts' || !Number.isSafeInteger(row.wrong) || Number.isNaN(Date.parse(row.lastAt)))
      return NO_ATTEMPTS
    return { wrong: row.wrong, lastAt: row.lastAt }
  }

  async replicas(): ReturnType<SealedIndex['replicas']> {
    const rows = await this.#replicas.toArray()
    return rows.map(({ replica, ranges }) => [replica, ranges] as const)
  }

  async lastPosition(): Promise<number> {
    const [row, block] = await Promise.all([
      this.#rows.orderBy('position').last(),
      this.#blocks.orderBy('position').last(),
    ])
    return Math.max(row?.position ?? 0, block?.position ?? 0)
  }

  rowsOfEntities(entities: readonly string[]): Promise<readonly StoredRow[]> {
    return this.#rows.where('entity').anyOf(entities).toArray()
  }

  rowsOfScopes(scopes: readonly string[]): Promise<readonly StoredRow[]> {
    return this.#rows.where('scope').anyOf(scopes).toArray()
  }

  rowsAfter(position: number, limit: number): Promise<readonly StoredRow[]> {
    return this.#rows.where('position').above(position).limit(limit).toArray()
  }

  blocksAfter(position: number, limit: number): Promise<readonly StoredBlock[]> {
    return this.#blocks.where('position').above(position).limit(limit).toArray()
  }

  async blockNames(document: string): Promise<readonly string[]> {
    const own = this.#blocks
      .where('[document+block]')
      .between([document, Dexie.minKey], [document, Dexie.maxKey])
    return (await own.primaryKeys()).map(([, block]) => block)
  }

  block(document: string, block: string): Promise<StoredBlock | undefined> {
    return this.#blocks.get([document, block])
  }

  blocks(document: string, names: readonly string[]): Promise<readonly (StoredBlock | undefined)[]> {
    return this.#blocks.bulkGet(names.map((name) => [document, name]))
  }

  households(): Promise<readonly StoredHousehold[]> {
    return this.#households.toArray()
  }

  touchedHouseholds(): Promise<readonly StoredHousehold[]> {
    return this.#households.where('mark').above(0).toArray()
  }

  async summaries(groups: readonly string[]): Promise<readonly (Uint8Array | undefined)[]> {
    return (await this.#summaries.bulkGet([...groups])).map((found) => found?.sealed)
  }

  commit(commit: IndexCommit): Promise<void> {
    // Dexie returns none once Chromium has closed or removed the database.
    const native = this.#database.backendDB() as IDBDatabase | null
    if (native === null || !this.#database.isOpen())
      return Promise.reject(new DOMException('the database was closed', 'InvalidStateError'))
    return commitNatively(native, commit)
  }

  close(): Promise<void> {
    this.#database.close()
    this.#onClose()
    return Promise.resolve()
  }
}
