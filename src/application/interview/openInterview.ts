import type { Change } from '../../domain/changes/Change'
import { groupBy } from '../../domain/shared/groupBy'
import { hasContent } from '../../domain/interview/bookkeeping'
import { refusal, success, type Result } from '../../domain/shared/Result'
import type { Round } from '../assess/AnswerRecord'
import { roundRefusal } from '../rounds/backchecks'
import { roundChanges } from '../rounds/roundChanges'
import type { ProjectStore } from '../store/ProjectStore'

export interface OpenedInterview {
  readonly id: string
  /** Empty before anything was written: then it is not begun either. */
  readonly changes: readonly Change[]
}

/**
 * The household's interview of a round: the one that is there, else a new one, of which nothing is written: it begins with the
 * first change in it. `copy` is a text that nobody else draws, so that two interviews begun independently stay two.
 * Refused: `backcheck_blind` for another round than his own to a back-checker who has not closed it; `backcheck_not_assigned`
 * for a back-check to anybody else.
 */
export async function openInterview(
  store: ProjectStore,
  household: string,
  round: Round,
  copy: string,
  person: string,
): Promise<Result<OpenedInterview>> {
  const changes = (await store.changesOfHouseholds([household])).get(household) ?? []
  const refused = roundRefusal(changes, round, person)
  if (refused !== null) return refusal(refused, household, { household })
  const copies = [...groupBy(roundChanges(changes, round), ({ entityId }) => entityId)]
  const known = copies.find(([, own]) => hasContent(own))
  if (known !== undefined) return success({ id: known[0], changes: known[1] })
  return success({ id: `${household}/${round}/${copy}`, changes: [] })
}
