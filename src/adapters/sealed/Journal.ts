/**
 * The append-only truth beside the index, in Electron's main process: it sees sealed bytes only. One folder per project,
 * locked. Structurally the same as the calls of the IPC contract, so that tests put the real journal behind it directly.
 */
export interface Journal {
  /** Made at random with the journal: a watermark of another journal says nothing about this one. */
  readonly id: string
  /** Whole records from an offset on, as many as fit a message; `next` is where to go on, equal to `offset` at the end. */
  read(offset: number): Promise<JournalPart>
  /** Durable when answered with `done`: the offset behind the record. */
  append(record: Uint8Array): Promise<JournalAnswer>
  /** One file for bulk input, durable under its name before the record that names it is appended. */
  putBulk(name: string, bytes: Uint8Array): Promise<JournalAnswer>
  bulk(name: string): Promise<Uint8Array | undefined>
  putHeader(header: string): Promise<JournalAnswer>
  close(): Promise<void>
}

export interface JournalPart {
  readonly records: readonly Uint8Array[]
  readonly next: number
}

export type JournalAnswer =
  | { readonly kind: 'done'; readonly end: number }
  /** `code` is the operating system's, e.g. ENOSPC; the journal is as it was before. */
  | { readonly kind: 'failed'; readonly code: string }

export interface JournalShelf {
  list(): Promise<readonly JournalListing[]>
  /** `since`: the index's watermark; the tail behind it is checked, or everything if it does not fit this journal. */
  open(projectId: string, since: JournalMark | null): Promise<JournalOpening>
  create(projectId: string, header: string): Promise<JournalOpening>
}

export interface JournalListing {
  readonly projectId: string
  readonly header: string
}

export interface JournalMark {
  readonly journal: string
  readonly offset: number
}

export type JournalOpening =
  | {
      readonly kind: 'open'
      readonly journal: Journal
      readonly header: string
      /** Where reading must begin: the mark's offset, or 0 if the mark did not fit. */
      readonly from: number
      /** Bytes of a torn record cut off the end and laid aside. */
      readonly tornBytes: number
      /** Records that are damaged within the journal: reported, left where they are. */
      readonly damagedRecords: number
    }
  | { readonly kind: 'missing' }
  /** Another instance has it open. */
  | { readonly kind: 'locked' }
  | { readonly kind: 'failed'; readonly code: string }
