import type { Change } from '../../domain/changes/Change'
import type { ChangeDraft } from '../../domain/changes/ChangeDraft'
import { chosenPath } from '../../domain/interview/chosenCopy'
import type { Evidence } from '../../domain/shared/Evidence'
import type { Json } from '../../domain/shared/Json'
import { refusal, success, type Result } from '../../domain/shared/Result'
import type { Conflict, DuplicateInterview } from '../../domain/team/conflictsIn'
import type { Author } from '../interview/recordAnswers'
import type { ProjectStore } from '../store/ProjectStore'

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

/**
 * Rules for many conflicts at once. `document_first`: a head known by a document stands where it is the only one.
 * `person`: what this person said stands.
 */
export type BatchRule =
  { readonly name: 'document_first' } | { readonly name: 'person'; readonly person: string }

export interface BatchSettled {
  readonly settled: readonly Conflict[]
  /** The rule says nothing of them. */
  readonly left: readonly Conflict[]
}

/** What a rule would settle: shown before it is done. */
export function previewRule(conflicts: readonly Conflict[], rule: BatchRule): BatchSettled {
  const settled = conflicts.filter((conflict) => headByRule(conflict, rule) !== undefined)
  return { settled, left: conflicts.filter((conflict) => headByRule(conflict, rule) === undefined) }
}

/** Settles by a rule, all in one write; each change says by which rule and why. Refused: `reason_missing`. */
export async function settleByRule(
  store: ProjectStore,
  conflicts: readonly Conflict[],
  rule: BatchRule,
  author: ReasonedAuthor,
): Promise<Result<BatchSettled>> {
  const previewed = previewRule(conflicts, rule)
  const reason = `[${rule.name}] ${author.reason.trim()}`
  const drafts = previewed.settled.flatMap((conflict) => {
    const head = headByRule(conflict, rule)
    return head === undefined ? [] : [settlingDraft(conflict, { by: 'choice', head }, { ...author, reason })]
  })
  const written = await writeReasoned(store, drafts, author)
  return written.ok ? success(previewed) : written
}

/** Chooses which of several interviews of a round counts; the others stay, and count for nothing. Refused: `reason_missing`. */
export function chooseInterview(
  store: ProjectStore,
  { household, round }: Pick<DuplicateInterview, 'household' | 'round'>,
  interview: string,
  author: ReasonedAuthor,
): Promise<Result<readonly Change[]>> {
  const draft = {
    entity: 'household',
    entityId: household,
    path: chosenPath(round),
    value: interview,
  } as const
  return writeReasoned(store, [{ ...draft, ...author, reason: author.reason.trim() }], author)
}

function headByRule({ heads }: Conflict, rule: BatchRule): Change | undefined {
  const wanted = heads.filter((head) =>
    rule.name === 'person' ? head.person === rule.person : head.evidence === 'document',
  )
  return wanted.length === 1 ? wanted[0] : undefined
}

function settlingDraft(
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

async function writeReasoned(
  store: ProjectStore,
  drafts: readonly ChangeDraft[],
  { reason }: ReasonedAuthor,
): Promise<Result<readonly Change[]>> {
  if (reason.trim() === '') return refusal('reason_missing')
  return drafts.length === 0 ? success([]) : store.write(drafts)
}
