import { NOTHING_CLOSED, readClosings } from '../../application/census/closings'
import { clockAfter, peopleWith, prepareWrite, type Writers } from '../../application/store/prepareWrite'
import type { Accepted } from '../../application/store/ProjectStore'
import { isMembers } from '../../application/team/roll/deviceOf'
import { PROJECT_PART } from '../../application/team/merge/stateHash'
import type { ReplicaClock } from '../../domain/changes/assignChanges'
import type { Change, ReplicaId } from '../../domain/changes/Change'
import type { ChangeDraft } from '../../domain/changes/ChangeDraft'
import { success, type Result } from '../../domain/shared/Result'
import type { MemorySummaries } from '../memory/MemorySummaries'
import { chunksOf, scopeOf, type ComingChunk } from './checkAgainst'
import type { FolderChanges } from './FolderChanges'
import type { KeptFiles } from './KeptFiles'

interface Written {
  readonly accepted: Accepted
  /** The drafts, numbered. */
  readonly own: readonly Change[]
}

/** Numbers the changes of this opening, and adds them to the folder after those that are imported. */
export class FolderWriter {
  readonly #changes: FolderChanges
  readonly #kept: KeptFiles
  readonly #summaries: MemorySummaries
  #clock: ReplicaClock

  constructor(changes: FolderChanges, kept: KeptFiles, summaries: MemorySummaries, replica: ReplicaId) {
    this.#changes = changes
    this.#kept = kept
    this.#summaries = summaries
    this.#clock = { replica, lastSeq: 0, lamport: changes.lamport }
  }

  get highestCounter(): number {
    return this.#clock.lamport
  }

  /** As `FolderChanges.inOneCommit`; numbers of changes that were not committed are free again. */
  async inOneCommit<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    const before = this.#clock
    let isDone = false
    try {
      const done = await this.#changes.inOneCommit(work)
      isDone = done.ok
      return done
    } finally {
      if (!isDone) this.#clock = before
    }
  }

  /** Adds the imported changes, and the drafts after them. */
  async write(drafts: readonly ChangeDraft[], chunks: readonly ComingChunk[]): Promise<Result<Written>> {
    const coming = chunks.flatMap(({ changes }) => changes)
    const scopes = [...new Set(drafts.map(scopeOf))]
    const stored = (await Promise.all(scopes.map((scope) => this.#changes.read(scope)))).flat()
    const known = scopes.length === 0 ? [] : [...stored, ...coming]
    const writers = drafts.length === 0 ? NOBODY : await this.#writersWith(coming)
    const prepared = prepareWrite(drafts, clockAfter(this.#clock, coming), writers, (entity, id) =>
      known.filter((change) => change.entity === entity && change.entityId === id),
    )
    if (!prepared.ok) return prepared
    const { changes: own, clock } = prepared.value
    const ownChunks = chunksOf(own)
    if (!ownChunks.ok) return ownChunks
    const taken = await this.#changes.take([...chunks, ...ownChunks.value])
    if (!taken.ok) return taken
    this.#clock = { ...clock, lamport: Math.max(clock.lamport, this.#changes.lamport) }
    for (const { scope } of taken.value) if (scope !== PROJECT_PART) this.#summaries.touch(scope)
    const mine = new Set(own)
    const all = taken.value.flatMap((union) => union.added)
    const added = mine.size === 0 ? all : all.filter((each) => !mine.has(each))
    return success({ accepted: { added, known: coming.length - added.length }, own })
  }

  async #writersWith(coming: readonly Change[]): Promise<Writers> {
    const project = [...(await this.#changes.read(PROJECT_PART)), ...coming]
    const [[device], [lead]] = [await this.#kept.records('device'), await this.#kept.records('lead')]
    return {
      people: peopleWith(new Set(), project),
      areMembers: isMembers(device, lead),
      closings: readClosings(project),
    }
  }
}

const NOBODY: Writers = { people: new Set(), areMembers: false, closings: NOTHING_CLOSED }
