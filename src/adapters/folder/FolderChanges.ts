import { join } from 'node:path'
import type { FolderLock } from '../../../electron/disk/takeFolderLock'
import { partLine, PROJECT_PART } from '../../application/team/merge/stateHash'
import type { Change } from '../../domain/changes/Change'
import type { KnownChanges } from '../../domain/changes/KnownChanges'
import { refusal, success, type Result } from '../../domain/shared/Result'
import type { Conflict } from '../../domain/team/conflictsIn'
import { nativeDigest as hash, nativeDigestOf } from '../crypto/nativeDigest'
import { FileTrouble } from '../files/FileTrouble'
import { checkAgainst, type ComingChunk, type ScopeUnion } from './checkAgainst'
import { emptyIndex, readIndex, writeIndex, type FolderIndex } from './FolderIndex'
import { PackFiles } from './PackFiles'
import { SegmentRecords } from './SegmentRecords'

/**
 * The changes of a folder, and the signatures they came with: packs, and the index that lists their places and digests.
 * What was not committed is discarded, in memory and on the disk.
 */
export class FolderChanges {
  readonly #folder: string
  readonly #lock: FolderLock
  readonly #packs: PackFiles
  readonly #segments: SegmentRecords
  #index: FolderIndex = emptyIndex()
  /** As the disk has it. */
  #committed = this.#index
  #isBatch = false
  #unconfirmed: FileTrouble | undefined

  private constructor(folder: string, lock: FolderLock) {
    this.#folder = folder
    this.#lock = lock
    this.#packs = new PackFiles(join(folder, 'packs'))
    this.#segments = new SegmentRecords(folder)
  }

  static async in(folder: string, lock: FolderLock): Promise<FolderChanges> {
    const changes = new FolderChanges(folder, lock)
    await changes.#asOnDisk()
    return changes
  }

  /** The highest known counter. */
  get lamport(): number {
    return this.#index.lamport
  }

  /** The error of a commit that was written but not confirmed by the disk: a power cut may undo it. */
  get unconfirmed(): FileTrouble | undefined {
    return this.#unconfirmed
  }

  known(): KnownChanges {
    return this.#index.known.copy()
  }

  households(): readonly string[] {
    return this.#index.scopes.names().filter((scope) => scope !== PROJECT_PART)
  }

  conflicts(): readonly Conflict[] {
    return this.#index.scopes.conflicts()
  }

  stateHash(): string {
    return nativeDigestOf(this.#digests())
  }

  read(scope: string): Promise<readonly Change[]> {
    return this.#packs.read(this.#index.scopes.get(scope)?.runs ?? [])
  }

  async segments(): Promise<readonly string[]> {
    return [...(await this.#segments.texts(this.#index.segments))]
  }

  keepSegment(text: string): Promise<Result<null>> {
    return this.#committing(async () => {
      await this.#segments.keep(text, this.#index.segments)
      return success(null)
    })
  }

  /** Everything that the work adds is committed at its end if it succeeds, and otherwise nothing. */
  async inOneCommit<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    return this.#committing(async () => {
      this.#isBatch = true
      try {
        return await work()
      } finally {
        this.#isBatch = false
      }
    })
  }

  /** One pack for what is new, then the index. Refused: `folder_lock_lost`, and as `checkAgainst` refuses. */
  take(chunks: readonly ComingChunk[]): Promise<Result<readonly ScopeUnion[]>> {
    return this.#committing(async () => {
      const { scopes, segments } = this.#index
      const known = this.#index.known.copy()
      const checked = await checkAgainst(chunks, known, (scope) => this.read(scope), hash)
      if (!checked.ok || checked.value.length === 0) return checked
      if (!(await this.#lock.isOurs())) return this.#lockLost()
      const pack = this.#index.packs + 1
      const runs = await this.#packs.write(pack, checked.value)
      for (const [at, { scope, digest, conflicts }] of checked.value.entries()) {
        const before = scopes.get(scope)?.runs ?? []
        scopes.set(scope, { digest, conflicts, runs: [...before, ...runs.slice(at, at + 1)] })
      }
      let { lamport } = this.#index
      for (const { added } of checked.value)
        for (const change of added) lamport = Math.max(lamport, change.lamport)
      this.#index = { packs: pack, lamport, known, scopes, segments }
      return checked
    })
  }

  /** Runs the work and commits; within a batch the batch commits at its end. */
  async #committing<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    if (this.#isBatch) return work()
    try {
      const done = await work()
      const committed = done.ok ? await this.#commit() : done
      if (committed.ok) return done
      if (this.#hasUncommitted()) await this.#asOnDisk()
      return committed
    } catch (error) {
      await this.#asOnDisk().catch(() => undefined)
      throw error
    }
  }

  /** The index is written last: everything that it names is on the disk then. */
  async #commit(): Promise<Result<null>> {
    if (!this.#hasUncommitted()) return success(null)
    await this.#packs.settle()
    const segments = [...this.#index.segments, ...(await this.#segments.write())]
    // Each commit has its own number; it names the partial index.
    const packs = Math.max(this.#index.packs, this.#committed.packs + 1)
    if (!(await this.#lock.isOurs())) return this.#lockLost()
    this.#index = { ...this.#index, packs, segments }
    try {
      await writeIndex(this.#folder, this.#index)
      this.#committed = this.#index
    } catch (error) {
      await this.#asOnDisk()
      if (!(error instanceof FileTrouble) || this.#index.packs !== packs) throw error
      this.#unconfirmed = error
    }
    return success(null)
  }

  #hasUncommitted(): boolean {
    return this.#index !== this.#committed || this.#segments.areWaiting
  }

  async #asOnDisk(): Promise<void> {
    this.#index = (await readIndex(this.#folder)) ?? emptyIndex()
    this.#committed = this.#index
    if (!(await this.#lock.isOurs())) return
    await this.#packs.dropAbove(this.#index.packs)
    await this.#segments.dropOthers(this.#index.segments)
  }

  #lockLost(): Result<never> {
    return refusal('folder_lock_lost', this.#folder)
  }

  *#digests(): Generator<string | Uint8Array> {
    const { scopes } = this.#index
    if (scopes.get(PROJECT_PART) === undefined) yield partLine(PROJECT_PART, hash(''))
    yield* scopes.digests()
  }
}
