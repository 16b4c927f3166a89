import type { Change } from '../../../domain/changes/Change'
import type { ChangeDraft } from '../../../domain/changes/ChangeDraft'
import type { Evidence } from '../../../domain/shared/Evidence'
import type { Json } from '../../../domain/shared/Json'
import { refusal, success, type Result } from '../../../domain/shared/Result'
import type { Conflict, DuplicateInterview } from '../../../domain/team/conflictsIn'
import type { Author } from '../../interview/recordAnswers'
import { HOUSEHOLD_FACTS, draftHouseholdFact } from '../../facts/householdFacts'
import type { ProjectStore } from '../../store/ProjectStore'

export interface ReasonedAuthor extends Author {
  readonly reason: string
}

/** What a conflict is settled to: one of its heads, or something entered. */
export type Settlement =
  | { readonly by: 'choice'; readonly head: Change }
  | { readonly by: 'entry'; readonly value: Json; readonly evidence: Evidence }

/**
 * Settles one conflict: the change replaces all its heads. A head that came after the conflict was shown stays beside it, and the
 * conflict is open again. Refused: `reason_missing`.
 */
export function settleConflict(
  store: ProjectStore,
  conflict: Conflict,
  settlement: Settlement,
  author: ReasonedAuthor,
): Promise<Result<readonly Change[]>> {
  return writeReasoned(store, [settlingDraft(conflict, settlement, author)], author)
}

/** Chooses which of several interviews of a round counts; the others stay, and count for nothing. Refused: `reason_missing`. */
export function chooseInterview(
  store: ProjectStore,
  { household, round }: Pick<DuplicateInterview, 'household' | 'round'>,
  interview: string,
  author: ReasonedAuthor,
): Promise<Result<readonly Change[]>> {
  const said = { ...author, reason: author.reason.trim() }
  const draft = draftHouseholdFact(household, HOUSEHOLD_FACTS.chosenCopy, [round], interview, said)
  return writeReasoned(store, [draft], author)
}

/** The change that settles a conflict; not written yet. */
export function settlingDraft(
  { entity, entityId, path, heads }: Conflict,
  settlement: Settlement,
  { person, at, reason }: ReasonedAuthor,
): ChangeDraft {
  const { value, evidence } = settlement.by === 'choice' ? settlement.head : settlement
  return {
    entity,
    entityId,
    path,
    value,
    replaces: heads.map(({ id }) => id),
    ...(evidence !== undefined && { evidence }),
    person,
    at,
    reason: reason.trim(),
  }
}

/** Writes drafts that need a reason. Refused: `reason_missing`. */
export async function writeReasoned(
  store: ProjectStore,
  drafts: readonly ChangeDraft[],
  { reason }: ReasonedAuthor,
): Promise<Result<readonly Change[]>> {
  if (reason.trim() === '') return refusal('reason_missing')
  return drafts.length === 0 ? success([]) : store.write(drafts)
}
