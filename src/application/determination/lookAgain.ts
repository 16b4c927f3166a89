import type { Change } from '../../domain/changes/Change'
import { secondLookValue } from '../../domain/programmes/assessment/determination/SecondLook'
import { isSameName } from '../../domain/shared/isSameName'
import { refusal, type Result } from '../../domain/shared/Result'
import type { ClearedSuspicion } from '../assess/clearedSuspicion'
import { HOUSEHOLD_FACTS, draftHouseholdFact } from '../facts/householdFacts'
import type { Author } from '../households/addFoundHousehold'
import type { ProjectStore } from '../store/ProjectStore'
import type { PasscodeProof } from '../team/roll/devicePasscodes'
import { wayOf } from '../team/roll/secondPerson'
import { namedDraft } from './determine'

export interface LookRequest {
  readonly household: string
  /** What is looked at: see `HouseholdAssessment.cleared`. */
  readonly cleared: ClearedSuspicion | null
  /** False: the suspicion stands, and is to be decided like any other. */
  readonly agrees: boolean
  readonly reason: string
}

/**
 * Records what a second person finds about a suspicion that was cleared; the latest record holds. Refused:
 * `second_look_nothing_cleared`, `second_look_reason_missing`, `second_look_same_person` (who took part in clearing it), and what
 * `wayOf` refuses.
 */
export async function lookAgain(
  store: ProjectStore,
  { household, cleared, agrees, reason }: LookRequest,
  author: Author,
  proof?: Omit<PasscodeProof, 'at'>,
): Promise<Result<readonly Change[]>> {
  if (cleared === null) return refusal('second_look_nothing_cleared', household, { household })
  if (reason.trim() === '') return refusal('second_look_reason_missing', household, { household })
  if (cleared.people.some((person) => isSameName(person, author.person)))
    return refusal('second_look_same_person', author.person, { household })
  const how = await wayOf(store, author.person, proof && { ...proof, at: author.at })
  if (!how.ok) return how
  return store.write([
    draftHouseholdFact(
      household,
      HOUSEHOLD_FACTS.secondLook,
      [],
      secondLookValue({ agrees, of: cleared.change, how: how.value }),
      { reason: reason.trim(), ...author },
    ),
    namedDraft(household, author),
  ])
}
