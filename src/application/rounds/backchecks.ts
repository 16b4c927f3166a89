import type { Change } from '../../domain/changes/Change'
import { foldChanges } from '../../domain/changes/foldChanges'
import { pathPart, textOfPathPart } from '../../domain/fieldwork/readFieldwork'
import { refusal, success, type Result } from '../../domain/shared/Result'
import { PROJECT } from '../adoptRoster'
import type { Author } from '../households/addFoundHousehold'
import type { ProjectStore } from '../store/ProjectStore'
import { isRoundClosed, roundChanges } from './roundChanges'

const BACKCHECK = 'backcheck/'

/** A household that somebody interviews again without knowing the first answers. */
export interface Backcheck {
  readonly household: string
  /** Person who does it. */
  readonly checker: string
  /** Its visit is over; the first answers may be seen. */
  readonly isClosed: boolean
}

/**
 * Gives a household to a back-checker, or with null takes it from him. Refused: `backcheck_not_interviewed` while the first
 * round is not closed; `backcheck_own_interview` where the checker himself answered in it; `backcheck_begun` once a back-check
 * has begun.
 */
export async function assignBackcheck(
  store: ProjectStore,
  household: string,
  checker: string | null,
  author: Author,
): Promise<Result<readonly Change[]>> {
  const changes = (await store.changesOfHouseholds([household])).get(household) ?? []
  const first = roundChanges(changes, 'first')
  if (!isRoundClosed(first)) return refusal('backcheck_not_interviewed', household, { household })
  if (first.some(({ person }) => person === checker))
    return refusal('backcheck_own_interview', checker, { household })
  if (roundChanges(changes, 'backcheck').length > 0)
    return refusal('backcheck_begun', household, { household })
  const path = BACKCHECK + pathPart(household)
  return store.write([{ entity: 'project', entityId: PROJECT, path, value: checker, ...author }])
}

/** All back-checks of the project. Of two laptops that gave one household to two people, both stay blind. */
export async function backchecksOf(store: ProjectStore): Promise<readonly Backcheck[]> {
  const state = foldChanges(await store.changesOf('project', PROJECT))
  const assigned = [...state].flatMap(([path, { heads }]) => {
    if (!path.startsWith(BACKCHECK)) return []
    const household = textOfPathPart(path.slice(BACKCHECK.length))
    return heads.flatMap(({ value }) => (typeof value === 'string' ? [{ household, checker: value }] : []))
  })
  const changes = await store.changesOfHouseholds(assigned.map(({ household }) => household))
  return assigned.map((each) => ({
    ...each,
    isClosed: isRoundClosed(roundChanges(changes.get(each.household) ?? [], 'backcheck')),
  }))
}

/** The households of which this person may not see the first answers yet. */
export async function blindHouseholds(store: ProjectStore, person: string): Promise<ReadonlySet<string>> {
  const own = (await backchecksOf(store)).filter(({ checker, isClosed }) => checker === person && !isClosed)
  return new Set(own.map(({ household }) => household))
}

/**
 * Everything said of a household, for somebody to look at. Refused: `backcheck_blind`, to its back-checker until his own
 * visit is closed.
 */
export async function householdChanges(
  store: ProjectStore,
  household: string,
  person: string,
): Promise<Result<readonly Change[]>> {
  if ((await blindHouseholds(store, person)).has(household))
    return refusal('backcheck_blind', household, { household })
  return success((await store.changesOfHouseholds([household])).get(household) ?? [])
}
