import type { Accepted } from '../../application/store/ProjectStore'
import type { Change, Entity } from '../../domain/changes/Change'
import { readFor } from '../../application/store/prepareWrite'
import type { ChangeDraft } from '../../domain/changes/ChangeDraft'
import type { KnownChanges } from '../../domain/changes/KnownChanges'
import { success, type Result } from '../../domain/shared/Result'
import type { BatchMaker } from './BatchMaker'
import { ChangeNumbers } from './ChangeNumbers'
import type { ChangeRows } from './ChangeRows'
import { checkIncoming } from './checkIncoming'
import { EntityReader } from './EntityReader'
import type { OpenedProject } from './OpenedProject'
import type { Batch } from './Batch'
import { packRows } from './packRows'

/** The changes of an open project: numbers and saves its own, accepts those of others, reads all. */
export class SealedChanges {
  readonly #opened: OpenedProject
  readonly #rows: ChangeRows
  readonly #batches: BatchMaker
  readonly #reader: EntityReader
  readonly #numbers: ChangeNumbers

  private constructor(opened: OpenedProject, rows: ChangeRows, batches: BatchMaker) {
    this.#opened = opened
    this.#rows = rows
    this.#batches = batches
    this.#reader = new EntityReader(opened.index, rows, ({ position }) => {
      opened.checkpoint.setCheckFrom(undefined)
      opened.trouble.report('row_unreadable', String(position))
    })
    this.#numbers = new ChangeNumbers(opened.replica, opened.checkpoint.lamport)
  }

  /** Loads the project's own changes first: its people may write, where nothing is closed. */
  static async over(opened: OpenedProject, rows: ChangeRows, batches: BatchMaker): Promise<SealedChanges> {
    const changes = new SealedChanges(opened, rows, batches)
    changes.#numbers.note(await changes.ofProject())
    return changes
  }

  async write(
    drafts: readonly ChangeDraft[],
    coming: readonly Change[] = [],
  ): Promise<Result<readonly Change[]>> {
    const keys = [...new Set(drafts.flatMap(readFor).map((each) => this.#rows.entityKey(...each)))]
    const known = new Map(
      await Promise.all(keys.map(async (key) => [key, await this.#reader.read(key)] as const)),
    )
    // No await from here until the batch is queued: two writes at once must not get the same numbers.
    const readNow = (entity: Entity, id: string): readonly Change[] => {
      const key = this.#rows.entityKey(entity, id)
      return this.#reader.latest(key, known.get(key) ?? [])
    }
    const numbered = this.#numbers.give(drafts, readNow, coming)
    if (!numbered.ok) return numbered
    const changes = [...coming, ...numbered.value]
    this.#reader.hold(changes)
    const { batch, note } = this.#batches.ofChanges(changes, 'together')
    note()
    const saved = await this.#opened.saves.save(batch)
    if (!saved.ok) return saved
    this.#reader.release(changes)
    return success(numbered.value)
  }

  async accept(changes: readonly Change[], drafts: readonly ChangeDraft[]): Promise<Result<Accepted>> {
    const { checkpoint, saves } = this.#opened
    const checked = await checkIncoming(changes, checkpoint.known, this.#reader, this.#rows)
    if (!checked.ok) return checked
    const added = checked.value
    if (drafts.length > 0) {
      // What users entered is held and tried again if it fails, together with the changes it refers to.
      const written = await this.write(drafts, added)
      if (!written.ok) return written
    } else if (added.length > 0) {
      const { batch, note } = this.#batches.ofChanges(added, 'journal_first')
      const saved = await saves.save(batch)
      const isHeld = saves.isHeld(batch)
      if (isHeld) this.#reader.hold(added)
      this.#reader.forget(added)
      if (isHeld || saved.ok) {
        note()
        this.#numbers.note(added)
      }
      if (!saved.ok) return saved
    }
    return success({ added, known: changes.length - added.length })
  }

  /** Adds a batch that is not on disk since the project was locked: readers see it, and later numbers follow it. */
  takeUp({ frames, commit, lastPosition }: Batch): void {
    const changes = frames.flatMap((frame) =>
      frame.kind === 'changes' ? (this.#rows.open(frame)?.changes ?? []) : [],
    )
    this.#reader.hold(changes)
    this.#opened.touched.note(changes, lastPosition, commit.households ?? [])
    this.#numbers.note(changes)
  }

  highestCounter(): number {
    return this.#numbers.highestCounter
  }

  /** Sets whether this device is a member's, under a lead's device. */
  setMemberRole(areMembers: boolean): void {
    this.#numbers.areMembers = areMembers
  }

  /** Puts the rows of a finished interview into one. */
  pack(interviewId: string): Promise<Result<null>> {
    return packRows(this.#opened.index, this.#rows, this.#rows.entityKey('interview', interviewId))
  }

  of(entity: Entity, entityId: string): Promise<readonly Change[]> {
    return this.#reader.read(this.#rows.entityKey(entity, entityId))
  }

  /** Those of the project itself and its people, of no household. */
  async ofProject(): Promise<readonly Change[]> {
    const byScope = await this.#reader.readScopes([this.#rows.scopeKey(undefined)])
    return [...byScope.values()].flat()
  }

  async ofHouseholds(households: readonly string[]): Promise<ReadonlyMap<string, readonly Change[]>> {
    const scopes = households.map((household) => this.#rows.scopeKey(household))
    const byScope = await this.#reader.readScopes(scopes)
    return new Map(households.map((each, index) => [each, byScope.get(scopes[index] ?? '') ?? []]))
  }

  async households(): Promise<readonly string[]> {
    const households = await this.#opened.index.households()
    return households.flatMap((household) => this.#rows.householdName(household) ?? []).sort()
  }

  known(): KnownChanges {
    return this.#opened.checkpoint.known.copy()
  }
}
