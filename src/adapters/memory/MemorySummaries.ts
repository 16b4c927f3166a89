import type { SummaryEntry, TouchedHousehold } from '../../application/store/ProjectStore'

/** Summaries, and marks of households that changed since theirs was stored. Neither outlives the process. */
export class MemorySummaries {
  readonly #groups = new Map<string, readonly SummaryEntry[]>()
  readonly #marks = new Map<string, number>()
  #lastMark = 0

  touch(household: string): void {
    this.#marks.set(household, ++this.#lastMark)
  }

  touched(): readonly TouchedHousehold[] {
    return [...this.#marks].map(([household, mark]) => ({ household, mark }))
  }

  read(group: string): readonly SummaryEntry[] {
    return this.#groups.get(group) ?? []
  }

  put(group: string, entries: readonly SummaryEntry[], recomputed: readonly TouchedHousehold[]): void {
    this.#groups.set(group, entries)
    for (const { household, mark } of recomputed)
      if (this.#marks.get(household) === mark) this.#marks.delete(household)
  }
}
