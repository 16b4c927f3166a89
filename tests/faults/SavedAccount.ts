import { isDeepStrictEqual } from 'node:util'
import type { RosterHash, RosterVillage } from '../../src/application/store/ProjectStore'
import type { Change } from '../../src/domain/changes/Change'
import { foldChanges } from '../../src/domain/changes/foldChanges'
import { groupBy } from '../../src/domain/shared/groupBy'
import type { Projection } from './readProjection'

interface Batch {
  readonly size: number
  /** Refused whole: nothing of it may ever be found. */
  isRefused: boolean
}

interface KeptRoster {
  readonly villages: readonly RosterVillage[]
  isSaved: boolean
}

/** What the app was asked to keep, and what it said is saved: what a later start finds is held against both. */
export class SavedAccount {
  readonly saved = new Map<string, Change>()
  /** Set once two machines went on from one state: then a path may have two heads, and no last value. */
  isForked = false
  readonly #batches = new Map<string, Batch>()
  readonly #rosters = new Map<RosterHash, KeptRoster>()

  /** Names what is to be kept all or nothing; every change of it bears the name as its reason. */
  ask(size: number): string {
    const name = `batch ${this.#batches.size + 1}`
    this.#batches.set(name, { size, isRefused: false })
    return name
  }

  refuse(name: string): void {
    const batch = this.#batches.get(name)
    if (batch !== undefined) batch.isRefused = true
  }

  save(changes: readonly Change[]): void {
    for (const change of changes) this.saved.set(change.id, change)
  }

  askRoster(hash: RosterHash, villages: readonly RosterVillage[]): void {
    if (!this.#rosters.has(hash)) this.#rosters.set(hash, { villages, isSaved: false })
  }

  saveRoster(hash: RosterHash): void {
    const roster = this.#rosters.get(hash)
    if (roster !== undefined) roster.isSaved = true
  }

  rosterHashes(): readonly RosterHash[] {
    return [...this.#rosters.keys()]
  }

  /** Answers and rosters that were shown as saved and are not there. */
  missingIn({ changes, rosters }: Projection): readonly string[] {
    const found = new Map(changes.map((change) => [change.id as string, change]))
    const lost = [...this.saved.values()].filter((each) => !isDeepStrictEqual(found.get(each.id), each))
    const lostRosters = [...this.#rosters].filter(
      ([hash, { isSaved, villages }]) => isSaved && !isDeepStrictEqual(rosters.get(hash), villages),
    )
    return [
      ...lost.map(({ id, path, reason }) => `missing: ${path} of ${reason} (${id})`),
      ...lostRosters.map(([hash]) => `missing: roster ${hash}`),
    ]
  }

  /** What is there without having been asked for, by half, or with another value than the last one given. */
  unsoundIn({ changes, rosters }: Projection): readonly string[] {
    const byBatch = groupBy(changes, ({ reason }) => reason ?? '')
    const halves = [...byBatch].flatMap(([name, found]) => {
      const batch = this.#batches.get(name)
      if (batch === undefined) return [`never asked for: ${found.length} changes of '${name}'`]
      if (batch.isRefused) return [`refused, and yet there: ${found.length} changes of ${name}`]
      return found.length === batch.size ? [] : [`by half: ${found.length} of ${batch.size} of ${name}`]
    })
    const halfRosters = [...this.#rosters].filter(([hash, { villages }]) => {
      const found = rosters.get(hash)
      return found !== undefined && !isDeepStrictEqual(found, villages)
    })
    return [
      ...halves,
      ...halfRosters.map(([hash]) => `by half: roster ${hash}`),
      ...(this.isForked ? [] : wrongValues(changes)),
    ]
  }
}

/** One hand wrote it all, each value knowing the one before: the last one written must be the one that is shown. */
function wrongValues(changes: readonly Change[]): readonly string[] {
  return [...groupBy(changes, ({ entity, entityId }) => `${entity} ${entityId}`).values()].flatMap((own) => {
    const state = foldChanges(own)
    return [...groupBy(own, ({ path }) => path)].flatMap(([path, written]) => {
      const last = written.reduce((late, each) => (each.lamport > late.lamport ? each : late))
      const shown = state.get(path)
      const isShown = shown?.isConflict === false && isDeepStrictEqual(shown.value, last.value)
      return isShown ? [] : [`wrong value: ${path} of ${last.entityId}`]
    })
  })
}
