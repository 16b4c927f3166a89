import type { Change } from '../changes/Change'
import { headsOf } from '../changes/foldChanges'
import { isIsoDate } from '../shared/calendar'
import type { Json } from '../shared/Json'
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
  const words = paperWords(head?.value)
  return words === null || first === undefined
    ? null
    : { ...words, enteredBy: first.person, enteredAt: first.at }
}

/** The words of a value from outside; null where it has none, or no calendar day. */
export function paperWords(value: Json | undefined): PaperWords | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const { takenOn, askedBy } = value as Readonly<Record<string, Json>>
  if (typeof takenOn !== 'string' || !isIsoDate(takenOn)) return null
  return typeof askedBy === 'string' && askedBy !== '' ? { takenOn, askedBy } : null
}
