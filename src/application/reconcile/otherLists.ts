import { foldChanges } from '../../domain/changes/foldChanges'
import { listedIn, type Reconciliation } from '../../domain/reconcile/Reconciliation'
import { reconcileLists } from '../../domain/reconcile/reconcileLists'
import type { RosterHousehold } from '../../domain/roster/Roster'
import { isIsoDate } from '../../domain/shared/calendar'
import { groupBy } from '../../domain/shared/groupBy'
import { refusal, success, type Result } from '../../domain/shared/Result'
import { partsOf, readFact } from '../facts/Fact'
import { draftProjectFact, PROJECT, PROJECT_FACTS } from '../facts/projectFacts'
import type { Author } from '../interview/recordAnswers'
import { rosterVillages, villageOf } from '../roster/adoptRoster'
import type { ProjectStore, RosterHash } from '../store/ProjectStore'

/** Where a list came from, and its day. */
export interface ListOrigin {
  /** Whose list of whom, in people's words. */
  readonly source: string
  /** ISO date on which it was true. */
  readonly date: string
}

/** A list that is kept to be held against the register. */
export interface OtherList extends ListOrigin {
  readonly hash: RosterHash
  readonly files: readonly string[]
  readonly persons: number
  /** Who put it in, and when. */
  readonly person: string
  readonly at: string
}

const FACT = PROJECT_FACTS.otherList

/** Keeps a read list as an immutable document. Refused: `list_origin_missing` (no source, or no day), `not_saved`. */
export async function keepOtherList(
  store: ProjectStore,
  persons: readonly RosterHousehold[],
  { source, date }: ListOrigin,
  author: Author,
): Promise<Result<RosterHash>> {
  if (source.trim() === '' || !isIsoDate(date)) return refusal('list_origin_missing')
  const villages = [...groupBy(persons, villageOf)].map(([village, households]) => ({ village, households }))
  const kept = await store.putRoster({ villages })
  if (!kept.ok) return kept
  const files = [...new Set(persons.map((each) => each.source.file))]
  const value = { source: source.trim(), date, files, persons: persons.length }
  const written = await store.write([draftProjectFact(FACT, [kept.value], value, author)])
  return written.ok ? success(kept.value) : written
}

/** Takes a list out of the project's sight; what was said of it stays in the history. */
export function removeOtherList(store: ProjectStore, hash: RosterHash, author: Author) {
  return store.write([draftProjectFact(FACT, [hash], null, author)])
}

/** The lists that are kept, latest day first. */
export async function otherListsOf(store: ProjectStore): Promise<readonly OtherList[]> {
  const state = foldChanges(await store.changesOf('project', PROJECT))
  const lists = [...state].flatMap(([path, { heads }]) => {
    const [hash] = partsOf(FACT, path) ?? []
    const head = heads.at(-1)
    const said = readFact(FACT, head)
    if (hash === undefined || head === undefined || said === undefined || said === null) return []
    return [{ hash, ...said, person: head.person, at: head.at }]
  })
  return lists.toSorted((left, right) => (left.date < right.date ? 1 : left.date > right.date ? -1 : 0))
}

/** A kept list held against the register in use. Refused: `other_list_missing`: its people are not on this computer. */
export async function reconcileWith(store: ProjectStore, hash: RosterHash): Promise<Result<Reconciliation>> {
  const villages = await store.rosterVillages(hash)
  if (villages === undefined) return refusal('other_list_missing', hash)
  const other: RosterHousehold[] = []
  for (const village of villages) other.push(...((await store.rosterVillage(hash, village)) ?? []))
  const register: RosterHousehold[] = []
  for await (const village of rosterVillages(store)) register.push(...village)
  return success(reconcileLists(listedIn(register), listedIn(other)))
}
