import { listedHousehold, type ListedHousehold } from '../../domain/roster/ListedHousehold'
import { slicesOf } from '../../domain/shared/slicesOf'
import { currentRoster } from '../roster/adoptRoster'
import type { ProjectStore, RosterHash, SummaryEntry } from '../store/ProjectStore'

/** Raised whenever a list has something else of a household than before. */
const EDITION = '1'

/** Each group is sealed and opened as one. */
const VILLAGES_IN_GROUP = 5
const GROUPS_AT_ONCE = 4

interface Group {
  readonly name: string
  readonly villages: readonly string[]
  /** What it is made of: another roster, or more of its villages, make another. */
  readonly key: string
}

/**
 * What a list has of the current roster's households, village by village. It is kept beside the summaries, and made again of the whole
 * households where it is not there: two fifths of their text, for a county that is opened every morning.
 */
export async function* listedVillages(store: ProjectStore): AsyncGenerator<readonly ListedHousehold[]> {
  const hash = await currentRoster(store)
  if (hash === undefined) return
  const groups = groupsOf(hash, (await store.rosterVillages(hash)) ?? [])
  for (const some of slicesOf(groups, GROUPS_AT_ONCE)) {
    const kept = await store.summariesOf(some.map(({ name }) => name))
    for (const [index, group] of some.entries())
      yield* keptIn(kept[index] ?? [], group) ?? (await makeGroup(store, hash, group))
  }
}

function groupsOf(hash: RosterHash, villages: readonly string[]): readonly Group[] {
  return slicesOf(villages, VILLAGES_IN_GROUP).map((own, nth) => ({
    name: `listed/${nth}`,
    villages: own,
    key: [EDITION, hash, ...own].join('\n'),
  }))
}

type Listed = readonly (readonly ListedHousehold[])[]

function keptIn([entry]: readonly SummaryEntry[], { key }: Group): Listed | undefined {
  return entry?.key === key ? (entry.summary as Listed) : undefined
}

async function makeGroup(
  store: ProjectStore,
  hash: RosterHash,
  { name, villages, key }: Group,
): Promise<Listed> {
  const made: (readonly ListedHousehold[])[] = []
  for await (const whole of store.eachRosterVillage(hash, villages))
    if (whole !== undefined) made.push(whole.map(listedHousehold))
  // A village that is damaged is told of each time.
  if (made.length === villages.length)
    // A cache: what cannot be kept on a full disk is made again next time.
    await store.putSummaries(name, [{ household: name, key, summary: made }], []).catch(() => undefined)
  return made
}
