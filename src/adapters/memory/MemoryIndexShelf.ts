import type { IndexOpening, IndexShelf } from '../sealed/IndexShelf'
import { MemoryIndex } from './MemoryIndex'

/** Indexes that last as long as the shelf object: for a folder store's journal in the terminal, and for tests. */
export class MemoryIndexShelf implements IndexShelf {
  readonly #indexes = new Map<string, MemoryIndex>()
  readonly #inUse = new Set<MemoryIndex>()

  async headers(): Promise<readonly string[]> {
    const headers = await Promise.all([...this.#indexes.values()].map((index) => index.header()))
    return headers.filter((header) => header !== undefined)
  }

  open(projectId: string): Promise<IndexOpening> {
    const index = this.#indexes.get(projectId)
    if (index === undefined) return Promise.resolve({ kind: 'missing' })
    if (this.#inUse.has(index)) return Promise.resolve({ kind: 'locked' })
    this.#inUse.add(index)
    return Promise.resolve({ kind: 'open', index })
  }

  create(projectId: string): Promise<IndexOpening> {
    if (!this.#indexes.has(projectId)) {
      const index = new MemoryIndex((closed) => this.#inUse.delete(closed))
      this.#indexes.set(projectId, index)
    }
    return this.open(projectId)
  }

  /** The same indexes as another process finds them after this one was killed: complete, and not in use. */
  copy(): MemoryIndexShelf {
    const copy = new MemoryIndexShelf()
    for (const [projectId, index] of this.#indexes)
      copy.#indexes.set(
        projectId,
        index.copy((made) => copy.#inUse.delete(made)),
      )
    return copy
  }
}
