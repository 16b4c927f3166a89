import { choiceOf } from '../../domain/interview/Interview'
import type { RosterHousehold } from '../../domain/roster/Roster'
import { rosterVillages, villageOf } from '../adoptRoster'
import { assessHousehold, type AssessmentRules } from '../assess/assessHousehold'
import type { ProjectStore, SummaryEntry } from '../store/ProjectStore'
import { summaryKey, isKeyOfVersions, type SummaryVersions } from '../store/summaryKey'
import { summariseHousehold, type HouseholdSummary } from './HouseholdSummary'

/** A household in a list: who it is, and what is known of it; no summary before the first answer. */
export interface HouseholdRow {
  readonly household: RosterHousehold
  readonly village: string
  readonly summary: HouseholdSummary | null
}

export interface ListPorts {
  readonly rules: AssessmentRules
  readonly versions: SummaryVersions
  readonly digest: (text: string) => string
  /** Lets the window breathe between two pieces of work. */
  readonly pause: () => Promise<void>
}

/** Households judged between two pauses: some 20 ms of work. */
const JUDGED_AT_ONCE = 50

/**
 * Every household of the roster, a village at a time. Summaries are taken from the cache; only households with changes
 * since, or judged by another version of form, standards or rules, are judged again.
 */
export async function* listHouseholds(
  store: ProjectStore,
  ports: ListPorts,
): AsyncGenerator<readonly HouseholdRow[]> {
  const touched = await store.touchedHouseholds()
  const marks = new Map(touched.map((each) => [each.household, each]))
  for await (const households of rosterVillages(store)) {
    const [first] = households
    if (first === undefined) continue
    const village = villageOf(first)
    const cached = new Map((await store.summaries(village)).map((entry) => [entry.household, entry]))
    const isFresh = ({ id }: RosterHousehold): boolean => {
      const entry = cached.get(id)
      return !marks.has(id) && (entry === undefined || isKeyOfVersions(entry.key, ports.versions))
    }
    const stale = households.filter((household) => !isFresh(household))
    const judged = await judge(store, stale, ports)
    for (const entry of judged) cached.set(entry.household, entry)
    if (stale.length > 0) {
      const reckoned = stale.flatMap(({ id }) => marks.get(id) ?? [])
      await store.putSummaries(village, [...cached.values()], reckoned)
    }
    yield households.map((household) => {
      const summary = (cached.get(household.id)?.summary as HouseholdSummary | undefined) ?? null
      return { household, village, summary }
    })
  }
}

async function judge(
  store: ProjectStore,
  households: readonly RosterHousehold[],
  { rules, versions, digest, pause }: ListPorts,
): Promise<readonly SummaryEntry[]> {
  const entries: SummaryEntry[] = []
  for (let start = 0; start < households.length; start += JUDGED_AT_ONCE) {
    const some = households.slice(start, start + JUDGED_AT_ONCE)
    const changes = await store.changesOfHouseholds(some.map(({ id }) => id))
    for (const household of some) {
      const own = changes.get(household.id) ?? []
      if (own.length === 0) continue
      const assessment = assessHousehold(household, own, rules)
      const outcome = choiceOf(assessment.interview, assessment.interview.household, 'visit_outcome') ?? null
      const summary = summariseHousehold(assessment, outcome)
      entries.push({ household: household.id, key: summaryKey(own, versions, digest), summary })
    }
    await pause()
  }
  return entries
}
