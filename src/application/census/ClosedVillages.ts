import { COUNTY_AREA } from '../../domain/programmes/census/areaNames'
import type { RosterVillage } from '../store/ProjectStore'
import type { Closing, Closings } from './closings'

/** What a list would change of villages that are closed, told while its villages pass by: a county need not be in memory. */
export class ClosedVillages {
  readonly #listed = new Map<string, readonly string[]>()

  constructor(private readonly closings: Closings) {}

  /** The same villages, each looked at as it passes. */
  *seen(villages: Iterable<RosterVillage>): Generator<RosterVillage> {
    for (const each of villages) {
      this.see(each)
      yield each
    }
  }

  see({ village, households }: RosterVillage): void {
    if (this.closings.areas.has(village))
      this.#listed.set(
        village,
        households.map(({ id }) => id),
      )
  }

  /**
   * Once all passed: a closed village that the list would give other households than it had at its closing: one was added, left
   * out, or moved to another village. Of a closed county that is any list. Undefined where the list may be adopted.
   */
  changed(): Closing | undefined {
    const { areas } = this.closings
    const county = areas.get(COUNTY_AREA)
    if (county !== undefined) return county
    return [...areas.values()].find(({ area, households }) => {
      const then = [...households].filter((id) => !wasFound(id))
      const now = this.#listed.get(area) ?? []
      return now.length !== then.length || now.some((id) => !households.has(id))
    })
  }
}

/** Found in the field: no list has it. See `foundId`. */
function wasFound(household: string): boolean {
  return household.startsWith('f-')
}
