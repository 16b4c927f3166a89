import type { Change } from '../../domain/changes/Change'
import { foldChanges } from '../../domain/changes/foldChanges'
import { isReturn, RETURNED } from '../../domain/interview/bookkeeping'
import { groupBy } from '../../domain/shared/groupBy'
import { refusal, type Result } from '../../domain/shared/Result'
import type { Author } from '../interview/recordAnswers'
import type { ProjectStore } from '../store/ProjectStore'

/** What the lead wants looked at again: one question, or the whole interview. */
export interface ReturnComment {
  /** Path of the answer as its changes have it (`members/<id>/insurance`); null for the whole interview. */
  readonly path: string | null
  readonly text: string
}

/** One open comment, with who made it and when. */
export interface OpenReturn extends ReturnComment {
  readonly household: string
  readonly interview: string
  readonly by: string
  readonly at: string
}

/** Sends an interview back with a comment for each question. Refused: `reason_missing` (no comment, or an empty one). */
export async function returnInterview(
  store: ProjectStore,
  interview: string,
  comments: readonly ReturnComment[],
  author: Author,
): Promise<Result<readonly Change[]>> {
  if (comments.length === 0 || comments.some(({ text }) => text.trim() === ''))
    return refusal('reason_missing')
  return store.write(
    comments.map(({ path, text }) => ({
      entity: 'interview',
      entityId: interview,
      path: returnPath(path),
      value: text.trim(),
      ...author,
    })),
  )
}

/** The assessor has looked at it: corrected, or confirmed with a reason. The comment stays in the history. */
export async function settleReturn(
  store: ProjectStore,
  interview: string,
  path: string | null,
  author: Author & { readonly reason?: string },
): Promise<Result<readonly Change[]>> {
  return store.write([
    { entity: 'interview', entityId: interview, path: returnPath(path), value: null, ...author },
  ])
}

/** The open comments on these households' interviews, oldest first: what an assessor sees first thing. */
export async function openReturns(
  store: ProjectStore,
  households: readonly string[],
): Promise<readonly OpenReturn[]> {
  const found: (OpenReturn & { readonly lamport: number })[] = []
  for (const [household, changes] of await store.changesOfHouseholds(households)) {
    const returns = changes.filter(({ entity, path }) => entity === 'interview' && isReturn(path))
    for (const [interview, own] of groupBy(returns, ({ entityId }) => entityId))
      for (const [path, { heads }] of foldChanges(own))
        for (const { value, person, at, lamport } of heads)
          if (typeof value === 'string')
            found.push({
              household,
              interview,
              path: commentedPath(path),
              text: value,
              by: person,
              at,
              lamport,
            })
  }
  found.sort((left, right) => left.lamport - right.lamport)
  return found.map(({ lamport: _, ...each }) => each)
}

const WHOLE = 'interview'

function returnPath(path: string | null): string {
  return RETURNED + (path ?? WHOLE)
}

function commentedPath(path: string): string | null {
  const own = path.slice(RETURNED.length)
  return own === WHOLE ? null : own
}
