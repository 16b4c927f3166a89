import type { RosterHousehold } from '../../domain/roster/Roster'
import { groupBy } from '../../domain/shared/groupBy'
import { refusal, success, type Result } from '../../domain/shared/Result'
import { foldChanges } from '../../domain/changes/foldChanges'
import type { Problem } from '../../domain/shared/Problem'
import { ClosedVillages } from '../census/ClosedVillages'
import { closingDetails, readClosings } from '../census/closings'
import { readFact } from '../facts/Fact'
import { PROJECT, PROJECT_FACTS, draftProjectFact } from '../facts/projectFacts'
import { keptProblems } from './keptProblems'
import { hasAnswers, NO_ANSWERS, type RosterAnswers } from './rosterAnswers'
import { countedVillages } from './rosterSize'
import type { ProjectStore, RosterHash, RosterVillage } from '../store/ProjectStore'

export { PROJECT }

/** `adoptVillages` of households in any order. */
export function adoptRoster(
  store: ProjectStore,
  households: readonly RosterHousehold[],
  author: Writer,
  read: ReadWith = {},
): Promise<Result<RosterHash>> {
  return adoptVillages(store, villagesOf(households), author, read)
}

interface Writer {
  readonly person: string
  readonly at: string
}

/** What is known of a read roster besides its households. */
export interface ReadWith {
  readonly problems?: readonly Problem[]
  /** What people answered about the list while it was read. */
  readonly answers?: RosterAnswers
  readonly rejectedRows?: number
}

/**
 * Keeps a read roster as an immutable document, one block a village, and makes it the project's current one. What was
 * wrong with it is kept too, for the workbook that lists it, how many rows were not taken, and people's answers
 * about it, for whoever reads its files again. Villages are asked for once, one after another: a county need not be in memory.
 * Refused: `roster_area_closed` (it changes a village that is closed): the list is kept then, and not in use.
 */
export async function adoptVillages(
  store: ProjectStore,
  villages: Iterable<RosterVillage>,
  author: Writer,
  { problems = [], answers = NO_ANSWERS, rejectedRows = 0 }: ReadWith = {},
): Promise<Result<RosterHash>> {
  const closings = readClosings(await store.changesOf('project', PROJECT))
  const closed = new ClosedVillages(closings)
  const counted = countedVillages(closed.seen(villages), rejectedRows)
  const kept = await store.putRoster({ villages: counted.villages })
  if (!kept.ok) return kept
  const closing = closed.changed()
  if (closing !== undefined) return refusal('roster_area_closed', null, closingDetails(closing))
  const { rosterProblems, rosterAnswers, rosterSize, roster } = PROJECT_FACTS
  const pointed = await store.write([
    ...(problems.length > 0
      ? [draftProjectFact(rosterProblems, [kept.value], keptProblems(problems), author)]
      : []),
    ...(hasAnswers(answers) ? [draftProjectFact(rosterAnswers, [kept.value], answers, author)] : []),
    draftProjectFact(rosterSize, [kept.value], counted.size(), author),
    draftProjectFact(roster, [], kept.value, author),
  ])
  return pointed.ok ? success(kept.value) : pointed
}

/** Households by village, in the order of each village's first. */
export function villagesOf(households: readonly RosterHousehold[]): readonly RosterVillage[] {
  return [...groupBy(households, villageOf)].map(([village, ofVillage]) => ({
    village,
    households: ofVillage,
  }))
}

/** Hash of the roster in use; undefined before the first import. Of rosters adopted independently, the latest. */
export async function currentRoster(store: ProjectStore): Promise<RosterHash | undefined> {
  const state = foldChanges(await store.changesOf('project', PROJECT))
  return readFact(PROJECT_FACTS.roster, state.get(PROJECT_FACTS.roster.path)?.heads.at(-1))
}

/** The households of the current roster, village by village. */
export async function* rosterVillages(store: ProjectStore): AsyncGenerator<readonly RosterHousehold[]> {
  const hash = await currentRoster(store)
  if (hash === undefined) return
  const villages = (await store.rosterVillages(hash)) ?? []
  for await (const households of store.eachRosterVillage(hash, villages)) yield households ?? []
}

/** A village's name within its county: villages of two townships may share one. */
export function villageOf({
  county,
  township,
  village,
}: Pick<RosterHousehold, 'county' | 'township' | 'village'>): string {
  return [county, township, village].map((part) => part ?? '').join('/')
}
