/** What a campaign counts, by name. */
export class Tally {
  readonly #counts = new Map<string, Map<string, number>>()

  count(group: TallyGroup, name: string, times = 1): void {
    const counts = this.#counts.get(group) ?? new Map<string, number>()
    counts.set(name, (counts.get(name) ?? 0) + times)
    this.#counts.set(group, counts)
  }

  of(group: TallyGroup, name: string): number {
    return this.#counts.get(group)?.get(name) ?? 0
  }

  /** `group, name, count` in the order of their names. */
  rows(): readonly (readonly [string, string, number])[] {
    return [...this.#counts].flatMap(([group, counts]) =>
      [...counts]
        .sort(([left], [right]) => (left < right ? -1 : 1))
        .map(([name, count]) => [group, name, count] as const),
    )
  }
}

/** Both campaigns count under this name; the aim is that it stays 0. */
export const MISSING = 'saved and missing'

export type TallyGroup = 'round' | 'work' | 'fault' | 'end' | 'told' | 'looked'
