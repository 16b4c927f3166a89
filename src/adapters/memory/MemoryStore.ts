import { closingsWith } from '../../application/census/closings'
import { clockAfter, peopleWith, prepareWrite, type Writers } from '../../application/store/prepareWrite'
import type {
  Accepted, AttachmentHash, ProjectStore, RecordList, RosterDocument, RosterHash, RosterPart, SummaryEntry, TouchedHousehold,
} from '../../application/store/ProjectStore' // prettier-ignore
import { isMembers } from '../../application/team/roll/deviceOf'
import type { ReplicaClock } from '../../domain/changes/assignChanges'
import type { Change, Entity, ReplicaId } from '../../domain/changes/Change'
import type { ChangeDraft } from '../../domain/changes/ChangeDraft'
import type { KnownChanges } from '../../domain/changes/KnownChanges'
import { validateChange } from '../../domain/changes/validateChange'
import type { RosterHousehold } from '../../domain/roster/Roster'
import { refusals, success, type Result } from '../../domain/shared/Result'
import { attachmentHash } from '../crypto/attachmentHash'
import { MemoryChanges } from './MemoryChanges'
import { MemoryRosters } from './MemoryRosters'
import { MemorySummaries } from './MemorySummaries'

/**
 * A store that keeps everything as objects and nothing on disk: for the terminal and for tests. The plainest implementation of
 * `ProjectStore`, against which the sealed stores are tested.
 */
export class MemoryStore implements ProjectStore {
  readonly openingProblems = []
  readonly #changes = new MemoryChanges()
  readonly #rosters = new MemoryRosters()
  readonly #records = new Map<RecordList, Set<string>>()
  readonly #attachments = new Map<AttachmentHash, Uint8Array>()
  readonly #summaries = new MemorySummaries()
  #clock: ReplicaClock

  constructor(
    readonly projectId: string,
    replica: ReplicaId,
  ) {
    this.#clock = { replica, lastSeq: 0, lamport: 0 }
  }

  write(drafts: readonly ChangeDraft[]): Promise<Result<readonly Change[]>> {
    const prepared = prepareWrite(drafts, this.#clock, this.#writersWith([]), (entity, id) =>
      this.#changes.of(entity, id),
    )
    if (!prepared.ok) return Promise.resolve(prepared)
    this.#clock = prepared.value.clock
    this.#keep(prepared.value.changes)
    return Promise.resolve(success(prepared.value.changes))
  }

  retryUnsaved(): Promise<Result<number>> {
    return Promise.resolve(success(0))
  }

  accept(changes: readonly Change[], drafts: readonly ChangeDraft[] = []): Promise<Result<Accepted>> {
    const invalid = changes.map(validateChange).flatMap((checked) => (checked.ok ? [] : checked.problems))
    if (invalid.length > 0) return Promise.resolve(refusals(invalid))
    const fresh = this.#changes.newIn(changes)
    if (!fresh.ok) return Promise.resolve(fresh)
    const added = fresh.value
    const prepared = prepareWrite(
      drafts,
      clockAfter(this.#clock, added),
      this.#writersWith(added),
      (entity, id) => [...this.#changes.of(entity, id), ...added],
    )
    if (!prepared.ok) return Promise.resolve(prepared)
    this.#clock = prepared.value.clock
    this.#keep([...added, ...prepared.value.changes])
    return Promise.resolve(success({ added, known: changes.length - added.length }))
  }

  changesOf(entity: Entity, entityId: string): Promise<readonly Change[]> {
    return Promise.resolve(this.#changes.of(entity, entityId))
  }

  changesOfProject(): Promise<readonly Change[]> {
    return Promise.resolve(this.#changes.ofProject())
  }

  changesOfHouseholds(households: readonly string[]): Promise<ReadonlyMap<string, readonly Change[]>> {
    return Promise.resolve(
      new Map(households.map((household) => [household, this.#changes.ofHousehold(household)])),
    )
  }

  householdsWithChanges(): Promise<readonly string[]> {
    return Promise.resolve(this.#changes.households())
  }

  knownChanges(): KnownChanges {
    return this.#changes.known()
  }

  highestCounter(): number {
    return this.#clock.lamport
  }

  packInterview(): Promise<Result<null>> {
    return Promise.resolve(success(null))
  }

  putRoster(document: RosterDocument): Promise<Result<RosterHash>> {
    return Promise.resolve(this.#rosters.put(document))
  }

  putRosterPart(part: RosterPart): Promise<Result<RosterHash>> {
    return Promise.resolve(this.#rosters.putPart(part))
  }

  rosterPart(hash: RosterHash, villages: ReadonlySet<string>): Promise<RosterPart | undefined> {
    return Promise.resolve(this.#rosters.part(hash, villages))
  }

  rosterVillages(hash: RosterHash): Promise<readonly string[] | undefined> {
    return Promise.resolve(this.#rosters.villages(hash))
  }

  rosterVillage(hash: RosterHash, village: string): Promise<readonly RosterHousehold[] | undefined> {
    return Promise.resolve(this.#rosters.village(hash, village))
  }

  async *eachRosterVillage(
    hash: RosterHash,
    villages: readonly string[],
  ): AsyncGenerator<readonly RosterHousehold[] | undefined> {
    for (const village of villages) yield await this.rosterVillage(hash, village)
  }

  putAttachment(bytes: Uint8Array): Promise<Result<AttachmentHash>> {
    const hash = attachmentHash(bytes)
    this.#attachments.set(hash, bytes.slice())
    return Promise.resolve(success(hash))
  }

  attachment(hash: AttachmentHash): Promise<Uint8Array | undefined> {
    return Promise.resolve(this.#attachments.get(hash))
  }

  keepRecord(list: RecordList, text: string): Promise<Result<null>> {
    this.#records.set(list, (this.#records.get(list) ?? new Set()).add(text))
    return Promise.resolve(success(null))
  }

  records(list: RecordList): Promise<readonly string[]> {
    return Promise.resolve([...(this.#records.get(list) ?? [])])
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

  close(): Promise<void> {
    return Promise.resolve()
  }

  #writersWith(coming: readonly Change[]): Writers {
    const [[device], [lead]] = [this.#records.get('device') ?? [], this.#records.get('lead') ?? []]
    return {
      people: peopleWith(this.#changes.people, coming),
      areMembers: isMembers(device, lead),
      closings: closingsWith(this.#changes.closings, coming),
    }
  }

  #keep(changes: readonly Change[]): void {
    for (const household of this.#changes.keep(changes)) this.#summaries.touch(household)
  }
}
