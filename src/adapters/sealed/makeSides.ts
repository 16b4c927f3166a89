import { refusal, success, type Result } from '../../domain/shared/Result'
import type { IndexShelf } from './IndexShelf'
import type { JournalShelf } from './Journal'
import { endingOnFailure, type OpenSides } from './openSides'
import type { ProjectHeader } from './ProjectHeader'
import type { SealedIndex } from './SealedIndex'

/** A new project's two sides, empty but for the header. */
export async function makeSides(
  project: ProjectHeader,
  header: string,
  indexes: IndexShelf,
  journals: JournalShelf | null,
): Promise<Result<OpenSides>> {
  const journalled = (await journals?.create(project.projectId, header)) ?? null
  if (journalled !== null && journalled.kind !== 'open')
    return refusal('not_saved', project.title, {
      side: 'journal',
      code: journalled.kind === 'failed' ? journalled.code : '',
    })
  const journal = journalled?.journal ?? null
  let index: SealedIndex | undefined
  return endingOnFailure(
    async () => {
      const indexed = await indexes.create(project.projectId)
      if (indexed.kind !== 'open') throw new Error(`a new index is ${indexed.kind}`)
      index = indexed.index
      await index.commit({ header })
      return success({ index, journal, header, behind: { offset: 0, position: 0 }, problems: [] })
    },
    async () => {
      await journal?.close()
      await index?.close()
    },
  )
}
