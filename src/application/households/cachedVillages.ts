import type { SettledHousehold } from '../../domain/fieldwork/Fieldwork'
import type { ListedHousehold } from '../../domain/roster/ListedHousehold'
import { villageOf } from '../roster/adoptRoster'
import type { ProjectStore, SummaryEntry } from '../store/ProjectStore'
import { listedHouseholds } from './projectHouseholds'

/** A village's households, and the summaries that are cached of it. */
export interface CachedVillage {
  readonly village: string
  readonly households: readonly SettledHousehold<ListedHousehold>[]
  readonly cached: readonly SummaryEntry[]
}

/** As many as are read at once of the list. */
const VILLAGES_AT_ONCE = 20

/** The project's villages with what is cached of them. The summaries of several are read together, and the next villages meanwhile. */
export async function* cachedVillages(store: ProjectStore): AsyncGenerator<CachedVillage> {
  const portions = inPortions(listedHouseholds(store))
  let next = portions.next()
  for (let read = await next; read.done !== true; read = await next) {
    const portion = read.value
    const villages = portion.map(([first]) => villageOf(first.household))
    const summaries = store.summariesOf(villages)
    next = portions.next()
    // It fails unheard where nobody comes to take it.
    next.catch(() => undefined)
    const cached = await summaries
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
