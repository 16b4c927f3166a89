import type { Change, ChangeId } from '../../domain/changes/Change'
import type { ChangeDraft } from '../../domain/changes/ChangeDraft'
import { foldChanges } from '../../domain/changes/foldChanges'
import { confirmationValue } from '../../domain/programmes/assessment/determination/Confirmation'
import type { Decision, Standing } from '../../domain/programmes/assessment/determination/Determination'
import { readDeterminations } from '../../domain/programmes/assessment/determination/readDeterminations'
import { isSameName } from '../../domain/shared/isSameName'
import { refusal, type Result } from '../../domain/shared/Result'
import type { SecondPersonWay } from '../../domain/team/SecondPeople'
import { HOUSEHOLD_FACTS, draftHouseholdFact } from '../facts/householdFacts'
import type { Author } from '../households/addFoundHousehold'
import type { ProjectStore } from '../store/ProjectStore'
import type { PasscodeProof } from '../team/roll/devicePasscodes'
import { secondPeopleOf, wayOf } from '../team/roll/secondPerson'

/**
 * The second person confirms exactly one decision, by its id: a revised decision needs a new confirmation. Written with it is how
 * they were known to be the one. Refused: `determination_not_current` (revised or taken back since, or contested),
 * `determination_confirmed_by_same_person`, and what `wayOf` refuses.
 */
export async function confirmDetermination(
  store: ProjectStore,
  household: string,
  decisionId: ChangeId,
  author: Author,
  proof?: Omit<PasscodeProof, 'at'>,
): Promise<Result<readonly Change[]>> {
  const { person, at } = author
  const decision = await currentDecision(store, household, decisionId)
  if (decision === undefined) return refusal('determination_not_current', decisionId, { household })
  if (isSameName(decision.by, person))
    return refusal('determination_confirmed_by_same_person', person, { household })
  const how = await wayOf(store, person, proof && { ...proof, at })
  return how.ok ? store.write([confirmationDraft(household, decision, how.value, author)]) : how
}

/** What confirms a decision, in the confirmer's name; `how` null where it is not known. */
export function confirmationDraft(
  household: string,
  { id, question }: Pick<Decision, 'id' | 'question'>,
  how: SecondPersonWay | null,
  author: Author,
): ChangeDraft {
  const value = confirmationValue({ decision: id, how })
  const fact = HOUSEHOLD_FACTS[`${question}Confirmed`]
  return draftHouseholdFact(household, fact, [], value, author)
}

/** The decision of this id, unless there is a newer one. */
async function currentDecision(
  store: ProjectStore,
  household: string,
  id: ChangeId,
): Promise<Decision | undefined> {
  const changes = foldChanges(await store.changesOf('household', household))
  const found = readDeterminations(household, changes, await secondPeopleOf(store))
  return [found?.suspicion, found?.inclusion].map(decisionOf).find((each) => each?.id === id)
}

function decisionOf(standing: Standing | undefined): Decision | undefined {
  switch (standing?.state) {
    case 'final':
    case 'unconfirmed':
      return standing.decision
    case 'none':
    case 'taken_back':
    case 'contested':
    case undefined:
      return undefined
  }
}
