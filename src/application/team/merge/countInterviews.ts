import type { Change } from '../../../domain/changes/Change'
import { groupBy } from '../../../domain/shared/groupBy'

/** Interview ids. */
export interface InterviewCounts {
  readonly new: readonly string[]
  readonly updated: readonly string[]
  readonly same: readonly string[]
}

/** The interviews that changes belong to: unknown before, known with something new, or known as they are. */
export function countInterviews(known: readonly Change[], coming: readonly Change[]): InterviewCounts {
  const knownIds = new Set(known.map(({ id }) => id))
  const knownInterviews = new Set(known.map(({ entityId }) => entityId))
  const counts = { new: [] as string[], updated: [] as string[], same: [] as string[] }
  const interviews = groupBy(
    coming.filter(({ entity }) => entity === 'interview'),
    ({ entityId }) => entityId,
  )
  for (const [interview, changes] of interviews) {
    const kind = !knownInterviews.has(interview)
      ? 'new'
      : changes.every(({ id }) => knownIds.has(id))
        ? 'same'
        : 'updated'
    counts[kind].push(interview)
  }
  return counts
}
