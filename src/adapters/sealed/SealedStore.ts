import type {
  Accepted, AttachmentHash, ProjectStore, RecordList, RosterDocument, RosterHash, RosterPart, SummaryEntry,
  TouchedHousehold,
} from '../../application/store/ProjectStore' // prettier-ignore
import { isMembers } from '../../application/team/roll/deviceOf'
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
import { DocumentWriter } from './DocumentWriter'
import type { OpenedProject } from './OpenedProject'
import { RecordBlocks } from './RecordBlocks'
import { RosterBlocks } from './RosterBlocks'
import { SealedChanges } from './SealedChanges'
import { SummaryBlocks } from './SummaryBlocks'
import { WorkUnderWay } from './WorkUnderWay'

/** The project store over a sealed index and, where there is one, a journal. */
export class SealedStore implements ProjectStore {
  readonly projectId: string
  readonly #opened: OpenedProject
  readonly #changes: SealedChanges
  readonly #rosters: RosterBlocks
  readonly #attachments: AttachmentBlocks
  readonly #records: RecordBlocks
  readonly #summaries: SummaryBlocks
  readonly #writer: DocumentWriter
  readonly #work = new WorkUnderWay()

  private constructor(opened: OpenedProject, changes: SealedChanges, batches: BatchMaker) {
    this.projectId = opened.projectId
    this.#opened = opened
    this.#changes = changes
    this.#rosters = new RosterBlocks(opened)
    this.#attachments = new AttachmentBlocks(opened.vault, opened.blocks, opened.seals)
    this.#records = new RecordBlocks(opened.vault, opened.blocks)
    this.#summaries = new SummaryBlocks(opened)
    this.#writer = new DocumentWriter(opened, batches, this.#rosters, this.#attachments)
  }

  static async over(opened: OpenedProject): Promise<SealedStore> {
    const rows = new ChangeRows(opened.vault)
    const batches = new BatchMaker(rows, opened.touched, opened.lastPosition)
    const held = opened.saves.held()
    const changes = await SealedChanges.over(opened, rows, batches)
    for (const batch of held) changes.takeUp(batch)
    const store = new SealedStore(opened, changes, batches)
    await store.#findRole()
    return store
  }

  get openingProblems(): readonly Problem[] {
    return this.#opened.trouble.problems
  }

  write(drafts: readonly ChangeDraft[]): Promise<Result<readonly Change[]>> {
    return this.#work.track(orNotSaved(this.#changes.write(drafts)))
  }

  retryUnsaved(): Promise<Result<number>> {
    return this.#work.track(this.#opened.saves.retry())
  }

  accept(changes: readonly Change[], drafts: readonly ChangeDraft[] = []): Promise<Result<Accepted>> {
    return this.#work.inTurn(() => orNotSaved(this.#changes.accept(changes, drafts)))
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

  highestCounter(): number {
    return this.#changes.highestCounter()
  }

  packInterview(interviewId: string): Promise<Result<null>> {
    return this.#work.inTurn(() => orNotSaved(this.#changes.pack(interviewId)))
  }

  putRoster(document: RosterDocument): Promise<Result<RosterHash>> {
    return this.#work.inTurn(() => orNotSaved(this.#writer.putRoster(document)))
  }

  putRosterPart(part: RosterPart): Promise<Result<RosterHash>> {
    return this.#work.inTurn(() => orNotSaved(this.#writer.putRosterPart(part)))
  }

  rosterPart(hash: RosterHash, villages: ReadonlySet<string>): Promise<RosterPart | undefined> {
    return this.#rosters.part(hash, villages)
  }

  rosterVillages(hash: RosterHash): Promise<readonly string[] | undefined> {
    return this.#rosters.villages(hash)
  }

  rosterVillage(hash: RosterHash, village: string): Promise<readonly RosterHousehold[] | undefined> {
    return this.#rosters.village(hash, village)
  }

  eachRosterVillage(
    hash: RosterHash,
    villages: readonly string[],
  ): AsyncIterable<readonly RosterHousehold[] | undefined> {
    return this.#rosters.eachVillage(hash, villages)
  }

  putAttachment(bytes: Uint8Array): Promise<Result<AttachmentHash>> {
    return this.#work.inTurn(() => orNotSaved(this.#writer.putAttachment(bytes)))
  }

  attachment(hash: AttachmentHash): Promise<Uint8Array | undefined> {
    return this.#attachments.read(hash)
  }

  keepRecord(list: RecordList, text: string): Promise<Result<null>> {
    return this.#work.inTurn(() => orNotSaved(this.#keepRecord(list, text)))
  }

  records(list: RecordList): Promise<readonly string[]> {
    return this.#records.read(list)
  }

  async summaries(group: string): Promise<readonly SummaryEntry[]> {
    return (await this.#summaries.read([group]))[0] ?? []
  }

  summariesOf(groups: readonly string[]): Promise<readonly (readonly SummaryEntry[])[]> {
    return this.#summaries.read(groups)
  }

  putSummaries(
    group: string,
    entries: readonly SummaryEntry[],
    recomputed: readonly TouchedHousehold[],
  ): Promise<void> {
    return this.#work.track(this.#summaries.put(group, entries, recomputed))
  }

  touchedHouseholds(): Promise<readonly TouchedHousehold[]> {
    return Promise.resolve(this.#opened.touched.list())
  }

  async close(): Promise<void> {
    try {
      await this.#work.end()
      await this.#opened.saves.settle()
    } finally {
      await this.#opened.release()
    }
  }

  async #keepRecord(list: RecordList, text: string): Promise<Result<null>> {
    const block = this.#records.seal(list, text)
    if (await this.#records.has(block)) return success(null)
    const saved = await this.#writer.save([block])
    if (saved.ok && (list === 'device' || list === 'lead')) await this.#findRole()
    return saved
  }

  async #findRole(): Promise<void> {
    const [[device], [lead]] = [await this.#records.read('device'), await this.#records.read('lead')]
    this.#changes.setMemberRole(isMembers(device, lead))
  }
}
