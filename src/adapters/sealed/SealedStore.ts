import type {
  Accepted, AttachmentHash, ProjectStore, RecordList, RosterDocument, RosterHash, RosterPart, RosterVillage, SummaryEntry,
  TouchedHousehold,
} from '../../application/store/ProjectStore' // prettier-ignore
import { isMembers } from '../../application/team/deviceOf'
import type { Change, Entity } from '../../domain/changes/Change'
import type { ChangeDraft } from '../../domain/changes/ChangeDraft'
import type { KnownChanges } from '../../domain/changes/KnownChanges'
import type { RosterHousehold } from '../../domain/roster/Roster'
import type { Problem } from '../../domain/shared/Problem'
import { refusal, success, type Result } from '../../domain/shared/Result'
import { bytesToHex, randomBytes } from '@noble/hashes/utils.js'
import { isSoundPart, rosterHash } from '../crypto/rosterHash'
import { AttachmentBlocks } from './AttachmentBlocks'
import { BatchMaker } from './BatchMaker'
import { ChangeRows } from './ChangeRows'
import { orNotSaved } from './databaseTrouble'
import type { OpenedProject } from './OpenedProject'
import { RecordBlocks } from './RecordBlocks'
import { RosterBlocks } from './RosterBlocks'
import { SealedChanges } from './SealedChanges'
import type { StoredBlock } from './SealedIndex'
import { SummaryBlocks } from './SummaryBlocks'
import { WorkUnderWay } from './WorkUnderWay'

/** The project store over a sealed index and, where there is one, a journal. */
export class SealedStore implements ProjectStore {
  readonly projectId: string
  readonly #opened: OpenedProject
  readonly #changes: SealedChanges
  readonly #batches: BatchMaker
  readonly #rosters: RosterBlocks
  readonly #attachments: AttachmentBlocks
  readonly #records: RecordBlocks
  readonly #summaries: SummaryBlocks
  readonly #work = new WorkUnderWay()

  private constructor(opened: OpenedProject, changes: SealedChanges, batches: BatchMaker) {
    this.projectId = opened.projectId
    this.#opened = opened
    this.#changes = changes
    this.#batches = batches
    this.#rosters = new RosterBlocks(opened.vault, opened.blocks)
    this.#attachments = new AttachmentBlocks(opened.vault, opened.blocks, opened.seals)
    this.#records = new RecordBlocks(opened.vault, opened.blocks)
    this.#summaries = new SummaryBlocks(opened)
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
    return this.#work.inTurn(() => orNotSaved(this.#putRoster(document)))
  }

  putRosterPart(part: RosterPart): Promise<Result<RosterHash>> {
    return this.#work.inTurn(() => orNotSaved(this.#putRosterPart(part)))
  }

  async rosterPart(hash: RosterHash, villages: ReadonlySet<string>): Promise<RosterPart | undefined> {
    const contents = await this.#rosters.contents(hash)
    if (contents === undefined) return undefined
    const present: RosterVillage[] = []
    for (const { village } of contents) {
      const households = villages.has(village) ? await this.#rosters.village(hash, village) : undefined
      if (households !== undefined) present.push({ village, households })
    }
    return { villages: contents, present }
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

  keepRecord(list: RecordList, text: string): Promise<Result<null>> {
    return this.#work.inTurn(() => orNotSaved(this.#keepRecord(list, text)))
  }

  records(list: RecordList): Promise<readonly string[]> {
    return this.#records.read(list)
  }

  summaries(group: string): Promise<readonly SummaryEntry[]> {
    return this.#summaries.read(group)
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

  async #putRoster(document: RosterDocument): Promise<Result<RosterHash>> {
    const { hash, blocks } = await this.#rosters.seal(document)
    const here = new Set(await this.#opened.blocks.names(this.#rosters.documentKey(hash)))
    const lacking = blocks.filter(({ block }) => !here.has(block))
    if (lacking.length === 0) return success(hash)
    return this.#saveBlocks(hash, here.size === 0 ? this.#rosters.documentKey(hash) : newBulkName(), lacking)
  }

  async #putRosterPart(part: RosterPart): Promise<Result<RosterHash>> {
    if (!isSoundPart(part)) return refusal('roster_damaged')
    const hash = rosterHash(part.villages)
    const blocks = await this.#rosters.lacking(part)
    // Not under the document's name: the part before it may lie there.
    return blocks.length === 0 ? success(hash) : this.#saveBlocks(hash, newBulkName(), blocks)
  }

  async #keepRecord(list: RecordList, text: string): Promise<Result<null>> {
    const block = this.#records.seal(list, text)
    if (await this.#records.has(block)) return success(null)
    const saved = await this.#opened.saves.save(this.#batches.ofBlocks([block]))
    if (!saved.ok) return saved
    if (list === 'device' || list === 'lead') await this.#findRole()
    return success(null)
  }

  async #findRole(): Promise<void> {
    const [[device], [lead]] = [await this.#records.read('device'), await this.#records.read('lead')]
    this.#changes.setMemberRole(isMembers(device, lead))
  }

  async #putAttachment(bytes: Uint8Array): Promise<Result<AttachmentHash>> {
    const { hash, block } = await this.#attachments.seal(bytes)
    if (block === null) return success(hash)
    return this.#saveBlocks(hash, block.document, [block])
  }

  async #saveBlocks(
    hash: string,
    bulkName: string,
    blocks: readonly Omit<StoredBlock, 'position'>[],
  ): Promise<Result<string>> {
    const saved = await this.#opened.saves.save(this.#batches.ofBlocks(blocks, bulkName))
    return saved.ok ? success(hash) : saved
  }
}

function newBulkName(): string {
  return bytesToHex(randomBytes(16))
}
