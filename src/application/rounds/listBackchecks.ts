import type { Change } from '../../domain/changes/Change'
import { foldChanges } from '../../domain/changes/foldChanges'
import { hasContent } from '../../domain/interview/bookkeeping'
import { refusal, refusals, type Result } from '../../domain/shared/Result'
import { partsOf, readFact } from '../facts/Fact'
import { HOUSEHOLD_FACTS } from '../facts/householdFacts'
import { PROJECT, PROJECT_FACTS } from '../facts/projectFacts'
import type { Author } from '../households/addFoundHousehold'
import type { ProjectStore } from '../store/ProjectStore'
import { backcheckDrafts, checkersIn } from './backchecks'
import { isRoundClosed, roundChanges } from './roundChanges'

/** One time that a household was given to somebody for a back-check, and what became of it. */
export interface GivenBackcheck {
  readonly household: string
  readonly checker: string
  readonly by: string
  /** ISO instant. */
  readonly at: string
  /** `passed_on`: given to somebody else before it began. */
  readonly state: 'given' | 'begun' | 'closed' | 'passed_on' | 'taken_back'
  /** Who ended it before it began, when and why; null while it stands. */
  readonly ended: { readonly by: string; readonly at: string; readonly reason: string | null } | null
}

/** Every back-check that was ever given, the latest first. */
export async function listBackchecks(store: ProjectStore): Promise<readonly GivenBackcheck[]> {
  const paths = [...foldChanges(await store.changesOf('project', PROJECT)).keys()]
  const named = paths.flatMap((path) => partsOf(PROJECT_FACTS.backcheck, path) ?? [])
  const changes = await store.changesOfHouseholds(named)
  return named
    .flatMap((household) => givenIn(household, changes.get(household) ?? []))
    .toSorted((left, right) => (left.at < right.at ? 1 : left.at > right.at ? -1 : 0))
}

function givenIn(household: string, changes: readonly Change[]): readonly GivenBackcheck[] {
  const own = changes.filter(({ entity }) => entity === 'household')
  const history = foldChanges(own).get(HOUSEHOLD_FACTS.backcheck.path)?.history ?? []
  const round = roundChanges(changes, 'backcheck')
  const standing = isRoundClosed(round) ? 'closed' : hasContent(round) ? 'begun' : 'given'
  return history.flatMap((change): readonly GivenBackcheck[] => {
    const checker = readFact(HOUSEHOLD_FACTS.backcheck, change) ?? null
    if (checker === null) return []
    const { person: by, at } = change
    const end = history.find(({ replaces }) => replaces.includes(change.id))
    if (end === undefined) return [{ household, checker, by, at, state: standing, ended: null }]
    const state = (readFact(HOUSEHOLD_FACTS.backcheck, end) ?? null) === null ? 'taken_back' : 'passed_on'
    const ended = { by: end.person, at: end.at, reason: end.reason ?? null }
    return [{ household, checker, by, at, state, ended }]
  })
}

/**
 * Takes back-checks that were given by mistake from whoever has them, all of them or none. They stay on the list with who took them
 * back and why. Refused: `backcheck_reason_missing`, `backcheck_not_given`, and `backcheck_begun` once it was begun.
 */
export async function takeBackBackchecks(
  store: ProjectStore,
  households: readonly string[],
  author: Author & { readonly reason: string },
): Promise<Result<readonly Change[]>> {
  const reason = author.reason.trim()
  if (reason === '') return refusal('backcheck_reason_missing')
  const changes = await store.changesOfHouseholds(households)
  const problems = households.flatMap((household) => {
    const own = changes.get(household) ?? []
    const code = hasContent(roundChanges(own, 'backcheck'))
      ? 'backcheck_begun'
      : checkersIn(own).length === 0
        ? 'backcheck_not_given'
        : null
    if (code === null) return []
    return [{ code, severity: 'error', place: {}, value: household, details: { household } } as const]
  })
  if (problems.length > 0) return refusals(problems)
  return store.write(households.flatMap((each) => backcheckDrafts(each, null, { ...author, reason })))
}
