import type { Problem } from '../../domain/shared/Problem'
import { success, type Result } from '../../domain/shared/Result'
import type { IndexShelf } from './IndexShelf'
import type { JournalShelf } from './Journal'
import { openSides, type OpenSides } from './openSides'

/**
 * Opens projects' sides, and keeps the problems found until they are reported: sides are repaired before the passcode is
 * checked, and a mistyped one must not lose the report.
 */
export class SidesOpener {
  readonly #indexes: IndexShelf
  readonly #journals: JournalShelf | null
  readonly #unreported = new Map<string, readonly Problem[]>()

  constructor(indexes: IndexShelf, journals: JournalShelf | null) {
    this.#indexes = indexes
    this.#journals = journals
  }

  /** As `openSides`; with the problems of earlier openings that were not reported. */
  async open(projectId: string): Promise<Result<OpenSides>> {
    const sides = await openSides(projectId, this.#indexes, this.#journals)
    if (!sides.ok) return sides
    const problems = [...(this.#unreported.get(projectId) ?? []), ...sides.value.problems]
    this.#unreported.set(projectId, problems)
    return success({ ...sides.value, problems })
  }

  /** Adds problems of a closed project, to be reported at its next opening. */
  reportNext(projectId: string, problems: readonly Problem[]): void {
    this.#unreported.set(projectId, [...(this.#unreported.get(projectId) ?? []), ...problems])
  }

  /** The project is open now, and its problems are reported by it. */
  markReported(projectId: string): void {
    this.#unreported.delete(projectId)
  }
}
