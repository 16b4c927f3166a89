import type { EntityState } from '../../domain/changes/foldChanges'
import type { RosterHousehold } from '../../domain/roster/Roster'
import { pathOf, readFact } from '../facts/Fact'
import { PROJECT_FACTS } from '../facts/projectFacts'
import type { RosterHash } from '../store/ProjectStore'

/** What a roster document holds, kept beside it so that it can be shown without opening the document. */
export interface RosterSize {
  readonly households: number
  readonly members: number
  /** Names of the files it was read from. */
  readonly files: readonly string[]
  /** Rows that were not taken; left out in documents from before they were counted. */
  readonly rejected?: number
}

export function sizePath(roster: RosterHash): string {
  return pathOf(PROJECT_FACTS.rosterSize, roster)
}

export function sizeOf(households: readonly RosterHousehold[], rejected: number): RosterSize {
  return {
    households: households.length,
    members: households.reduce((sum, { members }) => sum + members.length, 0),
    files: [...new Set(households.map(({ source }) => source.file))].slice(0, FILES_NAMED),
    rejected,
  }
}

const FILES_NAMED = 20

/** The size kept for a document; null where none was. */
export function sizeIn(state: EntityState, hash: RosterHash): RosterSize | null {
  return readFact(PROJECT_FACTS.rosterSize, state.get(sizePath(hash))?.heads.at(-1)) ?? null
}
