import type { Change } from '../../domain/changes/Change'
import type { ChangeDraft } from '../../domain/changes/ChangeDraft'
import type { Result } from '../../domain/shared/Result'
import { HOUSEHOLD_FACTS, draftHouseholdFact } from '../facts/householdFacts'
import { PROJECT_FACTS, draftProjectFact } from '../facts/projectFacts'
import type { ProjectStore } from '../store/ProjectStore'
import type { Author } from './addFoundHousehold'

/** `from` is the household in which the list has the member, wherever he was sent since. */
export interface Move {
  readonly from: string
  readonly member: string
  /** Where the member is now; left out, still in `from`. */
  readonly now?: string
  /** Where the member lives; `from` itself takes a move back. */
  readonly to: string
}

/** Sends a member of the list to the household he lives in, recorded at both households. The roster stays as it is. */
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
  const { moved, received } = HOUSEHOLD_FACTS
  return [
    draftProjectFact(PROJECT_FACTS.fieldwork, [from], true, author),
    draftHouseholdFact(from, moved, [member], isBack ? null : to, author),
    ...(now === from ? [] : [draftHouseholdFact(now, received, [member], null, author)]),
    ...(isBack ? [] : [draftHouseholdFact(to, received, [member], from, author)]),
  ]
}
