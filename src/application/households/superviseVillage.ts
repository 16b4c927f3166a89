import type { Change } from '../../domain/changes/Change'
import { foldChanges } from '../../domain/changes/foldChanges'
import { pathPart, textOfPathPart } from '../../domain/fieldwork/readFieldwork'
import type { Result } from '../../domain/shared/Result'
import { PROJECT } from '../adoptRoster'
import type { ProjectStore } from '../store/ProjectStore'
import type { Author } from './addFoundHousehold'

const SUPERVISED = 'supervised/'

/** Puts a village under special supervision, or takes it out: such villages stand first. `village`: see `villageOf`. */
export function superviseVillage(
  store: ProjectStore,
  village: string,
  isSupervised: boolean,
  author: Author,
): Promise<Result<readonly Change[]>> {
  const path = SUPERVISED + pathPart(village)
  return store.write([{ entity: 'project', entityId: PROJECT, path, value: isSupervised, ...author }])
}

/** The villages under special supervision; of two laptops that disagree, the one that says so is heard. */
export async function supervisedVillages(store: ProjectStore): Promise<ReadonlySet<string>> {
  const state = foldChanges(await store.changesOf('project', PROJECT))
  const villages = new Set<string>()
  for (const [path, said] of state) {
    const isSupervised = said.heads.some(({ value }) => value === true)
    if (path.startsWith(SUPERVISED) && isSupervised)
      villages.add(textOfPathPart(path.slice(SUPERVISED.length)))
  }
  return villages
}
