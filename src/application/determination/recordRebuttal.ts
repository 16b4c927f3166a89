import type { Change } from '../../domain/changes/Change'
import { REBUTTAL } from '../../domain/determination/readDeterminations'
import { refusal, type Result } from '../../domain/shared/Result'
import type { Author } from '../households/addFoundHousehold'
import type { ProjectStore } from '../store/ProjectStore'
import { namedDraft } from './determine'

/** Keeps the county's rebuttal of a suspicion, in its own words; it decides nothing. Refused: `rebuttal_empty`. */
export async function recordRebuttal(
  store: ProjectStore,
  household: string,
  text: string,
  author: Author,
): Promise<Result<readonly Change[]>> {
  if (text.trim() === '') return refusal('rebuttal_empty', household)
  return store.write([
    { entity: 'household', entityId: household, path: REBUTTAL, value: text.trim(), ...author },
    namedDraft(household, author),
  ])
}
