import type { Change } from '../../domain/changes/Change'
import type { Rebuttal } from '../../domain/programmes/assessment/determination/Determination'
import { refusal, type Result } from '../../domain/shared/Result'
import { HOUSEHOLD_FACTS, draftHouseholdFact } from '../facts/householdFacts'
import type { Author } from '../households/addFoundHousehold'
import type { ProjectStore } from '../store/ProjectStore'
import { namedDraft } from './determine'

/**
 * Keeps the county's rebuttal of a suspicion, in its own words, with the pictures that it rests on (kept before, by
 * `putAttachment`); it decides nothing. Refused: `rebuttal_empty`.
 */
export async function recordRebuttal(
  store: ProjectStore,
  household: string,
  { text, pictures }: Pick<Rebuttal, 'text' | 'pictures'>,
  author: Author,
): Promise<Result<readonly Change[]>> {
  if (text.trim() === '') return refusal('rebuttal_empty', household)
  return store.write([
    draftHouseholdFact(household, HOUSEHOLD_FACTS.rebuttal, [], { text: text.trim(), pictures }, author),
    namedDraft(household, author),
  ])
}
