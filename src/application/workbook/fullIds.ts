import type { Change } from '../../domain/changes/Change'
import { foldChanges } from '../../domain/changes/foldChanges'
import { refusal, type Result } from '../../domain/shared/Result'
import { partsOf, readFact } from '../facts/Fact'
import { draftProjectFact, PROJECT, PROJECT_FACTS } from '../facts/projectFacts'
import type { Author } from '../households/addFoundHousehold'
import type { ProjectStore } from '../store/ProjectStore'

/** Somebody asked for a workbook with ID numbers in full. */
export interface FullIds {
  readonly by: string
  /** ISO instant by the laptop's clock. */
  readonly at: string
  readonly why: string
}

const FACT = PROJECT_FACTS.fullIds

/** Records that a person takes ID numbers in full out of the project, before the workbook is written. Refused: `reason_missing`. */
export async function askFullIds(
  store: ProjectStore,
  why: string,
  author: Author,
): Promise<Result<readonly Change[]>> {
  if (why.trim() === '') return refusal('reason_missing')
  return store.write([draftProjectFact(FACT, [author.person, author.at], why.trim(), author)])
}

/** Every such request of the project, oldest first. */
export async function fullIdsAskedOf(store: ProjectStore): Promise<readonly FullIds[]> {
  const state = foldChanges(await store.changesOf('project', PROJECT))
  const asked = [...state].flatMap(([path, { history }]) =>
    partsOf(FACT, path) === undefined ? [] : history,
  )
  return asked
    .toSorted((left, right) => left.lamport - right.lamport)
    .flatMap((change) => {
      const why = readFact(FACT, change)
      return why === undefined ? [] : [{ by: change.person, at: change.at, why }]
    })
}
