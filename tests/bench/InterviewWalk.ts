import { INSTRUMENT } from '../builders/anInterview'
import type { InterviewScreen } from '../inPage/paintInPage'

/** Pressed one after the other; only what `last` brings is waited for. */
export interface WalkKeys {
  readonly first: string
  readonly last: string
}

/** Digits of kind and item, the amount, and whether it came. */
const LINES = ['11', '12', '21', '22', '43', '51']

/** Which keys take a whole interview from question to question: all is well, six ledger lines. */
export class InterviewWalk {
  #lines = 0
  #isKindChosen = false

  /** The keys for the question that stands there; null when the walk is at its end. */
  at({ question, isAsked }: InterviewScreen): WalkKeys | null {
    if (isAsked) return { first: '', last: 'R' }
    switch (question) {
      case 'add_line':
        return { first: '', last: this.#lineKey() }
      case 'line_amount':
        return { first: '1200', last: 'Enter' }
      case 'read_back':
        return { first: '', last: 'Enter' }
      case 'line_state':
        return { first: '', last: '1' }
    }
    const data = INSTRUMENT.questions.get(question)?.data
    if (data === undefined) throw new Error(`no question ${question}`)
    if (data.quickFill !== undefined && data.documentExpected !== true) return { first: '', last: 'A' }
    switch (data.type) {
      case 'select_one':
      case 'select_one_member':
        return { first: '', last: '1' }
      case 'select_multiple':
        return { first: this.#noneOf(data.choices), last: 'Enter' }
      case 'integer':
      case 'decimal':
        return { first: '0', last: 'Enter' }
      default:
        return null
    }
  }

  #lineKey(): string {
    const [kind, item] = LINES[this.#lines] ?? ''
    if (kind === undefined || item === undefined) return 'Enter'
    this.#isKindChosen = !this.#isKindChosen
    if (this.#isKindChosen) return kind
    this.#lines++
    return item
  }

  #noneOf(list = ''): string {
    const choices = INSTRUMENT.data.choices[list] ?? []
    const none = choices.findIndex(({ name }) => name === 'none')
    return String((none < 0 ? 0 : none) + 1)
  }
}
