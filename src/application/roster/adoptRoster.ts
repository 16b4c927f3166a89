import type { RosterHousehold } from '../../domain/roster/Roster'
import { groupBy } from '../../domain/shared/groupBy'
import { refusal, success, type Result } from '../../domain/shared/Result'
import { foldChanges } from '../../domain/changes/foldChanges'
import type { Problem } from '../../domain/shared/Problem'
import { closedToRoster } from '../census/closedToRoster'
import { closingDetails, readClosings } from '../census/closings'
import { readFact } from '../facts/Fact'
import { PROJECT, PROJECT_FACTS, draftProjectFact } from '../facts/projectFacts'
import { keptProblems } from './keptProblems'
import { hasAnswers, NO_ANSWERS, type RosterAnswers } from './rosterAnswers'
import { sizeOf } from './rosterSize'
import type { ProjectStore, RosterHash } from '../store/ProjectStore'

export { PROJECT }

/**
 * Keeps a read roster as an immutable document, one block a village, and makes it the project's current one. What was
 * wrong with it is kept too, for the workbook that lists it, how many rows were not taken, and people's answers
 * about it, for whoever reads its files again. Refused: `roster_area_closed` (it changes a village that is closed).
 */
export async function adoptRoster(
  store: ProjectStore,
  households: readonly RosterHousehold[],
  author: { readonly person: string; readonly at: string },
  problems: readonly Problem[] = [],
  answers: RosterAnswers = NO_ANSWERS,
  rejectedRows = 0,
): Promise<Result<RosterHash>> {
  const villages = [...groupBy(households, villageOf)].map(([village, ofVillage]) => ({
    village,
    households: ofVillage,
  }))
  const closing = closedToRoster(villages, readClosings(await store.changesOf('project', PROJECT)))
  if (closing !== undefined) return refusal('roster_area_closed', null, closingDetails(closing))
  const kept = await store.putRoster({ villages })
  if (!kept.ok) return kept
  const { rosterProblems, rosterAnswers, rosterSize, roster } = PROJECT_FACTS
  const size = sizeOf(households, rejectedRows)
  const pointed = await store.write([
    ...(problems.length > 0
      ? [draftProjectFact(rosterProblems, [kept.value], keptProblems(problems), author)]
      : []),
    ...(hasAnswers(answers) ? [draftProjectFact(rosterAnswers, [kept.value], answers, author)] : []),
    draftProjectFact(rosterSize, [kept.value], size, author),
    draftProjectFact(roster, [], kept.value, author),
  ])
  return pointed.ok ? success(kept.value) : pointed
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
  for (const village of (await store.rosterVillages(hash)) ?? []) {
    yield (await store.rosterVillage(hash, village)) ?? []
  }
}

/** A village's name within its county: villages of two townships may share one. */
export function villageOf({ county, township, village }: RosterHousehold): string {
  return [county, township, village].map((part) => part ?? '').join('/')
}
