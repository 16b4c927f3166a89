import type { IndexShelf } from './IndexShelf'
import type { JournalShelf } from './Journal'
import { parseProjectHeader, type ProjectHeader } from './ProjectHeader'

/** The headers of this device's projects, one for each: of its index and, where that is missing, of its journal. */
export async function listHeaders(
  indexes: IndexShelf,
  journals: JournalShelf | null,
): Promise<readonly ProjectHeader[]> {
  const journalled = (await journals?.list()) ?? []
  const texts = [...journalled.map((listing) => listing.header), ...(await indexes.headers())]
  // The index's header comes last and wins: it is the one that opening reads.
  const known = new Map<string, ProjectHeader>()
  for (const header of texts.map(parseProjectHeader))
    if (header !== undefined) known.set(header.projectId, header)
  return [...known.values()]
}
