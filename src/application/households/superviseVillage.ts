import type { Change } from '../../domain/changes/Change'
import { foldChanges } from '../../domain/changes/foldChanges'
import type { Result } from '../../domain/shared/Result'
import { partsOf, readFact } from '../facts/Fact'
import { PROJECT, PROJECT_FACTS, draftProjectFact } from '../facts/projectFacts'
import type { ProjectStore } from '../store/ProjectStore'
import type { Author } from './addFoundHousehold'

/** Puts a village under special supervision, or takes it out: such villages stand first. `village`: see `villageOf`. */
export function superviseVillage(
  store: ProjectStore,
  village: string,
  isSupervised: boolean,
  author: Author,
): Promise<Result<readonly Change[]>> {
  return store.write([draftProjectFact(PROJECT_FACTS.supervised, [village], isSupervised, author)])
}

/** The villages under special supervision; of two laptops that disagree, the one that supervises it counts. */
export async function supervisedVillages(store: ProjectStore): Promise<ReadonlySet<string>> {
  const state = foldChanges(await store.changesOf('project', PROJECT))
  const villages = new Set<string>()
  for (const [path, said] of state) {
    const [village] = partsOf(PROJECT_FACTS.supervised, path) ?? []
    const isSupervised = said.heads.some((each) => readFact(PROJECT_FACTS.supervised, each) === true)
    if (village !== undefined && isSupervised) villages.add(village)
  }
  return villages
}
