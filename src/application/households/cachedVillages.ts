import type { SettledHousehold } from '../../domain/fieldwork/Fieldwork'
import { villageOf } from '../roster/adoptRoster'
import type { ProjectStore, SummaryEntry } from '../store/ProjectStore'
import { projectHouseholds } from './projectHouseholds'

/** A village's households, and the summaries that are cached of it. */
export interface CachedVillage {
  readonly village: string
  readonly households: readonly SettledHousehold[]
  readonly cached: readonly SummaryEntry[]
}

/** As many as are read at once of the list. */
const VILLAGES_AT_ONCE = 20

/** The project's villages with what is cached of them; the summaries of several are read together. */
export async function* cachedVillages(store: ProjectStore): AsyncGenerator<CachedVillage> {
  for await (const portion of inPortions(projectHouseholds(store))) {
    const villages = portion.map(([first]) => villageOf(first.household))
    const cached = await store.summariesOf(villages)
    for (const [index, households] of portion.entries())
      yield { village: villages[index] ?? '', households, cached: cached[index] ?? [] }
  }
}

async function* inPortions<Item>(items: AsyncIterable<Item>): AsyncGenerator<readonly Item[]> {
  let portion: Item[] = []
  for await (const item of items) {
    portion.push(item)
    if (portion.length < VILLAGES_AT_ONCE) continue
    yield portion
    portion = []
  }
  if (portion.length > 0) yield portion
}
