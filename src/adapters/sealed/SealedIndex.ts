import type { PasscodeAttempts } from '../../application/store/passcodeAttempts'
import type { ReplicaId } from '../../domain/changes/Change'
import type { SeqRanges } from '../../domain/changes/KnownChanges'
import type { ChainHead } from './chain'
import type { JournalMark } from './Journal'

/**
 * The working index of one project: rows of sealed bytes under opaque ids, found by key, written atomically and
 * strictly durable. It has no key and cannot read them. Stored by Dexie in a browser, by plain maps in tests.
 */
export interface SealedIndex {
  /** The project's header as JSON text; undefined in a new index. */
  header(): Promise<string | undefined>
  state(): Promise<IndexState>
  attempts(): Promise<PasscodeAttempts>
  replicas(): Promise<readonly (readonly [ReplicaId, SeqRanges])[]>
  /** Highest position of any row or block; 0 when there is none. */
  lastPosition(): Promise<number>
  rowsOfEntities(entities: readonly string[]): Promise<readonly StoredRow[]>
  rowsOfScopes(scopes: readonly string[]): Promise<readonly StoredRow[]>
  /** The next rows after a position, ascending: for comparing and for backups. */
  rowsAfter(position: number, limit: number): Promise<readonly StoredRow[]>
  blocksAfter(position: number, limit: number): Promise<readonly StoredBlock[]>
  block(document: string, block: string): Promise<StoredBlock | undefined>
  /** Several blocks of a document, in the order of the names; undefined for those that are not here. */
  blocks(document: string, names: readonly string[]): Promise<readonly (StoredBlock | undefined)[]>
  /** Names of the document's blocks, in no particular order. */
  blockNames(document: string): Promise<readonly string[]>
  households(): Promise<readonly StoredHousehold[]>
  touchedHouseholds(): Promise<readonly StoredHousehold[]>
  /** In the order of the groups; undefined where there are none. */
  summaries(groups: readonly string[]): Promise<readonly (Uint8Array | undefined)[]>
  /** One transaction, strictly durable. Throws what the database throws; then nothing of it is stored. */
  commit(commit: IndexCommit): Promise<void>
  close(): Promise<void>
}

/** The changes of one entity by one replica: one change while an interview is open, packed when it is finished. */
export interface StoredRow {
  /** Order of arrival in this index; the checkpoint refers to it. */
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
  /** Set while its summary is older than its changes: position of one of those. */
  readonly mark?: number
}

/**
 * The last checkpoint. Up to here both sides are known to hold the same (rows up to `position`, the journal up to `mark`),
 * and `lamport` and the replicas' numbers count everything; rows after it are read again at the next start.
 */
export interface IndexState {
  readonly lamport: number
  readonly position: number
  /** null where there is no journal. */
  readonly mark: ChainedMark | null
  /** Records up to the mark that do not open: reported at every opening. */
  readonly damage?: readonly JournalDamage[]
  /** The rows up to here were checked at the last opening, the others are next; missing: from the first on. */
  readonly checkedUpTo?: number
  /** Numbers of changes that were known here and are on neither side now, until they are imported again. */
  readonly lost?: readonly (readonly [ReplicaId, SeqRanges])[]
  /** A row did not open when it was read: all are checked at the next opening. */
  readonly isSuspect?: boolean
}

/** The end of the journal that the index has read, and the chain's head there; without a head the chain is checked from the start. */
export type ChainedMark = JournalMark & { readonly chain?: ChainHead }

/**
 * A frame of the journal that does not open, or differs from its unsealed ids; without ids, a record that has no valid frames,
 * or belongs to another journal. With `missing`: this many records before it were removed.
 */
export interface JournalDamage {
  /** Where the record begins. */
  readonly offset: number
  /** The bulk file in which it lies. */
  readonly file?: string
  readonly entity?: string
  readonly scope?: string
  readonly document?: string
  readonly block?: string
  readonly missing?: number
  /** When the last record before them was written, by this laptop's clock; empty where unknown. */
  readonly since?: string
}

export interface IndexCommit {
  readonly header?: string
  readonly attempts?: PasscodeAttempts
  readonly state?: IndexState
  readonly rows?: readonly StoredRow[]
  readonly removedPositions?: readonly number[]
  readonly replicas?: readonly (readonly [ReplicaId, SeqRanges])[]
  readonly blocks?: readonly StoredBlock[]
  readonly households?: readonly StoredHousehold[]
  /** Scopes of households that are not touched any more. */
  readonly clearedMarks?: readonly string[]
  readonly summaries?: { readonly group: string; readonly sealed: Uint8Array }
}
