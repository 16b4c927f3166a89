import { prepareWrite } from '../../application/store/prepareWrite'
import type {
  Accepted, ProjectStore, RosterDocument, RosterHash, SummaryEntry, TouchedHousehold,
} from '../../application/store/ProjectStore' // prettier-ignore
import type { ReplicaClock } from '../../domain/changes/assignChanges'
import type { Change, Entity, ReplicaId } from '../../domain/changes/Change'
import type { ChangeDraft } from '../../domain/changes/ChangeDraft'
import type { KnownChanges } from '../../domain/changes/KnownChanges'
import type { RosterHousehold } from '../../domain/roster/Roster'
import type { Problem } from '../../domain/shared/Problem'
import { groupBy } from '../../domain/shared/groupBy'
import { success, type Result } from '../../domain/shared/Result'
import type { Vault } from '../crypto/Vault'
import { BatchMaker } from './BatchMaker'
import { checkIncoming } from './checkIncoming'
import { ChangeRows } from './ChangeRows'
import type { Checkpoint } from './Checkpoint'
import { orNotSaved } from './databaseTrouble'
import { EntityReader } from './EntityReader'
import { packRows } from './packRows'
import { RosterBlocks } from './RosterBlocks'
import type { SaveQueue } from './SaveQueue'
import type { SealedIndex } from './SealedIndex'
import { SummaryBlocks } from './SummaryBlocks'
import type { TouchedHouseholds } from './TouchedHouseholds'

/** What a shelf has opened and hands over. */
export interface OpenedProject {
  readonly projectId: string
  readonly openingProblems: readonly Problem[]
  readonly vault: Vault
  readonly index: SealedIndex
  readonly saves: SaveQueue
  readonly checkpoint: Checkpoint
  readonly touched: TouchedHouseholds
  /** Of this opening alone. */
  readonly replica: ReplicaId
  readonly lastPosition: number
  /** Lets go of journal, index and lock. */
  release(): Promise<void>
}

/** The project store over a sealed index and, where there is one, a journal. */
export class SealedStore implements ProjectStore {
  readonly projectId: string
  readonly openingProblems: readonly Problem[]
  readonly #opened: OpenedProject
  readonly #rows: ChangeRows
  readonly #rosters: RosterBlocks
  readonly #summaries: SummaryBlocks
  readonly #reader: EntityReader
  readonly #batches: BatchMaker
  readonly #people = new Set<string>()
  readonly #underWay = new Set<Promise<unknown>>()
  /** Bulk work goes one after another: each looks at what the one before left. */
  #bulkWork: Promise<unknown> = Promise.resolve()
  #clock: ReplicaClock

  private constructor(opened: OpenedProject) {
    this.projectId = opened.projectId
    this.openingProblems = opened.openingProblems
    this.#opened = opened
    this.#rows = new ChangeRows(opened.vault)
    this.#rosters = new RosterBlocks(opened.vault, opened.index)
    this.#summaries = new SummaryBlocks(opened.vault, opened.index, opened.touched)
    this.#reader = new EntityReader(opened.index, this.#rows)
    this.#clock = { replica: opened.replica, lastSeq: 0, lamport: opened.checkpoint.lamport }
    this.#batches = new BatchMaker(this.#rows, opened.touched, opened.lastPosition)
  }

  static async over(opened: OpenedProject): Promise<SealedStore> {
    const store = new SealedStore(opened)
    store.#notePeople(await store.changesOfProject())
    return store
  }

  write(drafts: readonly ChangeDraft[]): Promise<Result<readonly Change[]>> {
    return this.#track(orNotSaved(this.#write(drafts)))
  }

  retryUnsaved(): Promise<Result<null>> {
    return this.#track(this.#opened.saves.retry())
  }

  accept(changes: readonly Change[]): Promise<Result<Accepted>> {
    return this.#inTurn(() => orNotSaved(this.#accept(changes)))
  }

  changesOf(entity: Entity, entityId: string): Promise<readonly Change[]> {
    return this.#reader.read(this.#rows.entityKey(entity, entityId))
  }

  changesOfProject(): Promise<readonly Change[]> {
    return this.#reader
      .readScopes([this.#rows.scopeKey(undefined)])
      .then((byScope) => [...byScope.values()].flat())
  }

  async changesOfHouseholds(households: readonly string[]): Promise<ReadonlyMap<string, readonly Change[]>> {
    const byScope = await this.#reader.readScopes(
      households.map((household) => this.#rows.scopeKey(household)),
    )
    return new Map(
      households.map((household) => [household, byScope.get(this.#rows.scopeKey(household)) ?? []]),
    )
  }

  async householdsWithChanges(): Promise<readonly string[]> {
    const households = await this.#opened.index.households()
    return households.map((household) => this.#rows.householdName(household)).sort()
  }

  knownChanges(): KnownChanges {
    return this.#opened.checkpoint.known.copy()
  }

  packInterview(interviewId: string): Promise<Result<null>> {
    const entityKey = this.#rows.entityKey('interview', interviewId)
    return this.#inTurn(() => orNotSaved(packRows(this.#opened.index, this.#rows, entityKey)))
  }

  putRoster(document: RosterDocument): Promise<Result<RosterHash>> {
    return this.#inTurn(() => orNotSaved(this.#putRoster(document)))
  }

  rosterVillages(hash: RosterHash): Promise<readonly string[] | undefined> {
    return this.#rosters.villages(hash)
  }

  rosterVillage(hash: RosterHash, village: string): Promise<readonly RosterHousehold[] | undefined> {
    return this.#rosters.village(hash, village)
  }

  summaries(group: string): Promise<readonly SummaryEntry[]> {
    return this.#summaries.read(group)
  }

  putSummaries(
    group: string,
    entries: readonly SummaryEntry[],
    reckoned: readonly TouchedHousehold[],
  ): Promise<void> {
    return this.#track(this.#summaries.put(group, entries, reckoned))
  }

  touchedHouseholds(): Promise<readonly TouchedHousehold[]> {
    return Promise.resolve(this.#opened.touched.list())
  }

  async close(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay)
    await this.#opened.saves.settle()
    await this.#opened.release()
  }

  async #write(drafts: readonly ChangeDraft[]): Promise<Result<readonly Change[]>> {
    const keyOf = (draft: ChangeDraft): string => this.#rows.entityKey(draft.entity, draft.entityId)
    const keys = [...new Set(drafts.map(keyOf))]
    const known = new Map(
      await Promise.all(keys.map(async (key) => [key, await this.#reader.read(key)] as const)),
    )
    // From here to the hand-over nothing may wait: two writes at once must not get the same numbers.
    const readNow = (entity: Entity, id: string): readonly Change[] => {
      const key = this.#rows.entityKey(entity, id)
      return this.#reader.latest(key, known.get(key) ?? [])
    }
    const prepared = prepareWrite(drafts, this.#clock, this.#people, readNow)
    if (!prepared.ok) return prepared
    const { changes, clock } = prepared.value
    this.#clock = clock
    this.#reader.hold(changes)
    this.#noteTaken(changes)
    const { batch, note } = this.#batches.ofChanges(changes, 'together')
    note()
    const saved = await this.#opened.saves.save(batch)
    if (!saved.ok) return saved
    this.#reader.release(changes)
    return success(changes)
  }

  async #accept(changes: readonly Change[]): Promise<Result<Accepted>> {
    const checked = await checkIncoming(changes, this.#opened.checkpoint.known, this.#reader, this.#rows)
    if (!checked.ok) return checked
    const added = checked.value
    if (added.length > 0) {
      const { batch, note } = this.#batches.ofChanges(added, 'journal_first')
      const saved = await this.#opened.saves.save(batch)
      const isHeld = this.#opened.saves.isHeld(batch)
      if (isHeld) this.#reader.hold(added)
      this.#reader.forget(added)
      if (isHeld || saved.ok) {
        note()
        this.#noteTaken(added)
      }
      if (!saved.ok) return saved
    }
    return success({ added, known: changes.length - added.length })
  }

  async #putRoster(document: RosterDocument): Promise<Result<RosterHash>> {
    const { hash, blocks } = await this.#rosters.seal(document)
    if ((await this.#rosters.villages(hash)) !== undefined) return success(hash)
    const saved = await this.#opened.saves.save(
      this.#batches.ofBlocks(blocks, this.#rosters.documentKey(hash)),
    )
    return saved.ok ? success(hash) : saved
  }

  #noteTaken(changes: readonly Change[]): void {
    const lamport = changes.reduce(
      (highest, change) => Math.max(highest, change.lamport),
      this.#clock.lamport,
    )
    this.#clock = { ...this.#clock, lamport }
    this.#notePeople(changes)
  }

  #notePeople(changes: readonly Change[]): void {
    for (const [entity, own] of groupBy(changes, (change) => change.entity))
      if (entity === 'person') for (const change of own) this.#people.add(change.entityId)
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#bulkWork.then(work)
    this.#bulkWork = done.catch(() => undefined)
    return this.#track(done)
  }

  #track<T>(work: Promise<T>): Promise<T> {
    const done = (): void => void this.#underWay.delete(work)
    this.#underWay.add(work)
    work.then(done, done)
    return work
  }
}
