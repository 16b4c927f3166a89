import { join } from 'node:path'
import type { Change } from '../../domain/changes/Change'
import { readPart, writeDurably } from './folderFiles'
import type { PackRun } from './ScopeLines'

/** The changes of a folder store: numbered files of lines, each written once. */
export class PackFiles {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Writes a pack of several groups; where each lies comes back in their order. */
  async write(pack: number, groups: readonly (readonly Change[])[]): Promise<readonly PackRun[]> {
    const parts = groups.map((changes) => Buffer.from(linesOf(changes)))
    await writeDurably(this.#path(pack), Buffer.concat(parts))
    let end = 0
    return parts.map(({ length }) => {
      end += length
      return { pack, offset: end - length, length }
    })
  }

  async read(runs: readonly PackRun[]): Promise<readonly Change[]> {
    const changes: Change[] = []
    for (const { pack, offset, length } of runs) {
      const bytes = await readPart(this.#path(pack), offset, length)
      for (const line of bytes.toString('utf8').split('\n'))
        if (line !== '') changes.push(JSON.parse(line) as Change)
    }
    return changes
  }

  #path(pack: number): string {
    return join(this.#folder, `${String(pack).padStart(6, '0')}.jsonl`)
  }
}

function linesOf(changes: readonly Change[]): string {
  return changes.map((change) => `${JSON.stringify(change)}\n`).join('')
}
