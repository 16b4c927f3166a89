import type { Change } from '../../../domain/changes/Change'
import { findQuality } from '../../../domain/quality/findQuality'
import {
  qualityCase,
  type InterviewFacts,
  type ListedPersons,
  type QualityCase,
} from '../../../domain/quality/QualityCase'
import type { QualityLine, QualityThresholds } from '../../../domain/quality/QualityLine'
import { interviewsOf, type InterviewsPorts } from '../interviewsOf'

/** Households for the quality desk, as plain data that a worker can be handed. */
export interface QualityWork {
  /** With all of their changes. */
  readonly unread: readonly { readonly listed: ListedPersons; readonly changes: readonly Change[] }[]
  /** Read before; without an interview those that have no changes, or none that the reader may see. */
  readonly known: readonly KnownHousehold[]
}

export interface KnownHousehold {
  readonly listed: ListedPersons
  readonly interviews: readonly InterviewFacts[]
}

/** The interviews of a project as its lead looks through them. A household that comes again takes the place of its earlier self. */
export class QualityDesk {
  readonly #cases = new Map<string, readonly QualityCase[]>()
  readonly #listed = new Map<string, ListedPersons>()

  constructor(private readonly ports: InterviewsPorts) {}

  /** Returns what it read of those that nobody had read yet. */
  take({ unread, known }: QualityWork): readonly KnownHousehold[] {
    const read = unread.map(({ listed, changes }) => ({
      listed,
      interviews: interviewsOf(listed.household, changes, this.ports),
    }))
    for (const { listed, interviews } of [...read, ...known]) {
      const { household } = listed
      const cases = interviews.map((facts) => qualityCase(listed, facts))
      if (cases.length > 0) this.#cases.set(household, cases)
      else this.#cases.delete(household)
      if (cases.some(({ round }) => round === 'first')) this.#listed.delete(household)
      else this.#listed.set(household, listed)
    }
    return read
  }

  /** What the checks find among all that was taken. */
  find(thresholds: QualityThresholds): readonly QualityLine[] {
    return findQuality([...this.#cases.values()].flat(), [...this.#listed.values()], thresholds)
  }
}
