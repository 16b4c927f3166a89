import { foldChanges } from '../../domain/changes/foldChanges'
import type { Fieldwork } from '../../domain/fieldwork/Fieldwork'
import { foundIn, movesIn, replacementIn } from '../../domain/fieldwork/readFieldwork'
import { partsOf, pathOf } from '../facts/Fact'
import { PROJECT, PROJECT_FACTS } from '../facts/projectFacts'
import type { ProjectStore } from '../store/ProjectStore'

/**
 * Path of the project's change that names a household with fieldwork of its own: so that the list need not ask every
 * household for it. Written together with the household's own change.
 */
export function fieldworkPath(household: string): string {
  return pathOf(PROJECT_FACTS.fieldwork, household)
}

/** The project's fieldwork. */
export async function fieldworkOf(store: ProjectStore): Promise<Fieldwork> {
  const project = foldChanges(await store.changesOf('project', PROJECT))
  const households = [...project.keys()].flatMap((path) => partsOf(PROJECT_FACTS.fieldwork, path) ?? [])
  const states = await Promise.all(
    households.map(async (id) => [id, foldChanges(await store.changesOf('household', id))] as const),
  )
  return {
    found: states.flatMap(([id, state]) => foundIn(id, state) ?? []),
    moves: states.flatMap(([id, state]) => movesIn(id, state)),
    replacements: states.flatMap(([id, state]) => replacementIn(id, state) ?? []),
  }
}
