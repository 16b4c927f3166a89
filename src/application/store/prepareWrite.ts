import { assignChanges, type AssignedChanges, type ReplicaClock } from '../../domain/changes/assignChanges'
import type { Change, Entity } from '../../domain/changes/Change'
import type { ChangeDraft } from '../../domain/changes/ChangeDraft'
import { householdOf, isEntityId } from '../../domain/changes/householdOf'
import { validateChange } from '../../domain/changes/validateChange'
import { closedTo } from '../census/closedTo'
import { closingDetails, type Closings } from '../census/closings'
import { leadsMatterIn } from '../facts/factOf'
import { refusal, refusals, success, type Result } from '../../domain/shared/Result'

/** Where a replica stands once these changes of others are known. */
export function clockAfter(clock: ReplicaClock, changes: readonly Change[]): ReplicaClock {
  const lamport = changes.reduce((highest, change) => Math.max(highest, change.lamport), clock.lamport)
  return { ...clock, lamport }
}

/** The people with those whom these changes name. */
export function peopleWith(people: ReadonlySet<string>, changes: readonly Change[]): ReadonlySet<string> {
  const named = changes.flatMap(({ entity, entityId }) => (entity === 'person' ? [entityId] : []))
  return named.length === 0 ? people : new Set([...people, ...named])
}

/** Who may write in a store, and what. */
export interface Writers {
  readonly people: ReadonlySet<string>
  /** The device works for a lead's: see `leadsMatterIn`. */
  readonly areMembers: boolean
  /** What takes no further answer. */
  readonly closings: Closings
}

/** The entities whose changes `prepareWrite` asks for because of a draft: its own, and the household it belongs to. */
export function readFor({ entity, entityId }: ChangeDraft): readonly (readonly [Entity, string])[] {
  const own = [entity, entityId] as const
  const household = isEntityId(entity, entityId) ? householdOf(entity, entityId) : undefined
  return household === undefined || entity === 'household' ? [own] : [own, ['household', household]]
}

/**
 * Numbers the drafts and checks them. Synchronous: between reading heads and giving numbers nothing may come. Refused:
 * `person_unknown`, `change_invalid`, `area_closed` (an answer in an area that is closed: see `closedTo`), and `lead_only` (a package with it would be
 * refused whole, and all later ones with it).
 */
export function prepareWrite(
  drafts: readonly ChangeDraft[],
  clock: ReplicaClock,
  { people, areMembers, closings }: Writers,
  knownChanges: (entity: Entity, entityId: string) => readonly Change[],
): Result<AssignedChanges> {
  const added = drafts.filter((draft) => draft.entity === 'person').map((draft) => draft.entityId)
  const stranger = drafts.find((draft) => !people.has(draft.person) && !added.includes(draft.person))
  if (stranger !== undefined) return refusal('person_unknown', stranger.person)
  for (const draft of areMembers ? drafts : []) {
    const leadsWords = leadsMatterIn(draft)
    if (leadsWords !== null) return refusal('lead_only', draft.person, { leadsWords })
  }
  for (const draft of drafts) {
    const closing = closedTo(draft, closings, (household) => knownChanges('household', household))
    if (closing !== undefined) return refusal('area_closed', null, closingDetails(closing))
  }
  const assigned = assignChanges(drafts, clock, knownChanges)
  const problems = assigned.changes
    .map(validateChange)
    .flatMap((checked) => (checked.ok ? [] : checked.problems))
  return problems.length > 0 ? refusals(problems) : success(assigned)
}
