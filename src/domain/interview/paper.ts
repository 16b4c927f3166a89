import type { Change } from '../changes/Change'
import { headsOf } from '../changes/foldChanges'
import { PAPER } from './bookkeeping'

/** What is said of a form that was filled in by hand. */
export interface PaperWords {
  /** ISO date on which the household was visited. */
  readonly takenOn: string
  /** Who asked the questions. */
  readonly askedBy: string
}

/** An interview that was taken on paper and entered afterwards. */
export interface TakenOnPaper extends PaperWords {
  readonly enteredBy: string
  /** ISO instant by the clock of the laptop where the entry began. */
  readonly enteredAt: string
}

/** Whether an interview was taken on paper, by its own changes; null where it was not. */
export function paperIn(changes: readonly Change[]): TakenOnPaper | null {
  const marks = changes.filter(({ path }) => path === PAPER)
  const head = headsOf(marks).at(-1)
  const first = marks[0]
  if (head === undefined || first === undefined || !isPaperWords(head.value)) return null
  const { takenOn, askedBy } = head.value
  return { takenOn, askedBy, enteredBy: first.person, enteredAt: first.at }
}

function isPaperWords(value: unknown): value is PaperWords {
  return (
    typeof value === 'object' &&
    value !== null &&
    'takenOn' in value &&
    'askedBy' in value &&
    typeof value.takenOn === 'string' &&
    typeof value.askedBy === 'string'
  )
}
