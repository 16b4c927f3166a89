import type { Change } from '../../domain/changes/Change'
import { groupBy } from '../../domain/shared/groupBy'
import { refusal, success, type Result } from '../../domain/shared/Result'
import type { Round } from '../assess/AnswerRecord'
import { roundRefusal } from '../rounds/backchecks'
import { roundChanges } from '../rounds/roundChanges'
import type { ProjectStore } from '../store/ProjectStore'
import { beginInterview, type Author } from './recordAnswers'

export interface OpenedInterview {
  readonly id: string
  readonly changes: readonly Change[]
}

/**
 * The household's interview of a round: the one that is there, else a new one with the current form. `copy` is a text
 * that nobody else draws, so that two interviews begun independently stay two. Refused: `backcheck_blind` for another round than his
 * own to a back-checker who has not closed it; `backcheck_not_assigned` for a back-check to anybody else.
 */
export async function openInterview(
  store: ProjectStore,
  household: string,
  round: Round,
  instrumentVersion: string,
  copy: string,
  author: Author,
): Promise<Result<OpenedInterview>> {
  const changes = (await store.changesOfHouseholds([household])).get(household) ?? []
  const refused = roundRefusal(changes, round, author.person)
  if (refused !== null) return refusal(refused, household, { household })
  const [known] = groupBy(roundChanges(changes, round), ({ entityId }) => entityId)
  if (known !== undefined) return success({ id: known[0], changes: known[1] })
  const id = `${household}/${round}/${copy}`
  const begun = await beginInterview(store, id, instrumentVersion, author)
  return begun.ok ? success({ id, changes: begun.value }) : begun
}
