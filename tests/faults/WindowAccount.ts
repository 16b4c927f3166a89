import type { Shown } from '../inPage/shownInPage'

/** What the window has shown as saved, up to the moment it was killed. */
export class WindowAccount {
  /** By place: the text that stood there while the mark said `saved`. */
  readonly answers = new Map<string, string>()
  /** Which households of the list were opened, by their number in it. */
  readonly opened = new Set<number>()
  /** How many households the list may show: after a killed import the old ones or the new ones. */
  households: readonly number[] = []
  /** The review workbook was said to be exported: it is there, whole, whatever comes after. */
  isExported = false

  see({ state, answers }: Shown): void {
    if (state !== 'saved') return
    for (const [place, answer] of answers) this.answers.set(place, answer)
  }

  /** Places whose saved answer is not shown any more. */
  missingIn(found: ReadonlyMap<string, string>): readonly string[] {
    return [...this.answers].flatMap(([place, answer]) => {
      const now = found.get(place)
      return now === answer ? [] : [`missing: ${place}: ${answer}; found: ${now ?? 'nothing'}`]
    })
  }
}
