import { lakeInputsOf } from '../../application/lake/LakeInputs'
import type { OpenProject } from '../../application/project/openProject'
import { projectSampleOf } from '../../application/sampling/projectSample'
import { villageWork } from '../../application/workbook/villageWork'
import type { Result } from '../../domain/shared/Result'
import type { Services, Task } from '../app/services'

/** What is asked of a lake. */
export interface LakeAsked {
  readonly matchSalt: string | null
  /** Why names and numbers go out in full; null: they do not. */
  readonly why: string | null
  /** ISO instant. */
  readonly at: string
}

/** Begins to make an open project's partition of a lake: always of all its households. */
export async function lakeTask(
  { writeLake }: Pick<Services, 'writeLake'>,
  { store, person, settings }: OpenProject,
  { matchSalt, why, at }: LakeAsked,
): Promise<Task<Result<Uint8Array>>> {
  const sample = await projectSampleOf(store)
  const request = {
    settings,
    inputs: await lakeInputsOf(store, settings.kind),
    sample: sample?.log ?? null,
    matchSalt,
    fullIds: why === null ? null : { by: person, why, at },
    begun: at,
  }
  return writeLake(request, villageWork(store, person))
}
