import type { Change } from '../../../domain/changes/Change'
import type { ChangeDraft } from '../../../domain/changes/ChangeDraft'
import { questionOf } from '../../../domain/programmes/assessment/determination/Determination'
import { isSameName } from '../../../domain/shared/isSameName'
import { refusal, success, type Result } from '../../../domain/shared/Result'
import type { SecondPersonWay } from '../../../domain/team/SecondPeople'
import { confirmationDraft } from '../../determination/confirmDetermination'
import { namedDraft } from '../../determination/determine'
import { draftHouseholdFact, HOUSEHOLD_FACTS } from '../../facts/householdFacts'
import type { ProjectStore } from '../../store/ProjectStore'
import type { PasscodeProof } from '../../team/roll/devicePasscodes'
import { secondPeopleOf, wayOf } from '../../team/roll/secondPerson'
import type { TakenDecision } from './TakenReview'

/** What is written of a returned workbook, at once. */
export interface ReviewToCommit {
  /** Of one reviewer and one confirmer, as `takeReview` has them. */
  readonly decisions: readonly TakenDecision[]
  /** What sends interviews back: see `proposalDrafts`. */
  readonly proposals: readonly ChangeDraft[]
  /** ISO instant. */
  readonly at: string
}

/** The confirmer that the workbook names, who is here; null: the decisions are to be confirmed later. */
export interface ReviewConfirmer {
  readonly person: string
  readonly proof?: Omit<PasscodeProof, 'at'>
}

/**
 * Writes the decisions in the reviewer's name, with their confirmations where the confirmer is known to be the one, and the proposals:
 * all in one write. Refused: `person_unknown` (the reviewer too is one of the project's people),
 * `determination_confirmed_by_same_person`, and what `wayOf` refuses.
 */
export async function commitReview(
  store: ProjectStore,
  { decisions, proposals, at }: ReviewToCommit,
  confirmer: ReviewConfirmer | null,
): Promise<Result<readonly Change[]>> {
  const [first] = decisions
  const reviewer = first === undefined ? success('') : await listedAs(store, first.record.by)
  if (!reviewer.ok) return reviewer
  const confirmed = await confirmationBy(store, confirmer, reviewer.value, at)
  if (!confirmed.ok) return confirmed
  const drafts: ChangeDraft[] = []
  for (const { record, confirms } of decisions) {
    const { household, determination, reason } = record
    const question = questionOf(determination)
    const confirmation = isConfirmer(confirmed.value, record.confirmedBy) ? confirmed.value : null
    if (confirms !== null) {
      if (confirmation === null) continue
      const { how, ...author } = confirmation
      drafts.push(confirmationDraft(household, { id: confirms, question }, how, author))
      continue
    }
    const author = { person: reviewer.value, at }
    const draft = drafts.length
    drafts.push(
      draftHouseholdFact(household, HOUSEHOLD_FACTS[question], [], determination, { ...author, reason }),
      namedDraft(household, author),
    )
    if (confirmation !== null) drafts.push(confirmationOf(household, question, draft, confirmation))
  }
  return store.write([...drafts, ...proposals])
}

/** How the project's people are listed who may be written otherwise in the workbook. */
async function listedAs(store: ProjectStore, name: string): Promise<Result<string>> {
  const { names } = await secondPeopleOf(store)
  const listed = names.find((each) => isSameName(each, name))
  return listed === undefined ? refusal('person_unknown', name) : success(listed)
}

interface Confirming {
  readonly person: string
  readonly how: SecondPersonWay
  readonly at: string
}

async function confirmationBy(
  store: ProjectStore,
  confirmer: ReviewConfirmer | null,
  reviewer: string,
  at: string,
): Promise<Result<Confirming | null>> {
  if (confirmer === null) return success(null)
  const { person, proof } = confirmer
  if (isSameName(person, reviewer)) return refusal('determination_confirmed_by_same_person', person)
  const how = await wayOf(store, person, proof && { ...proof, at })
  return how.ok ? success({ person, how: how.value, at }) : how
}

function isConfirmer(confirming: Confirming | null, named: string | null): confirming is Confirming {
  return confirming !== null && named !== null && isSameName(confirming.person, named)
}

/** Confirms the decision that is a draft of the same write. */
function confirmationOf(
  household: string,
  question: ReturnType<typeof questionOf>,
  draft: number,
  { how, ...author }: Confirming,
): ChangeDraft {
  const fact = HOUSEHOLD_FACTS[`${question}Confirmed`]
  const confirmation = draftHouseholdFact(household, fact, [], { decision: '', how }, author)
  return { ...confirmation, idIn: { field: 'decision', draft } }
}
