import type { Change } from '../../domain/changes/Change'
import { outcomeIn } from '../../domain/interview/Interview'
import { hasContent } from '../../domain/interview/bookkeeping'
import type { SettledHousehold } from '../../domain/fieldwork/Fieldwork'
import type { ListedHousehold } from '../../domain/roster/ListedHousehold'
import type { RosterHousehold } from '../../domain/roster/Roster'
import { groupBy } from '../../domain/shared/groupBy'
import { currentRoster } from '../roster/adoptRoster'
import { assessHousehold, type AssessmentRules } from '../assess/assessHousehold'
import { backchecksOf, blindAmong, blindHouseholds } from '../rounds/backchecks'
import { othersHouseholds } from '../team/assignment/assignments'
import { interviewsOf } from '../team/interviewsOf'
import { factsKey, keepFacts, keptFacts, type KeptFacts } from '../team/packages/keptFacts'
import { sampleLogOf } from '../sampling/sampleDraws'
import { sampleMembers } from '../sampling/sampleMembers'
import type { ProjectStore, RosterHash, SummaryEntry, TouchedHousehold } from '../store/ProjectStore'
import { summaryKey, isKeyOfVersions, type SummaryVersions } from '../store/summaryKey'
import { cachedVillages, type CachedVillage } from './cachedVillages'
import { summariseWork, type HouseholdSummary } from './HouseholdSummary'
import { wholeIn } from './wholeHouseholds'

/** A household in a list: who it is, and what is known of it; no summary before the first answer. */
export interface HouseholdRow extends SettledHousehold<ListedHousehold> {
  readonly village: string
  readonly summary: HouseholdSummary | null
  /** What the summary was made of: the same key, the same changes. Null without one. */
  readonly summaryKey: string | null
  /** Its part in the project's sample; null where none was drawn. */
  readonly sampleRole: SampleRole | null
  /** Whoever looks back-checks it: nothing of the first round is shown to him. */
  readonly isBlind: boolean
}

export type SampleRole = 'sample' | 'reserve' | 'not_drawn'

export interface ListPorts {
  readonly rules: AssessmentRules
  /** Who looks. */
  readonly person: string
  readonly versions: SummaryVersions
  readonly digest: (text: string) => string
  /** Lets the window breathe between two pieces of work. */
  readonly pause: () => Promise<void>
}

/** Households judged between two pauses: some 20 ms of work. */
const JUDGED_AT_ONCE = 40

/**
 * Every household of the project that is not somebody else's, a village at a time. Summaries are taken from the cache; only households with changes
 * since, or judged by another version of form, standards or rules, are judged again. Of those the quality desk's facts are kept
 * too: a county's changes are read once, not once for each.
 */
export async function* listHouseholds(
  store: ProjectStore,
  ports: ListPorts,
): AsyncGenerator<readonly HouseholdRow[]> {
  const reading = { ...ports.rules, digest: ports.digest }
  const known = await knownOf(store)
  const log = await sampleLogOf(store)
  const members = log === null ? null : sampleMembers(log)
  const backchecks = await backchecksOf(store)
  const blind = blindAmong(backchecks, ports.person)
  const isOthers = await othersHouseholds(store, backchecks)
  for await (const { village, households, cached } of cachedVillages(store)) {
    const settled = households.filter(({ household }) => !isOthers(household))
    const facts: KeptFacts[] = []
    const own = { village, households: settled, cached }
    const summaries = await judgeVillage(store, own, known, ports, (household, changes, key) => {
      const summary = interviewsOf(household, changes, reading)
      facts.push({ household, key: factsKey(key), summary })
    })
    if (facts.length > 0) await addFacts(store, village, facts)
    yield settled.map((each) => ({
      ...each,
      village,
      ...shownSummary(each.household.id, summaries, blind),
      sampleRole: members === null ? null : (members.get(each.household.id)?.role ?? 'not_drawn'),
    }))
  }
}

/**
 * The rows as they stand after what was written since; the same array when nothing was. For coming back from an
 * interview: only villages of touched households are looked at. Who is in which household must be as it was.
 */
export async function refreshHouseholds<Row extends HouseholdRow>(
  store: ProjectStore,
  rows: readonly Row[],
  ports: ListPorts,
): Promise<readonly Row[]> {
  const known = await knownOf(store)
  const touched = new Set(rows.flatMap((row) => (known.marks.has(row.household.id) ? [row.village] : [])))
  if (touched.size === 0) return rows
  const blind = await blindHouseholds(store, ports.person)
  const fresh = new Map<string, Row>()
  const stale = rows.filter(({ village }) => touched.has(village))
  for (const [village, ofVillage] of groupBy(stale, (row) => row.village)) {
    // On the way to the next door nobody waits for the quality desk: it reads these few itself.
    const own = { village, households: ofVillage, cached: await store.summaries(village) }
    const summaries = await judgeVillage(store, own, known, ports, () => undefined)
    for (const row of ofVillage)
      fresh.set(row.household.id, { ...row, ...shownSummary(row.household.id, summaries, blind) })
  }
  return rows.map((row) => fresh.get(row.household.id) ?? row)
}

function shownSummary(
  household: string,
  summaries: ReadonlyMap<string, SummaryEntry>,
  blind: ReadonlySet<string>,
): Pick<HouseholdRow, 'summary' | 'summaryKey' | 'isBlind'> {
  const isBlind = blind.has(household)
  const entry = isBlind ? undefined : summaries.get(household)
  if (entry === undefined) return { isBlind, summary: null, summaryKey: null }
  return { isBlind, summary: entry.summary as HouseholdSummary, summaryKey: entry.key }
}

/** Called for each household that is judged, with all of its changes and its summary's key. */
type Judged = (household: string, changes: readonly Change[], key: string) => void

async function addFacts(store: ProjectStore, village: string, facts: readonly KeptFacts[]): Promise<void> {
  const kept = await keptFacts(store, village)
  for (const entry of facts) kept.set(entry.household, entry)
  await keepFacts(store, village, [...kept.values()])
}

/** Which households have changes since they were judged, and the roster in use. */
interface Known {
  readonly marks: ReadonlyMap<string, TouchedHousehold>
  readonly roster: RosterHash | undefined
}

async function knownOf(store: ProjectStore): Promise<Known> {
  const touched = await store.touchedHouseholds()
  const roster = await currentRoster(store)
  return { marks: new Map(touched.map((each) => [each.household, each])), roster }
}

/** The summaries of a village's households; none where nothing was answered. */
async function judgeVillage(
  store: ProjectStore,
  { village, households, cached: entries }: CachedVillage,
  { marks, roster }: Known,
  ports: ListPorts,
  also: Judged,
): Promise<ReadonlyMap<string, SummaryEntry>> {
  const cached = new Map(entries.map((entry) => [entry.household, entry]))
  const isFresh = ({ id }: ListedHousehold): boolean => {
    const entry = cached.get(id)
    return !marks.has(id) && (entry === undefined || isKeyOfVersions(entry.key, ports.versions))
  }
  const stale = households.map(({ household }) => household).filter((household) => !isFresh(household))
  // Of a village that does not open, what was found before still stands, and is still to be judged.
  const whole = await wholeIn(store, roster, stale)
  for (const id of whole.keys()) cached.delete(id)
  for (const entry of await judge(store, [...whole.values()], ports, also)) cached.set(entry.household, entry)
  if (whole.size > 0) {
    const recomputed = [...whole.keys()].flatMap((id) => marks.get(id) ?? [])
    await store.putSummaries(village, [...cached.values()], recomputed)
  }
  return cached
}

async function judge(
  store: ProjectStore,
  households: readonly RosterHousehold[],
  { rules, versions, digest, pause }: ListPorts,
  also: Judged,
): Promise<readonly SummaryEntry[]> {
  const entries: SummaryEntry[] = []
  for (let start = 0; start < households.length; start += JUDGED_AT_ONCE) {
    const some = households.slice(start, start + JUDGED_AT_ONCE)
    const changes = await store.changesOfHouseholds(some.map(({ id }) => id))
    for (const household of some) {
      const own = changes.get(household.id) ?? []
      if (!hasContent(own)) continue
      const assessment = assessHousehold(household, own, rules)
      const outcome = outcomeIn(assessment.interview)
      const summary = { ...rules.programme.summarise(assessment, outcome), ...summariseWork(own) }
      const key = summaryKey(own, versions, digest)
      entries.push({ household: household.id, key, summary })
      also(household.id, own, key)
    }
    await pause()
  }
  return entries
}
