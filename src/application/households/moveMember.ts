import type { Change } from '../../domain/changes/Change'
import type { ChangeDraft } from '../../domain/changes/ChangeDraft'
import { movedPath, receivedPath } from '../../domain/fieldwork/readFieldwork'
import type { Result } from '../../domain/shared/Result'
import { PROJECT } from '../adoptRoster'
import type { ProjectStore } from '../store/ProjectStore'
import type { Author } from './addFoundHousehold'
import { fieldworkPath } from './fieldworkOf'

/** `from` is the household in which the list has the member, wherever he was sent since. */
export interface Move {
  readonly from: string
  readonly member: string
  /** Where the member is now; left out, still in `from`. */
  readonly now?: string
  /** Where the member lives; `from` itself takes a move back. */
  readonly to: string
}

/** Sends a member of the list to the household he lives in, said by both households. The roster stays as it is. */
export function moveMember(
  store: ProjectStore,
  move: Move,
  author: Author & { readonly reason?: string },
): Promise<Result<readonly Change[]>> {
  return store.write(moveDrafts(move, author))
}

export function moveDrafts(
  { from, member, now = from, to }: Move,
  author: Author & { readonly reason?: string },
): readonly ChangeDraft[] {
  const isBack = to === from
  const said = (household: string, path: string, value: string | null): ChangeDraft => {
    return { entity: 'household', entityId: household, path, value, ...author }
  }
  return [
    { entity: 'project', entityId: PROJECT, path: fieldworkPath(from), value: true, ...author },
    said(from, movedPath(member), isBack ? null : to),
    ...(now === from ? [] : [said(now, receivedPath(member), null)]),
    ...(isBack ? [] : [said(to, receivedPath(member), from)]),
  ]
}
