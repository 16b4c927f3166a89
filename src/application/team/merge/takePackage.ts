import type { ChangeDraft } from '../../../domain/changes/ChangeDraft'
import { householdOf } from '../../../domain/changes/householdOf'
import { groupBy } from '../../../domain/shared/groupBy'
import { success, type Result } from '../../../domain/shared/Result'
import type { Accepted, ProjectStore } from '../../store/ProjectStore'
import { countInterviews } from './countInterviews'
import { keepDocuments, keepSegments } from '../packages/keepPackage'
import type { OpenedChunk, OpenedPackage, OpenedSegment } from '../TeamPort'

/** A store that packages are taken into one after another. */
export interface MergeStore extends ProjectStore {
  /** What is taken in meanwhile is kept if the work succeeds, and else nothing of it. Refused as the work is. */
  inOneCommit<T>(work: () => Promise<Result<T>>): Promise<Result<T>>
  /** As `accept`, of what a package brought: checked already, and parted by household. */
  acceptSegments(
    segments: readonly OpenedSegment[],
    drafts: readonly ChangeDraft[],
  ): Promise<Result<Accepted>>
}

export type InterviewState = 'new' | 'updated' | 'same'

/** Keeps what is taken of a package, all of it or nothing, and notes in `interviews` what became of each. */
export async function takePackage(
  store: MergeStore,
  opened: OpenedPackage,
  said: readonly ChangeDraft[],
  interviews: Map<string, InterviewState>,
): Promise<Result<OpenedPackage>> {
  const before = new Map<string, InterviewState>()
  for (const [household, chunks] of chunksByHousehold(opened)) {
    if (household === undefined) continue
    const known = (await store.changesOfHouseholds([household])).get(household) ?? []
    const coming = chunks.flatMap(({ changes }) => changes)
    const counts = countInterviews(known, coming)
    for (const state of ['new', 'updated', 'same'] as const)
      for (const interview of counts[state]) before.set(interview, state)
  }
  // What can be refused comes before the changes, or with them.
  const documents = await keepDocuments(store, opened)
  if (!documents.ok) return documents
  const accepted = await store.acceptSegments(opened.segments, said)
  if (!accepted.ok) return accepted
  const segments = await keepSegments(store, opened)
  if (!segments.ok) return segments
  // What an earlier package of the same merge brought first stays new.
  for (const [interview, state] of before) {
    const earlier = interviews.get(interview)
    if (earlier === undefined || (earlier === 'same' && state !== 'same')) interviews.set(interview, state)
  }
  return success(opened)
}

/** A chunk is of one household: its first change names it. */
function chunksByHousehold({ segments }: OpenedPackage): ReadonlyMap<string | undefined, OpenedChunk[]> {
  const chunks = segments.flatMap((segment) => segment.chunks)
  return groupBy(chunks, ({ changes: [first] }) => first && householdOf(first.entity, first.entityId))
}
