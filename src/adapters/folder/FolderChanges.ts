import { join } from 'node:path'
import { partLine, PROJECT_PART } from '../../application/team/stateHash'
import type { Change } from '../../domain/changes/Change'
import type { KnownChanges } from '../../domain/changes/KnownChanges'
import { success, type Result } from '../../domain/shared/Result'
import type { Conflict } from '../../domain/team/conflictsIn'
import { nativeDigest as hash, nativeDigestOf } from '../crypto/nativeDigest'
import { checkAgainst, type ComingChunk, type ScopeUnion } from './checkAgainst'
import { emptyIndex, readIndex, writeIndex, type FolderIndex } from './FolderIndex'
import { PackFiles } from './PackFiles'

/** The changes of a folder: packs, and the index that says what lies where and what it comes to. */
export class FolderChanges {
  readonly #folder: string
  readonly #packs: PackFiles
  #index: FolderIndex
  #isBatch = false

  private constructor(folder: string, index: FolderIndex) {
    this.#folder = folder
    this.#packs = new PackFiles(join(folder, 'packs'))
    this.#index = index
  }

  static async in(folder: string): Promise<FolderChanges> {
    return new FolderChanges(folder, (await readIndex(folder)) ?? emptyIndex())
  }

  /** The highest counter that is known. */
  get lamport(): number {
    return this.#index.lamport
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

  async inOneCommit<T>(work: () => Promise<T>): Promise<T> {
    const before = this.#index
    this.#isBatch = true
    try {
      return await work()
    } finally {
      this.#isBatch = false
      if (this.#index !== before) await this.#commit()
    }
  }

  /** One pack for what is new, then the index in memory; on the disk too, unless a batch writes it at its end. */
  async take(chunks: readonly ComingChunk[]): Promise<Result<readonly ScopeUnion[]>> {
    const { scopes } = this.#index
    const known = this.#index.known.copy()
    const checked = await checkAgainst(chunks, known, (scope) => this.read(scope), hash)
    if (!checked.ok || checked.value.length === 0) return checked
    const pack = this.#index.packs + 1
    const runs = await this.#packs.write(pack, checked.value)
    for (const [at, { scope, digest, conflicts }] of checked.value.entries()) {
      const before = scopes.get(scope)?.runs ?? []
      scopes.set(scope, { digest, conflicts, runs: [...before, ...runs.slice(at, at + 1)] })
    }
    let { lamport } = this.#index
    for (const { added } of checked.value)
      for (const change of added) lamport = Math.max(lamport, change.lamport)
    this.#index = { packs: pack, lamport, known, scopes }
    if (!this.#isBatch) await this.#commit()
    return success(checked.value)
  }

  /** The index comes last: what it names is on the disk. */
  async #commit(): Promise<void> {
    await this.#packs.settle()
    await writeIndex(this.#folder, this.#index)
  }

  *#digests(): Generator<string | Uint8Array> {
    const { scopes } = this.#index
    if (scopes.get(PROJECT_PART) === undefined) yield partLine(PROJECT_PART, hash(''))
    yield* scopes.digests()
  }
}
