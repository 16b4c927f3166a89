import type { Change } from '../../domain/changes/Change'
import type { ChangeDraft } from '../../domain/changes/ChangeDraft'
import { foldChanges } from '../../domain/changes/foldChanges'
import { hasContent } from '../../domain/interview/bookkeeping'
import { paperIn } from '../../domain/interview/paper'
import { isSameName } from '../../domain/shared/isSameName'
import { refusal, success, type Result } from '../../domain/shared/Result'
import type { Round } from '../assess/AnswerRecord'
import { partsOf, readFact } from '../facts/Fact'
import { HOUSEHOLD_FACTS, draftHouseholdFact } from '../facts/householdFacts'
import { PROJECT, PROJECT_FACTS, draftProjectFact } from '../facts/projectFacts'
import type { Author } from '../households/addFoundHousehold'
import type { ProjectStore } from '../store/ProjectStore'
import { checkPerson } from '../team/roll/secondPerson'
import { isRoundClosed, roundChanges } from './roundChanges'

/** A household that somebody interviews again without knowing the first answers. */
export interface Backcheck {
  readonly household: string
  /** Person who does it. */
  readonly checker: string
  /** Its visit is over; the first answers may be seen. */
  readonly isClosed: boolean
}

/**
 * Gives a household to a back-checker. Refused: `backcheck_not_interviewed` while the first
 * round is not closed; `backcheck_own_interview` where the checker himself answered in it, or in the verification;
 * `backcheck_begun` once a back-check has begun; `person_unknown`, whom nobody can be sent as.
 */
export async function assignBackcheck(
  store: ProjectStore,
  household: string,
  checker: string,
  author: Author,
): Promise<Result<readonly Change[]>> {
  const person = await checkPerson(store, checker)
  if (!person.ok) return person
  const changes = (await store.changesOfHouseholds([household])).get(household) ?? []
  if (!isRoundClosed(roundChanges(changes, 'first')))
    return refusal('backcheck_not_interviewed', household, { household })
  if (knowsAnswers(changes, checker)) return refusal('backcheck_own_interview', checker, { household })
  if (hasContent(roundChanges(changes, 'backcheck')))
    return refusal('backcheck_begun', household, { household })
  return store.write(backcheckDrafts(household, checker, author))
}

/** What gives a household to a back-checker, or takes it from everybody. */
export function backcheckDrafts(
  household: string,
  checker: string | null,
  author: Author & { readonly reason?: string },
): readonly ChangeDraft[] {
  return [
    draftHouseholdFact(household, HOUSEHOLD_FACTS.backcheck, [], checker, author),
    // It was given to somebody once: so that a list need not ask every household.
    draftProjectFact(PROJECT_FACTS.backcheck, [household], true, author),
  ]
}

/** Whether a person answered for the household himself, in the first round or in a verification, which shows the first. */
export function knowsAnswers(changes: readonly Change[], person: string): boolean {
  return (['first', 'verification'] as const).some((round) => wroteIn(roundChanges(changes, round), person))
}

function wroteIn(changes: readonly Change[], person: string): boolean {
  return changes.some((each) => isSameName(each.person, person))
}

/** All back-checks of the project. Of two laptops that gave one household to two people, both stay blind. */
export async function backchecksOf(store: ProjectStore): Promise<readonly Backcheck[]> {
  const paths = [...foldChanges(await store.changesOf('project', PROJECT)).keys()]
  const named = paths.flatMap((path) => partsOf(PROJECT_FACTS.backcheck, path) ?? [])
  const changes = await store.changesOfHouseholds(named)
  return named.flatMap((household) => {
    const own = changes.get(household) ?? []
    const isClosed = isRoundClosed(roundChanges(own, 'backcheck'))
    return checkersIn(own).map((checker) => ({ household, checker, isClosed }))
  })
}

/** The households of which this person may not see the first answers yet. */
export async function blindHouseholds(store: ProjectStore, person: string): Promise<ReadonlySet<string>> {
  return blindAmong(await backchecksOf(store), person)
}

/** The same of back-checks that are at hand. */
export function blindAmong(backchecks: readonly Backcheck[], person: string): ReadonlySet<string> {
  const own = backchecks.filter(({ checker, isClosed }) => checker === person && !isClosed)
  return new Set(own.map(({ household }) => household))
}

/**
 * All changes of a household, for somebody to look at. Refused: `backcheck_blind`, to its back-checker until his own
 * visit is closed.
 */
export async function householdChanges(
  store: ProjectStore,
  household: string,
  person: string,
): Promise<Result<readonly Change[]>> {
  const changes = (await store.changesOfHouseholds([household])).get(household) ?? []
  return isBlind(changes, person) ? refusal('backcheck_blind', household, { household }) : success(changes)
}

/** Why a person may not open a round of a household, by its changes; null where nothing is against it. */
export function roundRefusal(
  changes: readonly Change[],
  round: Round,
  person: string,
): 'backcheck_blind' | 'backcheck_not_assigned' | 'entry_own' | 'entry_not_paper' | null {
  if (round === 'entry') return entryRefusal(changes, person)
  if (round === 'backcheck') return checkersIn(changes).includes(person) ? null : 'backcheck_not_assigned'
  return isBlind(changes, person) ? 'backcheck_blind' : null
}

/** A finished paper form is entered again by anybody but those who entered it. */
function entryRefusal(changes: readonly Change[], person: string): 'entry_own' | 'entry_not_paper' | null {
  const first = roundChanges(changes, 'first')
  if (paperIn(first) === null || !isRoundClosed(first)) return 'entry_not_paper'
  return wroteIn(first, person) ? 'entry_own' : null
}

function isBlind(changes: readonly Change[], person: string): boolean {
  return checkersIn(changes).includes(person) && !isRoundClosed(roundChanges(changes, 'backcheck'))
}

/** Who back-checks the household, by its changes; several where laptops had not seen each other. */
export function checkersIn(changes: readonly Change[]): readonly string[] {
  const own = changes.filter(({ entity }) => entity === 'household')
  const heads = own.length === 0 ? [] : (foldChanges(own).get(HOUSEHOLD_FACTS.backcheck.path)?.heads ?? [])
  return heads.flatMap((head) => readFact(HOUSEHOLD_FACTS.backcheck, head) ?? [])
}
