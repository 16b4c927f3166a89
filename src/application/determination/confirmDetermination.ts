import type { Change, ChangeId } from '../../domain/changes/Change'
import type { ChangeDraft } from '../../domain/changes/ChangeDraft'
import { foldChanges } from '../../domain/changes/foldChanges'
import type { Decision, Standing } from '../../domain/determination/Determination'
import { confirmationPath, readDeterminations } from '../../domain/determination/readDeterminations'
import { isSameName } from '../../domain/shared/isSameName'
import { refusal, type Result } from '../../domain/shared/Result'
import type { Author } from '../households/addFoundHousehold'
import type { ProjectStore } from '../store/ProjectStore'

/**
 * The second person confirms exactly one decision, by its id: a revised decision needs a new confirmation. Where the
 * project does not know that person yet, `enteredBy` puts them on its list in the same write. Refused:
 * `determination_not_current` (revised or taken back since, or contested), `determination_confirmed_by_same_person`.
 */
export async function confirmDetermination(
  store: ProjectStore,
  household: string,
  decisionId: ChangeId,
  { enteredBy, ...author }: Author & { readonly enteredBy?: string },
): Promise<Result<readonly Change[]>> {
  const found = readDeterminations(household, foldChanges(await store.changesOf('household', household)))
  for (const question of ['suspicion', 'inclusion'] as const) {
    const decision = currentDecision(found?.[question])
    if (decision?.id !== decisionId) continue
    if (isSameName(decision.by, author.person))
      return refusal('determination_confirmed_by_same_person', author.person, { household })
    return store.write([
      ...(enteredBy === undefined ? [] : await strangerDrafts(store, author, enteredBy)),
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

/** Puts whoever confirms on the project's list, unless they are there. */
export async function strangerDrafts(
  store: ProjectStore,
  { person, at }: Author,
  enteredBy: string,
): Promise<readonly ChangeDraft[]> {
  const isKnown = (await store.changesOf('person', person)).length > 0
  return isKnown
    ? []
    : [{ entity: 'person', entityId: person, path: 'name', value: person, person: enteredBy, at }]
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
