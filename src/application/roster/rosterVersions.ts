import { foldChanges } from '../../domain/changes/foldChanges'
import { RosterComparer } from '../../domain/roster/compare/RosterComparer'
import type { RosterComparison } from '../../domain/roster/compare/RosterComparison'
import type { RosterHousehold } from '../../domain/roster/Roster'
import { refusal, success, type Result } from '../../domain/shared/Result'
import { ClosedVillages } from '../census/ClosedVillages'
import { closingDetails, readClosings } from '../census/closings'
import { rosterVillages } from './adoptRoster'
import { readFact } from '../facts/Fact'
import { PROJECT, PROJECT_FACTS, draftProjectFact } from '../facts/projectFacts'
import type { Author } from '../interview/recordAnswers'
import { sizeIn, type RosterSize } from './rosterSize'
import type { ProjectStore, RosterHash } from '../store/ProjectStore'

/** One time a roster became the project's current one. */
export interface RosterVersion {
  readonly hash: RosterHash
  readonly person: string
  readonly at: string
  /** Null for documents from before sizes were kept. */
  readonly size: RosterSize | null
  readonly isCurrent: boolean
}

/**
 * Holds a newly read list against the roster in use, one village after another; `pause` is awaited between two, so that a
 * window goes on breathing. Null when no roster is in use yet.
 */
export async function compareWithCurrent(
  store: ProjectStore,
  after: readonly RosterHousehold[],
  pause: () => Promise<void>,
): Promise<RosterComparison | null> {
  const comparer = new RosterComparer(after)
  let isEmpty = true
  for await (const village of rosterVillages(store)) {
    if (village.length > 0) isEmpty = false
    comparer.take(village)
    await pause()
  }
  return isEmpty ? null : comparer.finish()
}

/** The rosters the project has had, latest first; one taken back to stands there again. */
export async function rosterVersions(store: ProjectStore): Promise<readonly RosterVersion[]> {
  const state = foldChanges(await store.changesOf('project', PROJECT))
  const pointers = state.get(PROJECT_FACTS.roster.path)
  const current = pointers?.heads.at(-1)
  return (pointers?.history ?? []).toReversed().flatMap((change) => {
    const { person, at } = change
    const hash = readFact(PROJECT_FACTS.roster, change)
    if (hash === undefined) return []
    return [{ hash, person, at, size: sizeIn(state, hash), isCurrent: change === current }]
  })
}

/**
 * Makes an earlier roster the current one again: nothing is lost. Refused: `roster_missing`, `roster_area_closed` (it changes a village
 * that is closed).
 */
export async function returnToRoster(
  store: ProjectStore,
  hash: RosterHash,
  author: Author,
): Promise<Result<RosterHash>> {
  const villages = await store.rosterVillages(hash)
  if (villages === undefined) return refusal('roster_missing', hash)
  const closings = readClosings(await store.changesOf('project', PROJECT))
  if (closings.areas.size > 0) {
    const closed = new ClosedVillages(closings)
    for (const village of villages)
      closed.see({ village, households: (await store.rosterVillage(hash, village)) ?? [] })
    const closing = closed.changed()
    if (closing !== undefined) return refusal('roster_area_closed', null, closingDetails(closing))
  }
  const written = await store.write([draftProjectFact(PROJECT_FACTS.roster, [], hash, author)])
  return written.ok ? success(hash) : written
}
