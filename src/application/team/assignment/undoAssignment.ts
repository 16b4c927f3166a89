import type { Change } from '../../../domain/changes/Change'
import { foldChanges } from '../../../domain/changes/foldChanges'
import { success, type Result } from '../../../domain/shared/Result'
import { partsOf, readFact } from '../../facts/Fact'
import { PROJECT, PROJECT_FACTS } from '../../facts/projectFacts'
import type { Author } from '../../interview/recordAnswers'
import type { ProjectStore } from '../../store/ProjectStore'
import { assign } from './assign'

/**
 * Puts back whose villages and households were before an assignment, in one write: both stay in the history. What somebody assigned
 * again since stays as it is. Refused: as `ProjectStore.write`.
 */
export async function undoAssignment(
  store: ProjectStore,
  written: readonly Change[],
  author: Author & { readonly reason: string },
): Promise<Result<readonly Change[]>> {
  const project = foldChanges(await store.changesOf('project', PROJECT))
  const { villageAssigned, householdAssigned } = PROJECT_FACTS
  const [villages, households] = [new Map<string, string | null>(), new Map<string, string | null>()]
  for (const change of written) {
    const said = project.get(change.path)
    if (said?.heads.length !== 1 || said.heads[0]?.id !== change.id) continue
    const before = said.history.filter(({ id }) => change.replaces.includes(id)).at(-1)
    for (const [fact, own] of [
      [villageAssigned, villages],
      [householdAssigned, households],
    ] as const) {
      const [name] = partsOf(fact, change.path) ?? []
      if (name !== undefined) own.set(name, readFact(fact, before) ?? null)
    }
  }
  return villages.size + households.size === 0 ? success([]) : assign(store, { villages, households }, author)
}
