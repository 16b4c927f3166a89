import type { Change, ChangeId } from '../../domain/changes/Change'
import type { ChangeDraft } from '../../domain/changes/ChangeDraft'
import { foldChanges } from '../../domain/changes/foldChanges'
import { confirmationValue } from '../../domain/programmes/assessment/determination/Confirmation'
import type { Decision, Standing } from '../../domain/programmes/assessment/determination/Determination'
import { readDeterminations } from '../../domain/programmes/assessment/determination/readDeterminations'
import { isSameName } from '../../domain/shared/isSameName'
import type { Problem } from '../../domain/shared/Problem'
import { refusal, refusals, success, type Result } from '../../domain/shared/Result'
import type { SecondPeople, SecondPersonWay } from '../../domain/team/SecondPeople'
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
  return writeConfirmations(store, [{ household, decision: decisionId }], author, proof)
}

/** A decision that is to be confirmed, by its id. */
export interface ConfirmedDecision {
  readonly household: string
  readonly decision: ChangeId
}

/**
 * The same of several decisions at once, for one reason that stands with each of them: all or none. Refused: `reason_missing`, and
 * with every decision that the person cannot confirm what `confirmDetermination` refuses.
 */
export async function confirmDeterminations(
  store: ProjectStore,
  wanted: readonly ConfirmedDecision[],
  author: Author & { readonly reason: string },
  proof?: Omit<PasscodeProof, 'at'>,
): Promise<Result<readonly Change[]>> {
  const reason = author.reason.trim()
  if (reason === '') return refusal('reason_missing')
  return wanted.length === 0 ? success([]) : writeConfirmations(store, wanted, { ...author, reason }, proof)
}

async function writeConfirmations(
  store: ProjectStore,
  wanted: readonly ConfirmedDecision[],
  author: Author & { readonly reason?: string },
  proof: Omit<PasscodeProof, 'at'> | undefined,
): Promise<Result<readonly Change[]>> {
  const { person, at } = author
  const people = await secondPeopleOf(store)
  const households = await store.changesOfHouseholds(wanted.map(({ household }) => household))
  const decisions: (readonly [household: string, Decision])[] = []
  const problems: Problem[] = []
  for (const { household, decision: id } of wanted) {
    const decision = currentDecision(household, households.get(household) ?? [], id, people)
    const refused =
      decision === undefined
        ? refusal('determination_not_current', id, { household })
        : isSameName(decision.by, person)
          ? refusal('determination_confirmed_by_same_person', person, { household })
          : null
    if (refused !== null) problems.push(...refused.problems)
    else if (decision !== undefined) decisions.push([household, decision])
  }
  if (problems.length > 0) return refusals(problems)
  const how = await wayOf(store, person, proof && { ...proof, at })
  if (!how.ok) return how
  return store.write(
    decisions.map(([household, decision]) => confirmationDraft(household, decision, how.value, author)),
  )
}

/** What confirms a decision, in the confirmer's name; `how` null where it is not known. */
export function confirmationDraft(
  household: string,
  { id, question }: Pick<Decision, 'id' | 'question'>,
  how: SecondPersonWay | null,
  author: Author & { readonly reason?: string },
): ChangeDraft {
  const value = confirmationValue({ decision: id, how })
  const fact = HOUSEHOLD_FACTS[`${question}Confirmed`]
  return draftHouseholdFact(household, fact, [], value, author)
}

/** The decision of this id, unless there is a newer one. */
function currentDecision(
  household: string,
  changes: readonly Change[],
  id: ChangeId,
  people: SecondPeople,
): Decision | undefined {
  const own = foldChanges(changes.filter(({ entity }) => entity === 'household'))
  const found = readDeterminations(household, own, people)
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
