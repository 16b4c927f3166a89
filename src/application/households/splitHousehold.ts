import type { ListedHousehold } from '../../domain/roster/ListedHousehold'
import { refusal, success, type Result } from '../../domain/shared/Result'
import type { ProjectStore } from '../store/ProjectStore'
import { foundDrafts, foundFacts, foundId, type Author } from './addFoundHousehold'
import { moveDrafts, type Move } from './moveMember'

export interface Split {
  readonly household: ListedHousehold
  /** Who lives apart; the first one heads the new household. */
  readonly members: readonly Pick<Move, 'from' | 'member' | 'now'>[]
}

/**
 * Makes one household two, all or nothing: the new one knows what it was part of, and both know who went. Refused:
 * `split_takes_all` when nobody would stay, `split_takes_nobody`. Returns the new household's id.
 */
export async function splitHousehold(
  store: ProjectStore,
  { household, members }: Split,
  token: string,
  author: Author,
): Promise<Result<string>> {
  const [head] = members
  if (head === undefined) return refusal('split_takes_nobody')
  if (members.length >= household.members.length) return refusal('split_takes_all')
  const id = foundId(token)
  const headName = household.members.find((each) => each.id === head.member)?.name ?? ''
  const facts = { ...foundFacts(id, { headName, status: household.status, place: household }), members: [] }
  const { exitYear, identifiedYear } = household
  const found = { household: { ...facts, exitYear, identifiedYear }, splitFrom: household.id }
  const written = await store.write([
    ...foundDrafts(id, { ...found, headMember: head.member }, author),
    ...members.flatMap((move) => moveDrafts({ ...move, to: id }, author)),
  ])
  return written.ok ? success(id) : written
}
