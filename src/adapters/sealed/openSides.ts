import type { Problem } from '../../domain/shared/Problem'
import { refusal, success, type Result } from '../../domain/shared/Result'
import type { IndexShelf } from './IndexShelf'
import type { Journal, JournalOpening, JournalShelf } from './Journal'
import type { IndexState, SealedIndex } from './SealedIndex'
import type { ProblemCode } from '../../domain/shared/ProblemCode'

/** A project's two sides, opened and locked for this process, before anything is unsealed. */
export interface OpenSides {
  readonly header: string
  readonly index: SealedIndex
  readonly journal: Journal | null
  /** After these the sides may differ; both 0 when everything must be compared. */
  readonly behind: { readonly offset: number; readonly position: number }
  readonly problems: readonly Problem[]
}

interface FoundIndex {
  readonly index: SealedIndex
  readonly header: string
  readonly state: IndexState
}

/** Opens the sides that a project has; a missing side is rebuilt from the other, and reported. */
export async function openSides(
  projectId: string,
  indexes: IndexShelf,
  journals: JournalShelf | null,
): Promise<Result<OpenSides>> {
  const found = await findIndex(projectId, indexes)
  if (!found.ok) return found
  const index = found.value?.index
  return endingOnFailure(
    () => openJournal(projectId, found.value, indexes, journals),
    async () => index?.close(),
  )
}

export async function closeSides({ index, journal }: Pick<OpenSides, 'index' | 'journal'>): Promise<void> {
  try {
    await journal?.close()
  } finally {
    await index.close()
  }
}

/** The result of the work; if it is refused or throws, `end` releases what was locked for it. */
export async function endingOnFailure<T>(
  work: () => Promise<Result<T>>,
  end: () => Promise<void>,
): Promise<Result<T>> {
  let isDone = false
  try {
    const result = await work()
    isDone = result.ok
    return result
  } finally {
    if (!isDone) await end()
  }
}

/** Success with undefined when there is no index, or one without a header. */
async function findIndex(projectId: string, indexes: IndexShelf): Promise<Result<FoundIndex | undefined>> {
  const opening = await indexes.open(projectId)
  switch (opening.kind) {
    case 'newer':
      return refusal('database_newer', projectId)
    case 'locked':
      return refusal('project_in_use', projectId)
    case 'missing':
      return success(undefined)
    case 'open': {
      const found = await stateOf(opening.index).catch(async (error: unknown) => {
        await opening.index.close()
        throw error
      })
      if (found === undefined) await opening.index.close()
      return success(found)
    }
  }
}

async function stateOf(index: SealedIndex): Promise<FoundIndex | undefined> {
  const header = await index.header()
  return header === undefined ? undefined : { index, header, state: await index.state() }
}

async function openJournal(
  projectId: string,
  found: FoundIndex | undefined,
  indexes: IndexShelf,
  journals: JournalShelf | null,
): Promise<Result<OpenSides>> {
  if (journals === null)
    return found === undefined ? refusal('project_unknown', projectId) : success(alone(found))
  const opening = await journals.open(projectId, found?.state.mark ?? null)
  switch (opening.kind) {
    case 'locked':
      return refusal('project_in_use', projectId)
    case 'newer':
      return refusal('database_newer', projectId)
    case 'failed':
      return refusal('journal_unreadable', projectId, { code: opening.code })
    case 'missing':
      return found === undefined
        ? refusal('project_unknown', projectId)
        : recreateJournal(projectId, found, journals)
    case 'open':
      return endingOnFailure(
        () => pair(projectId, found, opening, indexes),
        () => opening.journal.close(),
      )
  }
}

async function pair(
  projectId: string,
  found: FoundIndex | undefined,
  opening: JournalOpening & { kind: 'open' },
  indexes: IndexShelf,
): Promise<Result<OpenSides>> {
  if (found === undefined) return rebuildIndex(projectId, opening, indexes)
  if (opening.header !== found.header) await opening.journal.putHeader(found.header)
  return success(both(found, opening))
}

function alone({ index, header }: FoundIndex): OpenSides {
  return { index, header, journal: null, behind: { offset: 0, position: 0 }, problems: [] }
}

function both({ index, header, state }: FoundIndex, opening: JournalOpening & { kind: 'open' }): OpenSides {
  const { mark, position } = state
  // A journal from before there was a chain is read once from the start.
  const behind =
    mark?.chain !== undefined && mark.offset === opening.from
      ? { offset: mark.offset, position }
      : { offset: 0, position: 0 }
  return { index, header, journal: opening.journal, behind, problems: journalProblems(opening) }
}

async function recreateJournal(
  projectId: string,
  found: FoundIndex,
  journals: JournalShelf,
): Promise<Result<OpenSides>> {
  const created = await journals.create(projectId, found.header)
  if (created.kind === 'locked') return refusal('project_in_use', projectId)
  if (created.kind === 'newer') return refusal('database_newer', projectId)
  if (created.kind !== 'open')
    return refusal('not_saved', projectId, {
      side: 'journal',
      code: created.kind === 'failed' ? created.code : '',
    })
  return success({ ...alone(found), journal: created.journal, problems: [warning('journal_recreated')] })
}

async function rebuildIndex(
  projectId: string,
  opening: JournalOpening & { kind: 'open' },
  indexes: IndexShelf,
): Promise<Result<OpenSides>> {
  const created = await indexes.create(projectId)
  if (created.kind !== 'open')
    return refusal(created.kind === 'newer' ? 'database_newer' : 'project_in_use', projectId)
  try {
    await created.index.commit({ header: opening.header })
  } catch (error) {
    await created.index.close()
    throw error
  }
  const { journal, header } = opening
  const problems = [warning('index_rebuilt'), ...journalProblems(opening)]
  return success({ index: created.index, header, journal, behind: { offset: 0, position: 0 }, problems })
}

function journalProblems({
  tornBytes,
  damagedRecords,
}: JournalOpening & { kind: 'open' }): readonly Problem[] {
  return [
    ...(tornBytes > 0 ? [warning('journal_tail_cut', { bytes: tornBytes })] : []),
    ...(damagedRecords > 0 ? [warning('journal_damaged', { records: damagedRecords })] : []),
  ]
}

function warning(code: ProblemCode, details?: Readonly<Record<string, number>>): Problem {
  return { code, severity: 'warning', place: {}, value: null, ...(details && { details }) }
}
