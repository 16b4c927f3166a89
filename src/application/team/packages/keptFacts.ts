import type { InterviewFacts } from '../../../domain/quality/QualityCase'
import type { ProjectStore, SummaryEntry } from '../../store/ProjectStore'

/** Raised whenever an interview's facts hold something else than before: those kept by an earlier app are read again. */
const FACTS_EDITION = '2'

/** What the quality desk needs of a household's interviews, as it is kept beside the household's summary. */
export interface KeptFacts extends SummaryEntry {
  readonly summary: readonly InterviewFacts[]
}

/** Facts are as old as the summary that was made of the same changes. */
export function factsKey(summaryKey: string | null): string {
  return `${FACTS_EDITION} ${summaryKey ?? ''}`
}

/** What is kept of a village, by household. */
export async function keptFacts(store: ProjectStore, village: string): Promise<Map<string, KeptFacts>> {
  const kept = (await store.summaries(groupOf(village))) as readonly KeptFacts[]
  return new Map(kept.map((entry) => [entry.household, entry]))
}

/** In place of what was kept of the village. A cache: what cannot be kept on a full disk is read again next time. */
export async function keepFacts(
  store: ProjectStore,
  village: string,
  entries: readonly KeptFacts[],
): Promise<void> {
  await store.putSummaries(groupOf(village), entries, []).catch(() => undefined)
}

function groupOf(village: string): string {
  return `quality/${village}`
}
