import type { Change } from '../../domain/changes/Change'
import type { Instrument } from '../../domain/instrument/loadInstrument'
import { findQuality } from '../../domain/quality/findQuality'
import {
  listedPersons,
  qualityCase,
  type ListedPersons,
  type QualityCase,
} from '../../domain/quality/QualityCase'
import type { QualityLine, QualityThresholds } from '../../domain/quality/QualityLine'
import type { RosterHousehold } from '../../domain/roster/Roster'
import { groupBy } from '../../domain/shared/groupBy'
import type { HouseholdRow } from '../households/listHouseholds'
import { comparedTwice } from '../rounds/comparedTwice'
import { isRoundClosed, roundChanges } from '../rounds/roundChanges'
import type { ProjectStore } from '../store/ProjectStore'
import type { VillageWork } from '../workbook/villageWork'

/** Households for the quality desk, as plain data that a worker can be handed. */
export interface QualityWork {
  /** With everything said of them. */
  readonly answered: VillageWork
  /** Of whom nothing was said, or nothing that whoever looks may see. */
  readonly listed: readonly ListedPersons[]
}

/** Households handed over at once, so that the window goes on breathing: reading answers takes its time, names do not. */
const ANSWERED_AT_ONCE = 40
const LISTED_AT_ONCE = 1000

/** What the desk needs of these rows of the list, a part at a time. */
export async function* qualityWork(
  store: ProjectStore,
  rows: readonly HouseholdRow[],
): AsyncGenerator<QualityWork> {
  const answered = rows.filter(({ summary }) => summary !== null)
  for (let start = 0; start < answered.length; start += ANSWERED_AT_ONCE) {
    const some = answered.slice(start, start + ANSWERED_AT_ONCE).map(({ household }) => household)
    const changes = await store.changesOfHouseholds(some.map(({ id }) => id))
    yield {
      answered: some.map((household) => ({ household, changes: changes.get(household.id) ?? [] })),
      listed: [],
    }
  }
  const listed = rows.filter(({ summary }) => summary === null)
  for (let start = 0; start < listed.length; start += LISTED_AT_ONCE)
    yield {
      answered: [],
      listed: listed.slice(start, start + LISTED_AT_ONCE).map(({ household }) => listedPersons(household)),
    }
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

  take({ answered, listed }: QualityWork): void {
    for (const { household, changes } of answered) {
      const cases = this.#read(household, changes)
      this.#cases.set(household.id, cases)
      if (cases.some(({ round }) => round === 'first')) this.#listed.delete(household.id)
      else this.#listed.set(household.id, listedPersons(household))
    }
    for (const each of listed) {
      this.#cases.delete(each.household)
      this.#listed.set(each.household, each)
    }
  }

  /** What the checks find among all that was taken. */
  find(thresholds: QualityThresholds): readonly QualityLine[] {
    return findQuality([...this.#cases.values()].flat(), [...this.#listed.values()], thresholds)
  }

  #read(household: RosterHousehold, changes: readonly Change[]): readonly QualityCase[] {
    const own = changes.filter(({ entity }) => entity === 'interview')
    const twice = this.#comparedTwice(own)
    return [...groupBy(own, ({ entityId }) => entityId)].map(([id, ofInterview]) => {
      const read = qualityCase(household, id, ofInterview, this.ports.digest)
      return twice?.interview === id ? { ...read, backcheck: twice } : read
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
