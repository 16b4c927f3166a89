import { join } from 'node:path'
import type { FolderLock } from '../../../electron/disk/takeFolderLock'
import type {
  Accepted, AttachmentHash, ProjectStore, RecordList, RosterDocument, RosterHash, RosterPart, SummaryEntry,
  TouchedHousehold,
} from '../../application/store/ProjectStore' // prettier-ignore
import { PROJECT_PART } from '../../application/team/merge/stateHash'
import type { OpenedSegment } from '../../application/team/TeamPort'
import type { Change, Entity, ReplicaId } from '../../domain/changes/Change'
import type { ChangeDraft } from '../../domain/changes/ChangeDraft'
import type { KnownChanges } from '../../domain/changes/KnownChanges'
import type { RosterHousehold } from '../../domain/roster/Roster'
import { success, type Result } from '../../domain/shared/Result'
import type { Conflict } from '../../domain/team/conflictsIn'
import type { FileTrouble } from '../files/FileTrouble'
import { villageHash } from '../crypto/rosterHash'
import { MemorySummaries } from '../memory/MemorySummaries'
import { chunksOf, scopeOf } from './checkAgainst'
import type { FolderChanges } from './FolderChanges'
import { FolderWriter } from './FolderWriter'
import { KeptFiles } from './KeptFiles'
import { openFolder } from './openFolder'
import { RosterFolder } from './RosterFolder'

/**
 * A project in a folder of plain files, for the terminal (`docs/formats.md`): changes in packs, an index that names them, rosters,
 * pictures and records in folders of their own. Only the households in use are in memory, and a merge reads only those it changes.
 */
export class FolderStore implements ProjectStore {
  readonly openingProblems = []
  readonly #lock: FolderLock
  readonly #changes: FolderChanges
  readonly #rosters: RosterFolder
  readonly #kept: KeptFiles
  readonly #summaries = new MemorySummaries()
  readonly #writer: FolderWriter
  #turn: Promise<unknown> = Promise.resolve()

  private constructor(
    readonly projectId: string,
    folder: string,
    changes: FolderChanges,
    replica: ReplicaId,
    lock: FolderLock,
  ) {
    this.#kept = new KeptFiles(folder)
    this.#changes = changes
    this.#rosters = new RosterFolder(join(folder, 'rosters'))
    this.#writer = new FolderWriter(changes, this.#kept, this.#summaries, replica)
    this.#lock = lock
  }

  /**
   * Opens the project of a folder, or makes one there. `replica`: of this opening alone. Refused: `folder_other_project`,
   * `folder_not_empty` (something else lies there), and as `lockProject` refuses. Throws `FileTrouble`.
   */
  static async open(folder: string, projectId: string, replica: ReplicaId): Promise<Result<FolderStore>> {
    const opened = await openFolder(folder, projectId)
    if (!opened.ok) return opened
    const { changes, lock } = opened.value
    return success(new FolderStore(projectId, folder, changes, replica, lock))
  }

  /** The hash of everything merged so far; see `stateHash`. */
  stateHash(): string {
    return this.#changes.stateHash()
  }

  /** Every open conflict, by household. */
  conflicts(): readonly Conflict[] {
    return this.#changes.conflicts()
  }

  /**
   * Everything that the work adds becomes part of the project at its end if it succeeds, and otherwise nothing. Refused: as the
   * work is refused, and `folder_lock_lost`.
   */
  inOneCommit<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    return this.#writer.inOneCommit(work)
  }

  /** The error of a commit that the disk did not confirm: a power cut may undo it. */
  get unconfirmed(): FileTrouble | undefined {
    return this.#changes.unconfirmed
  }

  write(drafts: readonly ChangeDraft[]): Promise<Result<readonly Change[]>> {
    return this.#inTurn(async () => {
      const written = await this.#writer.write(drafts, [])
      return written.ok ? success(written.value.own) : written
    })
  }

  retryUnsaved(): Promise<Result<number>> {
    return Promise.resolve(success(0))
  }

  accept(changes: readonly Change[], drafts: readonly ChangeDraft[] = []): Promise<Result<Accepted>> {
    return this.#inTurn(async () => {
      const chunks = chunksOf(changes)
      if (!chunks.ok) return chunks
      const written = await this.#writer.write(drafts, chunks.value)
      return written.ok ? success(written.value.accepted) : written
    })
  }

  /** As `accept`, for the changes of a package: already checked, and grouped by household. */
  acceptSegments(
    segments: readonly OpenedSegment[],
    drafts: readonly ChangeDraft[],
  ): Promise<Result<Accepted>> {
    return this.#inTurn(async () => {
      const chunks = segments.flatMap((segment) => segment.chunks)
      const written = await this.#writer.write(drafts, chunks)
      return written.ok ? success(written.value.accepted) : written
    })
  }

  async changesOf(entity: Entity, entityId: string): Promise<readonly Change[]> {
    const changes = await this.#changes.read(scopeOf({ entity, entityId }))
    return changes.filter((change) => change.entity === entity && change.entityId === entityId)
  }

  changesOfProject(): Promise<readonly Change[]> {
    return this.#changes.read(PROJECT_PART)
  }

  async changesOfHouseholds(households: readonly string[]): Promise<ReadonlyMap<string, readonly Change[]>> {
    const found = new Map<string, readonly Change[]>()
    for (const household of households) found.set(household, await this.#changes.read(household))
    return found
  }

  householdsWithChanges(): Promise<readonly string[]> {
    return Promise.resolve(this.#changes.households())
  }

  knownChanges(): KnownChanges {
    return this.#changes.known()
  }

  highestCounter(): number {
    return this.#writer.highestCounter
  }

  packInterview(): Promise<Result<null>> {
    return Promise.resolve(success(null))
  }

  putRoster(document: RosterDocument): Promise<Result<RosterHash>> {
    const present = [...document.villages]
    return this.putRosterPart({
      villages: present.map((each) => ({ village: each.village, digest: villageHash(each) })),
      present,
    })
  }

  putRosterPart(part: RosterPart): Promise<Result<RosterHash>> {
    return this.#rosters.put(part)
  }

  rosterPart(own: RosterHash, villages: ReadonlySet<string>): Promise<RosterPart | undefined> {
    return this.#rosters.part(own, villages)
  }

  rosterVillages(own: RosterHash): Promise<readonly string[] | undefined> {
    return this.#rosters.villages(own)
  }

  rosterVillage(own: RosterHash, village: string): Promise<readonly RosterHousehold[] | undefined> {
    return this.#rosters.village(own, village)
  }

  async *eachRosterVillage(
    own: RosterHash,
    villages: readonly string[],
  ): AsyncGenerator<readonly RosterHousehold[] | undefined> {
    for (const village of villages) yield await this.rosterVillage(own, village)
  }

  async putAttachment(bytes: Uint8Array): Promise<Result<AttachmentHash>> {
    return success(await this.#kept.putAttachment(bytes))
  }

  attachment(own: AttachmentHash): Promise<Uint8Array | undefined> {
    return this.#kept.attachment(own)
  }

  async keepRecord(list: RecordList, text: string): Promise<Result<null>> {
    if (list === 'segments') return this.#inTurn(() => this.#changes.keepSegment(text))
    await this.#kept.keepRecord(list, text)
    return success(null)
  }

  records(list: RecordList): Promise<readonly string[]> {
    return list === 'segments' ? this.#changes.segments() : this.#kept.records(list)
  }

  summaries(group: string): Promise<readonly SummaryEntry[]> {
    return Promise.resolve(this.#summaries.read(group))
  }

  summariesOf(groups: readonly string[]): Promise<readonly (readonly SummaryEntry[])[]> {
    return Promise.all(groups.map((group) => this.summaries(group)))
  }

  putSummaries(
    group: string,
    entries: readonly SummaryEntry[],
    recomputed: readonly TouchedHousehold[],
  ): Promise<void> {
    return Promise.resolve(this.#summaries.put(group, entries, recomputed))
  }

  touchedHouseholds(): Promise<readonly TouchedHousehold[]> {
    return Promise.resolve(this.#summaries.touched())
  }

  async close(): Promise<void> {
    await this.#turn
    // A lock that cannot be removed is taken over by the next process once this one has ended.
    await this.#lock.letGo().catch(() => undefined)
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work, work)
    this.#turn = turn.catch(() => undefined)
    return turn
  }
}
