import { listedPersons, type InterviewFacts } from '../../../domain/quality/QualityCase'
import { groupBy } from '../../../domain/shared/groupBy'
import { slicesOf } from '../../../domain/shared/slicesOf'
import type { HouseholdRow } from '../../households/listHouseholds'
import type { ProjectStore } from '../../store/ProjectStore'
import { factsKey, keepFacts, keptFacts, type KeptFacts } from '../packages/keptFacts'
import type { KnownHousehold, QualityWork } from './qualityDesk'

/** Households handed over at once, so that the window goes on breathing: reading answers takes its time, names do not. */
const UNREAD_AT_ONCE = 40
const KNOWN_AT_ONCE = 200
const LISTED_AT_ONCE = 1000

interface Part {
  readonly rows: readonly HouseholdRow[]
  readonly work: QualityWork
  /** Keeps what the desk read of it. */
  keep(read: readonly KnownHousehold[]): Promise<void>
}

/**
 * Gives these rows of the list to the desk, a part at a time, and yields which they were. What the desk needs of an interview was
 * kept when the list judged it; only what was written since is read, and kept for the next time. `take`: see `QualityDesk`.
 */
export async function* fillQualityDesk(
  store: ProjectStore,
  rows: readonly HouseholdRow[],
  take: (work: QualityWork) => Promise<readonly KnownHousehold[]>,
): AsyncGenerator<readonly HouseholdRow[]> {
  // The next part is fetched while the desk is still at this one.
  let taken = Promise.resolve()
  for await (const part of partsOf(store, rows)) {
    await taken
    taken = take(part.work).then((read) => part.keep(read))
    yield part.rows
  }
  await taken
}

async function* partsOf(store: ProjectStore, rows: readonly HouseholdRow[]): AsyncGenerator<Part> {
  const answered = rows.filter(({ summary }) => summary !== null)
  for (const [village, ofVillage] of groupBy(answered, (row) => row.village))
    yield* partsOfVillage(store, village, ofVillage)
  const listed = rows.filter(({ summary }) => summary === null)
  for (const some of slicesOf(listed, LISTED_AT_ONCE)) yield knownPart(some, () => [])
}

async function* partsOfVillage(
  store: ProjectStore,
  village: string,
  rows: readonly HouseholdRow[],
): AsyncGenerator<Part> {
  const kept = await keptFacts(store, village)
  const isKept = (row: HouseholdRow): boolean => kept.get(row.household.id)?.key === factsKey(row.summaryKey)
  for (const some of slicesOf(rows.filter(isKept), KNOWN_AT_ONCE))
    yield knownPart(some, ({ household }) => kept.get(household.id)?.summary ?? [])

  const unread = slicesOf(
    rows.filter((row) => !isKept(row)),
    UNREAD_AT_ONCE,
  )
  for (const some of unread) {
    const work = { unread: await unreadOf(store, some), known: [] }
    yield {
      rows: some,
      work,
      async keep(read) {
        for (const entry of entriesOf(some, read)) kept.set(entry.household, entry)
        if (some === unread.at(-1)) await keepFacts(store, village, [...kept.values()])
      },
    }
  }
}

function knownPart(
  rows: readonly HouseholdRow[],
  interviewsOf: (row: HouseholdRow) => readonly InterviewFacts[],
): Part {
  const known = rows.map((row) => ({
    listed: listedPersons(row.household),
    interviews: interviewsOf(row),
  }))
  return { rows, work: { unread: [], known }, keep: () => Promise.resolve() }
}

async function unreadOf(store: ProjectStore, rows: readonly HouseholdRow[]): Promise<QualityWork['unread']> {
  const changes = await store.changesOfHouseholds(rows.map(({ household }) => household.id))
  return rows.map(({ household }) => ({
    listed: listedPersons(household),
    changes: changes.get(household.id) ?? [],
  }))
}

function entriesOf(rows: readonly HouseholdRow[], read: readonly KnownHousehold[]): readonly KeptFacts[] {
  const interviews = new Map(read.map((each) => [each.listed.household, each.interviews]))
  return rows.map((row) => ({
    household: row.household.id,
    key: factsKey(row.summaryKey),
    summary: interviews.get(row.household.id) ?? [],
  }))
}
