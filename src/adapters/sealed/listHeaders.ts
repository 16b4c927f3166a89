import type { ListedProject } from '../../application/store/ProjectShelf'
import type { IndexShelf } from './IndexShelf'
import type { JournalShelf } from './Journal'
import { laterProject, listProject, parseProjectHeader, type ProjectHeader } from './ProjectHeader'

/** The headers of this device's projects, one for each: of its index and, where that is missing, of its journal. */
export async function listHeaders(
  indexes: IndexShelf,
  journals: JournalShelf | null,
): Promise<readonly ProjectHeader[]> {
  const texts = await headerTexts(indexes, journals)
  const known = new Map<string, ProjectHeader>()
  for (const header of texts.map(parseProjectHeader))
    if (header !== undefined) known.set(header.projectId, header)
  return [...known.values()]
}

/** Of each project of this device what the start page shows, also of those that a later app wrote. */
export async function listProjects(
  indexes: IndexShelf,
  journals: JournalShelf | null,
): Promise<readonly ListedProject[]> {
  const known = new Map<string, ListedProject>()
  for (const text of await headerTexts(indexes, journals)) {
    const header = parseProjectHeader(text)
    const project = header === undefined ? laterProject(text) : listProject(header)
    if (project !== undefined) known.set(project.projectId, project)
  }
  return [...known.values()]
}

async function headerTexts(indexes: IndexShelf, journals: JournalShelf | null): Promise<readonly string[]> {
  const journalled = (await journals?.list()) ?? []
  // The index's header comes last and wins: it is the one that opening reads.
  return [...journalled.map((listing) => listing.header), ...(await indexes.headers())]
}
