import type { Change } from '../changes/Change'
import { foldChanges } from '../changes/foldChanges'

/** Path of a household's change that names the interview that counts, where a round has several. */
export function chosenPath(round: string): string {
  return `chosen/${round}`
}

/** The interview that people chose for a round; undefined until they did, and while two choices contradict each other. */
export function chosenCopy(changesOfHousehold: readonly Change[], round: string): string | undefined {
  const path = chosenPath(round)
  const own = changesOfHousehold.filter((change) => change.entity === 'household' && change.path === path)
  if (own.length === 0) return undefined
  const said = foldChanges(own).get(path)
  return said?.isConflict === false && typeof said.value === 'string' ? said.value : undefined
}
