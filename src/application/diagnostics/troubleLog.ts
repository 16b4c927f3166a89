import type { ErrorFact } from './MachineFacts'

/** Problems of one code that were shown at one time. */
export interface ShownProblems {
  /** ISO instant. */
  readonly at: string
  readonly code: string
  readonly count: number
}

/** What went wrong since the app was started, in memory alone, without any text from data. */
export interface TroubleLog {
  noteError(error: ErrorFact): void
  noteProblems(problems: ShownProblems): void
  readonly errors: readonly ErrorFact[]
  readonly problems: readonly ShownProblems[]
}

const KEPT = 50

/** A log that keeps the last 50 of each. */
export function troubleLog(): TroubleLog {
  const errors: ErrorFact[] = []
  const problems: ShownProblems[] = []
  return {
    errors,
    problems,
    noteError: (error) => keep(errors, error),
    noteProblems: (shown) => keep(problems, shown),
  }
}

function keep<T>(list: T[], entry: T): void {
  list.push(entry)
  if (list.length > KEPT) list.shift()
}
