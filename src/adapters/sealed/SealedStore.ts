import type {
  Accepted, AttachmentHash, ProjectStore, RosterDocument, RosterHash, SummaryEntry, TouchedHousehold,
} from '../../application/store/ProjectStore' // prettier-ignore
import type { Change, Entity } from '../../domain/changes/Change'
import type { ChangeDraft } from '../../domain/changes/ChangeDraft'
import type { KnownChanges } from '../../domain/changes/KnownChanges'
import type { RosterHousehold } from '../../domain/roster/Roster'
import type { Problem } from '../../domain/shared/Problem'
import { success, type Result } from '../../domain/shared/Result'
import { AttachmentBlocks } from './AttachmentBlocks'
import { BatchMaker } from './BatchMaker'
import { ChangeRows } from './ChangeRows'
import { orNotSaved } from './databaseTrouble'
import type { OpenedProject } from './OpenedProject'
import { RosterBlocks } from './RosterBlocks'
import { SealedChanges } from './SealedChanges'
import type { StoredBlock } from './SealedIndex'
import { SummaryBlocks } from './SummaryBlocks'
import { WorkUnderWay } from './WorkUnderWay'

/** The project store over a sealed index and, where there is one, a journal. */
export class SealedStore implements ProjectStore {
  readonly projectId: string
  readonly openingProblems: readonly Problem[]
  readonly #opened: OpenedProject
  readonly #changes: SealedChanges
  readonly #batches: BatchMaker
  readonly #rosters: RosterBlocks
  readonly #attachments: AttachmentBlocks
  readonly #summaries: SummaryBlocks
  readonly #work = new WorkUnderWay()

  private constructor(opened: OpenedProject, changes: SealedChanges, batches: BatchMaker) {
    this.projectId = opened.projectId
    this.openingProblems = opened.openingProblems
    this.#opened = opened
    this.#changes = changes
    this.#batches = batches
    this.#rosters = new RosterBlocks(opened.vault, opened.index)
    this.#attachments = new AttachmentBlocks(opened.vault, opened.index)
    this.#summaries = new SummaryBlocks(opened.vault, opened.index, opened.touched)
  }

  static async over(opened: OpenedProject): Promise<SealedStore> {
    const rows = new ChangeRows(opened.vault)
    const batches = new BatchMaker(rows, opened.touched, opened.lastPosition)
    return new SealedStore(opened, await SealedChanges.over(opened, rows, batches), batches)
  }

  write(drafts: readonly ChangeDraft[]): Promise<Result<readonly Change[]>> {
    return this.#work.track(orNotSaved(this.#changes.write(drafts)))
  }

  retryUnsaved(): Promise<Result<null>> {
    return this.#work.track(this.#opened.saves.retry())
  }

  accept(changes: readonly Change[]): Promise<Result<Accepted>> {
    return this.#work.inTurn(() => orNotSaved(this.#changes.accept(changes)))
  }

  changesOf(entity: Entity, entityId: string): Promise<readonly Change[]> {
    return this.#changes.of(entity, entityId)
  }

  changesOfProject(): Promise<readonly Change[]> {
    return this.#changes.ofProject()
  }

  changesOfHouseholds(households: readonly string[]): Promise<ReadonlyMap<string, readonly Change[]>> {
    return this.#changes.ofHouseholds(households)
  }

  householdsWithChanges(): Promise<readonly string[]> {
    return this.#changes.households()
  }

  knownChanges(): KnownChanges {
    return this.#changes.known()
  }

  packInterview(interviewId: string): Promise<Result<null>> {
    return this.#work.inTurn(() => orNotSaved(this.#changes.pack(interviewId)))
  }

  putRoster(document: RosterDocument): Promise<Result<RosterHash>> {
    return this.#work.inTurn(() => orNotSaved(this.#putRoster(document)))
  }

  rosterVillages(hash: RosterHash): Promise<readonly string[] | undefined> {
    return this.#rosters.villages(hash)
  }

  rosterVillage(hash: RosterHash, village: string): Promise<readonly RosterHousehold[] | undefined> {
    return this.#rosters.village(hash, village)
  }

  putAttachment(bytes: Uint8Array): Promise<Result<AttachmentHash>> {
    return this.#work.inTurn(() => orNotSaved(this.#putAttachment(bytes)))
  }

  attachment(hash: AttachmentHash): Promise<Uint8Array | undefined> {
    return this.#attachments.read(hash)
  }

  summaries(group: string): Promise<readonly SummaryEntry[]> {
    return this.#summaries.read(group)
  }

  putSummaries(
    group: string,
    entries: readonly SummaryEntry[],
    reckoned: readonly TouchedHousehold[],
  ): Promise<void> {
    return this.#work.track(this.#summaries.put(group, entries, reckoned))
  }

  touchedHouseholds(): Promise<readonly TouchedHousehold[]> {
    return Promise.resolve(this.#opened.touched.list())
  }

  async close(): Promise<void> {
    await this.#work.end()
    await this.#opened.saves.settle()
    await this.#opened.release()
  }

  async #putRoster(document: RosterDocument): Promise<Result<RosterHash>> {
    const { hash, blocks } = await this.#rosters.seal(document)
    if ((await this.#rosters.villages(hash)) !== undefined) return success(hash)
    return this.#saveBlocks(hash, this.#rosters.documentKey(hash), blocks)
  }

  async #putAttachment(bytes: Uint8Array): Promise<Result<AttachmentHash>> {
    const { hash, block } = this.#attachments.seal(bytes)
    if ((await this.#attachments.read(hash)) !== undefined) return success(hash)
    return this.#saveBlocks(hash, block.document, [block])
  }

  async #saveBlocks(
    hash: string,
    document: string,
    blocks: readonly Omit<StoredBlock, 'position'>[],
  ): Promise<Result<string>> {
    const saved = await this.#opened.saves.save(this.#batches.ofBlocks(blocks, document))
    return saved.ok ? success(hash) : saved
  }
}
