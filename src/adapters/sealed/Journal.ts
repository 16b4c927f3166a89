import type {
  JournalAppended,
  JournalFound,
  JournalListing,
  JournalMark,
  JournalNotOpened,
  JournalRead,
  JournalRecord,
  JournalWritten,
} from '../../../electron/ipc-contract'

export type { JournalAppended, JournalMark, JournalRecord, JournalWritten }

/**
 * The append-only file beside the index, in Electron's main process: it sees sealed bytes only. One folder per project,
 * locked. Its answers are those of the IPC contract, so that tests can use the real journal directly.
 */
export interface Journal {
  /** Random, made with the journal: a watermark of another journal does not apply to this one. */
  readonly id: string
  /** Whole records from an offset on, as many as fit a message. */
  read(offset: number): Promise<JournalRead>
  /** `failures`: how many failed appends are known of; see the contract. */
  append(record: Uint8Array, failures: number): Promise<JournalAppended>
  /** One file for bulk input, durable under its name before the record that names it is appended. */
  putBulk(name: string, bytes: Uint8Array): Promise<JournalWritten>
  bulk(name: string): Promise<Uint8Array | undefined>
  putHeader(header: string): Promise<JournalWritten>
  close(): Promise<void>
}

export interface JournalShelf {
  list(): Promise<readonly JournalListing[]>
  /** `since`: the index's watermark; the tail behind it is checked, or everything if it does not fit this journal. */
  open(projectId: string, since: JournalMark | null): Promise<JournalOpening>
  create(projectId: string, header: string): Promise<JournalOpening>
}

export type JournalOpening =
  (JournalFound & { readonly kind: 'open'; readonly journal: Journal }) | JournalNotOpened
