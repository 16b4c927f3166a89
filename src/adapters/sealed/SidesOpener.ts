import type { Problem } from '../../domain/shared/Problem'
import { success, type Result } from '../../domain/shared/Result'
import type { IndexShelf } from './IndexShelf'
import type { JournalShelf } from './Journal'
import { openSides, type OpenSides } from './openSides'

/**
 * Opens projects' sides, and keeps what was mended until somebody could be told: sides are mended before the passcode is
 * looked at, and a mistyped one must not swallow the news.
 */
export class SidesOpener {
  readonly #indexes: IndexShelf
  readonly #journals: JournalShelf | null
  readonly #untold = new Map<string, readonly Problem[]>()

  constructor(indexes: IndexShelf, journals: JournalShelf | null) {
    this.#indexes = indexes
    this.#journals = journals
  }

  /** As `openSides`; with the problems of earlier openings that were not `told`. */
  async open(projectId: string): Promise<Result<OpenSides>> {
    const sides = await openSides(projectId, this.#indexes, this.#journals)
    if (!sides.ok) return sides
    const problems = [...(this.#untold.get(projectId) ?? []), ...sides.value.problems]
    this.#untold.set(projectId, problems)
    return success({ ...sides.value, problems })
  }

  /** Of a project that is closed: told at its next opening. */
  tellNext(projectId: string, problems: readonly Problem[]): void {
    this.#untold.set(projectId, [...(this.#untold.get(projectId) ?? []), ...problems])
  }

  /** The project is open now, with its problems. */
  told(projectId: string): void {
    this.#untold.delete(projectId)
  }
}
