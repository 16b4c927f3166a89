import type { Change } from '../../domain/changes/Change'
import type { Instrument } from '../../domain/instrument/loadInstrument'
import { saySomething } from '../../domain/interview/bookkeeping'
import { findQuality } from '../../domain/quality/findQuality'
import {
  interviewFacts,
  qualityCase,
  type InterviewFacts,
  type ListedPersons,
  type QualityCase,
} from '../../domain/quality/QualityCase'
import type { QualityLine, QualityThresholds } from '../../domain/quality/QualityLine'
import { groupBy } from '../../domain/shared/groupBy'
import { comparedTwice } from '../rounds/comparedTwice'
import { isRoundClosed, roundChanges } from '../rounds/roundChanges'

/** Households for the quality desk, as plain data that a worker can be handed. */
export interface QualityWork {
  /** With everything said of them. */
  readonly unread: readonly { readonly listed: ListedPersons; readonly changes: readonly Change[] }[]
  /** Read before; without an interview those of whom nothing was said, or nothing that whoever looks may see. */
  readonly known: readonly KnownHousehold[]
}

export interface KnownHousehold {
  readonly listed: ListedPersons
  readonly interviews: readonly InterviewFacts[]
}

export interface QualityDeskPorts {
  readonly instrumentOf: (version: string) => Instrument | undefined
  digest(text: string): string
}

/** The interviews of a project as its lead looks through them. A household that comes again takes the place of its earlier self. */
export class QualityDesk {
  readonly #cases = new Map<string, readonly QualityCase[]>()
  readonly #listed = new Map<string, ListedPersons>()

  constructor(private readonly ports: QualityDeskPorts) {}

  /** Returns what it read of those that nobody had read yet. */
  take({ unread, known }: QualityWork): readonly KnownHousehold[] {
    const read = unread.map(({ listed, changes }) => ({ listed, interviews: this.#read(listed, changes) }))
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

  #read({ household }: ListedPersons, changes: readonly Change[]): readonly InterviewFacts[] {
    const own = changes.filter(({ entity }) => entity === 'interview')
    const twice = this.#comparedTwice(own)
    const interviews = [...groupBy(own, ({ entityId }) => entityId)]
    return interviews.flatMap(([id, ofInterview]) => {
      if (!saySomething(ofInterview)) return []
      const read = interviewFacts(household, id, ofInterview, this.ports.digest)
      return twice?.interview === id
        ? { ...read, backcheck: { compared: twice.compared, different: twice.different } }
        : read
    })
  }

  /** The household's back-check, once it is closed, against its first round. */
  #comparedTwice(changes: readonly Change[]) {
    if (!isRoundClosed(roundChanges(changes, 'backcheck'))) return null
    const compared = comparedTwice(changes, this.ports.instrumentOf)
    if (compared === undefined) return null
    const { again, answers } = compared
    const different = answers.filter(({ isSame }) => !isSame).length
    return { interview: again.id, compared: answers.length, different }
  }
}
