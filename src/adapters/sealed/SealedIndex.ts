import type { ReplicaId } from '../../domain/changes/Change'
import type { SeqRanges } from '../../domain/changes/KnownChanges'

/**
 * The working index of one project: rows of sealed bytes under opaque ids, found by key, written all or nothing and
 * strictly durable. It knows neither key nor meaning. Dexie keeps it in a browser, plain maps keep it in tests.
 */
export interface SealedIndex {
  /** The project's header as JSON text; undefined when the index was made just now. */
  header(): Promise<string | undefined>
  state(): Promise<IndexState>
  replicas(): Promise<readonly (readonly [ReplicaId, SeqRanges])[]>
  /** Highest position of any row or block; 0 when there is none. */
  lastPosition(): Promise<number>
  rowsOfEntities(entities: readonly string[]): Promise<readonly StoredRow[]>
  rowsOfScopes(scopes: readonly string[]): Promise<readonly StoredRow[]>
  /** The next rows after a position, ascending: for comparing and for moving house. */
  rowsAfter(position: number, limit: number): Promise<readonly StoredRow[]>
  blocksAfter(position: number, limit: number): Promise<readonly StoredBlock[]>
  block(document: string, block: string): Promise<StoredBlock | undefined>
  households(): Promise<readonly StoredHousehold[]>
  touchedHouseholds(): Promise<readonly StoredHousehold[]>
  summaries(group: string): Promise<Uint8Array | undefined>
  /** One transaction, strictly durable. Throws what the database throws; then nothing of it is kept. */
  commit(commit: IndexCommit): Promise<void>
  close(): Promise<void>
}

/** The changes of one entity by one replica: one change while an interview is open, packed when it is finished. */
export interface StoredRow {
  /** Order of arrival in this index; what the watermark counts by. */
  readonly position: number
  /** Opaque id of the entity. */
  readonly entity: string
  /** Opaque id of the household, or of the project for its own changes. */
  readonly scope: string
  readonly sealed: Uint8Array
}

/** One part of a document (a village of a roster). */
export interface StoredBlock {
  readonly position: number
  readonly document: string
  readonly block: string
  readonly sealed: Uint8Array
}

export interface StoredHousehold {
  readonly scope: string
  readonly sealedName: Uint8Array
  /** Position of its latest change while its summary is older than that. */
  readonly mark?: number
}

export interface IndexState {
  readonly lamport: number
  readonly watermark: Watermark | null
}

/** Up to here both sides are known to hold the same: journal bytes before `offset`, index positions up to `position`. */
export interface Watermark {
  readonly journal: string
  readonly offset: number
  readonly position: number
}

export interface IndexCommit {
  readonly header?: string
  readonly state?: IndexState
  readonly rows?: readonly StoredRow[]
  readonly removedPositions?: readonly number[]
  /** Numbers to be added to what is known of each replica, in the same transaction as their rows. */
  readonly known?: readonly (readonly [ReplicaId, readonly number[]])[]
  readonly blocks?: readonly StoredBlock[]
  readonly households?: readonly StoredHousehold[]
  /** Marks to clear where they have not grown meanwhile. */
  readonly clearedMarks?: readonly { readonly scope: string; readonly mark: number }[]
  readonly summaries?: { readonly group: string; readonly sealed: Uint8Array }
}
