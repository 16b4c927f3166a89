import type { Change } from '../../../domain/changes/Change'
import { kindsOf } from '../../../domain/shared/Evidence'
import { success, type Result } from '../../../domain/shared/Result'
import type { Conflict } from '../../../domain/team/conflictsIn'
import type { ProjectStore } from '../../store/ProjectStore'
import { settlingDraft, writeReasoned, type ReasonedAuthor } from './settleConflicts'

/**
 * A rule for many conflicts at once. `document_first`: a head known by a document stands where it is the only one.
 * `latest`: the latest change by the clocks of the laptops stands. `person`: this person's change stands.
 */
export type BatchRule =
  | { readonly name: 'document_first' }
  | { readonly name: 'latest' }
  | { readonly name: 'person'; readonly person: string }

export interface BatchSettled {
  readonly settled: readonly Conflict[]
  /** The rule does not decide them. */
  readonly left: readonly Conflict[]
}

/** What a rule would settle: shown before it is done. */
export function previewRule(conflicts: readonly Conflict[], rule: BatchRule): BatchSettled {
  const settled = conflicts.filter((conflict) => headByRule(conflict, rule) !== undefined)
  return { settled, left: conflicts.filter((conflict) => headByRule(conflict, rule) === undefined) }
}

/**
 * Settles by a rule, all in one write; each change records by which rule (`named`, in words) and why. Refused: `reason_missing`.
 */
export async function settleByRule(
  store: ProjectStore,
  conflicts: readonly Conflict[],
  rule: BatchRule,
  { named, ...author }: ReasonedAuthor & { readonly named: string },
): Promise<Result<BatchSettled>> {
  const previewed = previewRule(conflicts, rule)
  const reason = `[${named}] ${author.reason.trim()}`
  const drafts = previewed.settled.flatMap((conflict) => {
    const head = headByRule(conflict, rule)
    return head === undefined ? [] : [settlingDraft(conflict, { by: 'choice', head }, { ...author, reason })]
  })
  const written = await writeReasoned(store, drafts, author)
  return written.ok ? success(previewed) : written
}

function headByRule({ heads }: Conflict, rule: BatchRule): Change | undefined {
  const wanted = headsByRule(heads, rule)
  return wanted.length === 1 ? wanted[0] : undefined
}

function headsByRule(heads: readonly Change[], rule: BatchRule): readonly Change[] {
  switch (rule.name) {
    case 'document_first':
      return heads.filter(({ evidence }) => evidence !== undefined && kindsOf(evidence).includes('document'))
    case 'person':
      return heads.filter(({ person }) => person === rule.person)
    case 'latest': {
      const last = Math.max(...heads.map(({ at }) => Date.parse(at)))
      return heads.filter(({ at }) => Date.parse(at) === last)
    }
  }
}
