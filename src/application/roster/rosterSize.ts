import type { EntityState } from '../../domain/changes/foldChanges'
import { pathOf, readFact } from '../facts/Fact'
import { PROJECT_FACTS } from '../facts/projectFacts'
import type { RosterHash, RosterVillage } from '../store/ProjectStore'

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

/** The villages as they are, counted as they pass; `size` is that of all once the last has passed. */
export function countedVillages(
  villages: Iterable<RosterVillage>,
  rejected: number,
): { readonly villages: Iterable<RosterVillage>; size(): RosterSize } {
  let households = 0
  let members = 0
  const files = new Set<string>()
  function* counted(): Generator<RosterVillage> {
    for (const village of villages) {
      households += village.households.length
      for (const each of village.households) {
        members += each.members.length
        files.add(each.source.file)
      }
      yield village
    }
  }
  return {
    villages: counted(),
    size: () => ({ households, members, files: [...files].slice(0, FILES_NAMED), rejected }),
  }
}

const FILES_NAMED = 20

/** The size kept for a document; null where none was. */
export function sizeIn(state: EntityState, hash: RosterHash): RosterSize | null {
  return readFact(PROJECT_FACTS.rosterSize, state.get(sizePath(hash))?.heads.at(-1)) ?? null
}
