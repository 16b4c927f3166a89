import { join } from 'node:path'
import type { Change } from '../../domain/changes/Change'
import { decodeNatively } from './decodeNatively'
import { parseStored } from '../files/FileTrouble'
import { listFolder, readPart, removeIfPossible, writeDurably } from './folderFiles'
import type { PackRun } from './ScopeLines'

/** The changes of one household for a pack, and the same as lines where those exist already. */
export interface PackGroup {
  readonly added: readonly Change[]
  readonly bytes: readonly Uint8Array[] | null
}

/** The changes of a folder store: numbered files of lines, each written once. */
export class PackFiles {
  readonly #folder: string
  /** The pack that is being written; the next one is assembled meanwhile. */
  #underWay: Promise<void> = Promise.resolve()

  constructor(folder: string) {
    this.#folder = folder
  }

  /**
   * Starts to write a pack of several groups, once the one before is on the disk; returns the place of each, in order.
   * `settle` throws if the write fails.
   */
  async write(pack: number, groups: readonly PackGroup[]): Promise<readonly PackRun[]> {
    const parts = groups.map(({ added, bytes }) =>
      bytes === null ? Buffer.from(linesOf(added)) : Buffer.concat(bytes),
    )
    await this.settle()
    this.#underWay = writeDurably(this.#path(pack), Buffer.concat(parts))
    // `settle` reports the error; until then it must not count as unhandled.
    this.#underWay.catch(() => undefined)
    let end = 0
    return parts.map(({ length }) => {
      end += length
      return { pack, offset: end - length, length }
    })
  }

  /** Waits until what was written is on the disk; throws if the write failed. */
  async settle(): Promise<void> {
    await this.#underWay
  }

  async read(runs: readonly PackRun[]): Promise<readonly Change[]> {
    const changes: Change[] = []
    if (runs.length > 0) await this.settle()
    for (const { pack, offset, length } of runs) {
      const bytes = readPart(this.#path(pack), offset, length)
      for (const line of decodeNatively(bytes).split('\n'))
        if (line !== '') changes.push(parseStored(this.#path(pack), line) as Change)
    }
    return changes
  }

  /** Removes packs above a number: no index names them. */
  async dropAbove(pack: number): Promise<void> {
    await this.settle().catch(() => undefined)
    this.#underWay = Promise.resolve()
    for (const name of await listFolder(this.#folder))
      if (Number.parseInt(name, 10) > pack) await removeIfPossible(join(this.#folder, name))
  }

  #path(pack: number): string {
    return join(this.#folder, `${String(pack).padStart(6, '0')}.jsonl`)
  }
}

function linesOf(changes: readonly Change[]): string {
  return changes.map((change) => `${JSON.stringify(change)}\n`).join('')
}
