import type { Change } from '../../domain/changes/Change'
import type { ChangeDraft } from '../../domain/changes/ChangeDraft'
import {
  questionOf,
  type Determination,
  type DeterminationQuestion,
} from '../../domain/programmes/assessment/determination/Determination'
import {
  determinationFault,
  type DeterminedHousehold,
} from '../../domain/programmes/assessment/determination/determinationFault'
import { refusal, success, type Result } from '../../domain/shared/Result'
import type { Fact } from '../facts/Fact'
import { HOUSEHOLD_FACTS, draftHouseholdFact } from '../facts/householdFacts'
import { PROJECT_FACTS, draftProjectFact } from '../facts/projectFacts'
import type { Author } from '../households/addFoundHousehold'
import type { ProjectStore } from '../store/ProjectStore'
import { checkPerson } from '../team/roll/secondPerson'

export interface DecisionRequest extends DeterminedHousehold {
  readonly household: string
  readonly determination: Determination
  /** Why, in the person's own words. */
  readonly reason: string
}

/**
 * Decides a suspicion, or revises an earlier decision, which stays in the history; final once a second person confirms
 * this very decision. Refused: `person_unknown` (the first person too is one of the project's), and what `writeDecision` refuses.
 */
export async function determine(
  store: ProjectStore,
  request: DecisionRequest,
  author: Author,
): Promise<Result<Change>> {
  const person = await checkPerson(store, author.person)
  return person.ok ? writeDecision(store, request, author) : person
}

/** The same as it was decided elsewhere. Refused: `determination_reason_missing`, and what `determinationFault` returns. */
export function writeDecision(
  store: ProjectStore,
  request: DecisionRequest,
  author: Author,
): Promise<Result<Change>> {
  const fault = determinationFault(request.determination, request)
  if (fault !== null)
    return Promise.resolve(refusal(fault, request.determination, { household: request.household }))
  return decide(store, request.household, questionOf(request.determination), request.determination, {
    ...author,
    reason: request.reason,
  })
}

/** Takes a decision back: the question is open again. Refused: `person_unknown`, `determination_reason_missing`. */
export async function takeBackDetermination(
  store: ProjectStore,
  household: string,
  question: DeterminationQuestion,
  author: Author & { readonly reason: string },
): Promise<Result<Change>> {
  const person = await checkPerson(store, author.person)
  return person.ok ? decide(store, household, question, null, author) : person
}

async function decide(
  store: ProjectStore,
  household: string,
  question: DeterminationQuestion,
  value: Determination | null,
  author: Author & { readonly reason: string },
): Promise<Result<Change>> {
  const reason = author.reason.trim()
  if (reason === '') return refusal('determination_reason_missing', household)
  const decision: Fact<Determination | null> = HOUSEHOLD_FACTS[question]
  const written = await store.write([
    draftHouseholdFact(household, decision, [], value, { person: author.person, at: author.at, reason }),
    namedDraft(household, author),
  ])
  if (!written.ok) return written
  const [decided] = written.value
  if (decided === undefined) throw new Error('a write of one draft gives one change')
  return success(decided)
}

/** Names the household in the project, so that a list need not ask every household. */
export function namedDraft(household: string, { person, at }: Author): ChangeDraft {
  return draftProjectFact(PROJECT_FACTS.determined, [household], true, { person, at })
}
