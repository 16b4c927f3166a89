import type { Shown } from '../inPage/shownInPage'

/** What the window has shown as saved, up to the moment it was killed. */
export class WindowAccount {
  /** By place: the text that stood there while the mark said `saved`. */
  readonly answers = new Map<string, string>()
  /** How many households the list may show: after a killed import the old one or the new one. */
  households: readonly number[] = []
  /** Of the review workbook under its final name, if one was ever said to be exported. */
  isExported = false

  see({ state, answers }: Shown): void {
    if (state !== 'saved') return
    for (const [place, answer] of answers) this.answers.set(place, answer)
  }

  /** Places whose saved answer is not shown any more. */
  missingIn(found: ReadonlyMap<string, string>): readonly string[] {
    return [...this.answers].flatMap(([place, answer]) =>
      found.get(place) === answer
        ? []
        : [`missing: ${place}: ${answer}; found: ${found.get(place) ?? 'nothing'}`],
    )
  }

  /** The ids of the households that have answers. */
  interviewed(): readonly string[] {
    return [...new Set([...this.answers.keys()].map((place) => place.split(' › ')[0] ?? ''))]
  }
}
