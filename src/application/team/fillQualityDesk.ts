import { listedPersons, type InterviewFacts } from '../../domain/quality/QualityCase'
import { groupBy } from '../../domain/shared/groupBy'
import type { HouseholdRow } from '../households/listHouseholds'
import type { ProjectStore, SummaryEntry } from '../store/ProjectStore'
import type { KnownHousehold, QualityWork } from './qualityDesk'

/** Raised whenever an interview's facts hold something else than before: those kept by an earlier app are read anew. */
const FACTS_EDITION = '1'

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
 * Hands these rows of the list to the desk, a part at a time, and tells which they were. What the desk reads of an interview is
 * kept beside the list's summaries, so that the next time only what was written since is read. `take`: see `QualityDesk`.
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
    yield* partsOfVillage(store, `quality/${village}`, ofVillage)
  const listed = rows.filter(({ summary }) => summary === null)
  for (const some of slicesOf(listed, LISTED_AT_ONCE)) yield knownPart(some, () => [])
}

async function* partsOfVillage(
  store: ProjectStore,
  group: string,
  rows: readonly HouseholdRow[],
): AsyncGenerator<Part> {
  const kept = new Map((await store.summaries(group)).map((entry) => [entry.household, entry]))
  const isKept = (row: HouseholdRow): boolean => kept.get(row.household.id)?.key === keyOf(row)
  for (const some of slicesOf(rows.filter(isKept), KNOWN_AT_ONCE))
    yield knownPart(some, ({ household }) => kept.get(household.id)?.summary as readonly InterviewFacts[])

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
        if (some === unread.at(-1)) await keepEntries(store, group, [...kept.values()])
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

function entriesOf(rows: readonly HouseholdRow[], read: readonly KnownHousehold[]): readonly SummaryEntry[] {
  const interviews = new Map(read.map((each) => [each.listed.household, each.interviews]))
  return rows.map((row) => ({
    household: row.household.id,
    key: keyOf(row),
    summary: interviews.get(row.household.id) ?? [],
  }))
}

/** A cache: what cannot be kept on a full disk is read again next time. */
async function keepEntries(
  store: ProjectStore,
  group: string,
  entries: readonly SummaryEntry[],
): Promise<void> {
  await store.putSummaries(group, entries, []).catch(() => undefined)
}

/** Facts are as old as the summary that was made of the same changes. */
function keyOf({ summaryKey }: HouseholdRow): string {
  return `${FACTS_EDITION} ${summaryKey ?? ''}`
}

function slicesOf<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  const count = Math.ceil(items.length / size)
  return Array.from({ length: count }, (_, nth) => items.slice(nth * size, (nth + 1) * size))
}
