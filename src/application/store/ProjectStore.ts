import type { Change, Entity } from '../../domain/changes/Change'
import type { ChangeDraft } from '../../domain/changes/ChangeDraft'
import type { KnownChanges } from '../../domain/changes/KnownChanges'
import type { RosterHousehold } from '../../domain/roster/Roster'
import type { Problem } from '../../domain/shared/Problem'
import type { Result } from '../../domain/shared/Result'

/**
 * One open project: everything the app keeps of it. Written are only changes and whole roster documents; summaries are
 * a cache that may be lost. Whatever has been read or saved stays true however the app ends.
 */
export interface ProjectStore {
  readonly projectId: string
  /** What opening met and mended, for the user to see: `journal_tail_cut`, `index_rebuilt`, `journal_recreated` … */
  readonly openingProblems: readonly Problem[]

  /**
   * Numbers the drafts and keeps them; resolves when they are durable on every side this platform has, all or none.
   * Refused: `person_unknown` (nobody of the project's list, nor of this write), `change_invalid`, and `not_saved`
   * (disk full …): then the changes are held, shown by reads, and tried again before the next write and by `retryUnsaved`.
   */
  write(drafts: readonly ChangeDraft[]): Promise<Result<readonly Change[]>>

  /** Tries again what could not be made durable; success means that nothing is unsaved, and returns how many writes there were. */
  retryUnsaved(): Promise<Result<number>>

  /**
   * Takes in changes made elsewhere: set union, all or nothing. `drafts`: what is recorded here about accepting them, in the same write.
   * Refused: see `validateChange`, `unionChanges`; with drafts also what `write` refuses.
   */
  accept(changes: readonly Change[], drafts?: readonly ChangeDraft[]): Promise<Result<Accepted>>

  /** Everything known of one entity, in no particular order: fold it. */
  changesOf(entity: Entity, entityId: string): Promise<readonly Change[]>

  /** The changes of the project and of its people. */
  changesOfProject(): Promise<readonly Change[]>

  /** The changes of a household, its visits and interviews: ask for a village's households, not for all at once. */
  changesOfHouseholds(households: readonly string[]): Promise<ReadonlyMap<string, readonly Change[]>>

  /** Every household that has a change, listed or found, sorted. */
  householdsWithChanges(): Promise<readonly string[]>

  /** Which changes are known, for packages that bring only the rest. */
  knownChanges(): KnownChanges

  /** The highest Lamport counter of any change that is known; 0 where there is none. */
  highestCounter(): number

  /** Packs a finished interview: one deflated block per replica in place of one record per answer. Loses nothing. */
  packInterview(interviewId: string): Promise<Result<null>>

  /** Keeps a roster document; the same content again is the same document. Makes it current nowhere: write that. */
  putRoster(document: RosterDocument): Promise<Result<RosterHash>>

  /**
   * Keeps those villages of a document that came along; the others may come later. Refused: `roster_damaged` (a village is
   * not what the document's hash says), `not_saved`.
   */
  putRosterPart(part: RosterPart): Promise<Result<RosterHash>>

  /** A document with those of its villages that are here; undefined if none of it is. */
  rosterPart(hash: RosterHash, villages: ReadonlySet<string>): Promise<RosterPart | undefined>

  /** The villages of a kept document that are here, in their order; undefined if none of it is. */
  rosterVillages(hash: RosterHash): Promise<readonly string[] | undefined>

  /** One village of a kept document; undefined if document or village is not here. */
  rosterVillage(hash: RosterHash, village: string): Promise<readonly RosterHousehold[] | undefined>

  /** Several villages of a kept document, in the order of the names, the next ones read and opened while some are taken; undefined for what is not here. */
  eachRosterVillage(
    hash: RosterHash,
    villages: readonly string[],
  ): AsyncIterable<readonly RosterHousehold[] | undefined>

  /** Keeps a picture; the same bytes again are the same attachment. Durable when it resolves. Refused: `not_saved`. */
  putAttachment(bytes: Uint8Array): Promise<Result<AttachmentHash>>

  /** A kept picture; undefined if it is not here. */
  attachment(hash: AttachmentHash): Promise<Uint8Array | undefined>

  /** Keeps a text on this device beside the changes; the same text again is the same record. Refused: `not_saved`. */
  keepRecord(list: RecordList, text: string): Promise<Result<null>>

  /** What was kept under a name, in no particular order. */
  records(list: RecordList): Promise<readonly string[]>

  /** Cached summaries of a group of households (a village); empty if none were written. */
  summaries(group: string): Promise<readonly SummaryEntry[]>

  /** The same of several groups, in their order: read together. */
  summariesOf(groups: readonly string[]): Promise<readonly (readonly SummaryEntry[])[]>

  /** Replaces the group's cached summaries, and clears the marks that were set before they were computed. */
  putSummaries(
    group: string,
    entries: readonly SummaryEntry[],
    recomputed: readonly TouchedHousehold[],
  ): Promise<void>

  /** Households with changes since their summary was put: read this first, then the changes, then put with these marks. */
  touchedHouseholds(): Promise<readonly TouchedHousehold[]>

  /** Waits for what is under way, then lets go of files, databases and locks. */
  close(): Promise<void>
}

export interface Accepted {
  /** Those of the incoming that were not here. */
  readonly added: readonly Change[]
  /** How many of them were here already, with the same content. */
  readonly known: number
}

/** SHA-256 of a roster document's content, in hex. */
export type RosterHash = string

/** SHA-256 of an attachment's bytes, in hex. */
export type AttachmentHash = string

export interface RosterDocument {
  readonly villages: Iterable<RosterVillage>
}

/** A document of which perhaps not every village is at hand. Its hash is that of the digests in their order. */
export interface RosterPart {
  readonly villages: readonly { readonly village: string; readonly digest: string }[]
  readonly present: readonly RosterVillage[]
}

/**
 * What a device keeps that is no change: its own keys, the device whose roll it follows, signed segments, by which others'
 * changes are passed on, what second people's passcodes are checked by, and which packages came and went. All are part of the
 * project's own backup, and never of a package.
 */
export type RecordList = 'device' | 'lead' | 'segments' | 'passcodes' | 'packages'

export interface RosterVillage {
  /** Unique in the document, e.g. `county/township/village` as the list has them. */
  readonly village: string
  readonly households: readonly RosterHousehold[]
}

export interface SummaryEntry {
  readonly household: string
  /** What the summary depends on; see `summaryKey`. A summary with another key is stale. */
  readonly key: string
  /** Anything that survives JSON. */
  readonly summary: unknown
}

export interface TouchedHousehold {
  readonly household: string
  /** Grows with every change of the household, so that a summary cannot clear a mark made while it was computed. */
  readonly mark: number
}
