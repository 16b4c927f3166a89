import type { Change, ChangeId } from '../../domain/changes/Change'
import { foldChanges } from '../../domain/changes/foldChanges'
import type { Decision, Standing } from '../../domain/determination/Determination'
import { confirmationPath, readDeterminations } from '../../domain/determination/readDeterminations'
import { refusal, type Result } from '../../domain/shared/Result'
import type { Author } from '../households/addFoundHousehold'
import type { ProjectStore } from '../store/ProjectStore'

/**
 * The second person confirms exactly one decision, by its id: a revised decision needs a new confirmation. Refused:
 * `determination_not_current` (revised or taken back since, or contested), `determination_confirmed_by_same_person`.
 */
export async function confirmDetermination(
  store: ProjectStore,
  household: string,
  decisionId: ChangeId,
  author: Author,
): Promise<Result<readonly Change[]>> {
  const found = readDeterminations(household, foldChanges(await store.changesOf('household', household)))
  for (const question of ['suspicion', 'inclusion'] as const) {
    const decision = currentDecision(found?.[question])
    if (decision?.id !== decisionId) continue
    if (decision.by === author.person)
      return refusal('determination_confirmed_by_same_person', author.person, { household })
    return store.write([
      {
        entity: 'household',
        entityId: household,
        path: confirmationPath(question),
        value: decisionId,
        ...author,
      },
    ])
  }
  return refusal('determination_not_current', decisionId, { household })
}

function currentDecision(standing: Standing | undefined): Decision | undefined {
  switch (standing?.state) {
    case 'final':
    case 'unconfirmed':
      return standing.decision
    case 'none':
    case 'taken_back':
    case 'contested':
    case undefined:
      return undefined
  }
}
