import { success, type Result } from '../../domain/shared/Result'
import type { ProjectStore } from '../store/ProjectStore'
import { foundDrafts, type Author } from './addFoundHousehold'
import type { FieldworkFile } from './FieldworkFile'
import { moveDrafts } from './moveMember'

/** Writes the fieldwork recorded in a file, as the app would have in the field. Refused: as `ProjectStore.write`. */
export async function writeFieldwork(
  store: ProjectStore,
  { found, moves }: FieldworkFile,
  author: Author,
): Promise<Result<unknown>> {
  const drafts = [
    ...found.flatMap(({ household, splitFrom, headMember }) =>
      foundDrafts(household.id, { household, splitFrom, headMember }, author),
    ),
    ...moves.flatMap(({ from, member, to }) => (to === null ? [] : moveDrafts({ from, member, to }, author))),
  ]
  return drafts.length === 0 ? success(null) : store.write(drafts)
}
