import { foldChanges } from '../../domain/changes/foldChanges'
import type { Fieldwork } from '../../domain/fieldwork/Fieldwork'
import {
  foundIn,
  movesIn,
  pathPart,
  replacementIn,
  textOfPathPart,
} from '../../domain/fieldwork/readFieldwork'
import { PROJECT } from '../adoptRoster'
import type { ProjectStore } from '../store/ProjectStore'

const FIELDWORK = 'fieldwork/'

/**
 * Path of the project's change that names a household with fieldwork of its own: so that the list need not ask every
 * household for it. Written together with the household's own change.
 */
export function fieldworkPath(household: string): string {
  return FIELDWORK + pathPart(household)
}

/** The project's fieldwork. */
export async function fieldworkOf(store: ProjectStore): Promise<Fieldwork> {
  const project = foldChanges(await store.changesOf('project', PROJECT))
  const named = [...project.keys()].filter((path) => path.startsWith(FIELDWORK))
  const households = named.map((path) => textOfPathPart(path.slice(FIELDWORK.length)))
  const states = await Promise.all(
    households.map(async (id) => [id, foldChanges(await store.changesOf('household', id))] as const),
  )
  return {
    found: states.flatMap(([id, state]) => foundIn(id, state) ?? []),
    moves: states.flatMap(([id, state]) => movesIn(id, state)),
    replacements: states.flatMap(([id, state]) => replacementIn(id, state) ?? []),
  }
}
