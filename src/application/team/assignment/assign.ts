import type { Change } from '../../../domain/changes/Change'
import type { ChangeDraft } from '../../../domain/changes/ChangeDraft'
import type { EntityState } from '../../../domain/changes/foldChanges'
import { success, type Result } from '../../../domain/shared/Result'
import { partsOf, pathOf, readFact } from '../../facts/Fact'
import { PROJECT_FACTS, draftProjectFact } from '../../facts/projectFacts'
import type { Author } from '../../interview/recordAnswers'
import type { ProjectStore } from '../../store/ProjectStore'

const { villageAssigned, householdAssigned } = PROJECT_FACTS

/** `village` as `villageOf` names it. */
export function villagePath(village: string): string {
  return pathOf(villageAssigned, village)
}

export function householdPath(household: string): string {
  return pathOf(householdAssigned, household)
}

/** Whole villages (`villageOf`) and single households with the people they go to; null: nobody's, or the village's again. */
export interface Assignment {
  readonly villages: ReadonlyMap<string, string | null>
  readonly households: ReadonlyMap<string, string | null>
}

/**
 * Assigns villages and households, all in one write: what is assigned together is assigned whole or not at all. Each is a change
 * of the project and travels to all: whoever has the rest of a village must know that a household of it is not theirs.
 */
export async function assign(
  store: ProjectStore,
  { villages, households }: Assignment,
  author: Author & { readonly reason?: string },
): Promise<Result<readonly Change[]>> {
  const drafts = [
    ...[...villages].map(([village, person]) => draftProjectFact(villageAssigned, [village], person, author)),
    ...[...households].map(([household, person]) => assignmentDraft(household, person, author)),
  ]
  return drafts.length === 0 ? success([]) : store.write(drafts)
}

/** Assigns whole villages to a person of the roll. */
export function assignVillages(
  store: ProjectStore,
  villages: readonly string[],
  person: string,
  author: Author,
): Promise<Result<readonly Change[]>> {
  const own = new Map(villages.map((village) => [village, person]))
  return assign(store, { villages: own, households: new Map() }, author)
}

/** Assigns single households to a person, or hands them over; null gives them back to their villages' people. */
export function assignHouseholds(
  store: ProjectStore,
  households: readonly string[],
  person: string | null,
  author: Author & { readonly reason?: string },
): Promise<Result<readonly Change[]>> {
  const own = new Map(households.map((household) => [household, person]))
  return assign(store, { villages: new Map(), households: own }, author)
}

/** What assigns a single household. */
export function assignmentDraft(
  household: string,
  person: string | null,
  author: Author & { readonly reason?: string },
): ChangeDraft {
  return draftProjectFact(householdAssigned, [household], person, author)
}

/** Everybody a single household was ever assigned to by itself. */
export function everAssigned(project: EntityState, household: string): readonly string[] {
  const said = project.get(householdPath(household))?.history ?? []
  return said.flatMap((each) => readFact(householdAssigned, each) ?? [])
}

/** Whom a village or a household is assigned to. */
export interface Assignee {
  /** Of several that do not know of each other, the latest by Lamport counter; null: the village's. */
  readonly person: string | null
  /** Two laptops of the lead's assigned it to different people: shown, until one of them decides. */
  readonly isContested: boolean
}

export interface Assignees {
  /** By `villageOf`. */
  readonly villages: ReadonlyMap<string, Assignee>
  readonly households: ReadonlyMap<string, Assignee>
  /** Spares are each one person's by their own assignment; before, they go with their villages. */
  readonly areSparesHandedOut: boolean
}

/** Whose a household is: its own assignment before its village's (`villageOf`). */
export function assigneeOf(
  { villages, households }: Pick<Assignees, 'villages' | 'households'>,
  household: string,
  village: string,
): Assignee {
  const own = households.get(household)
  const hasOwn = own !== undefined && (own.person !== null || own.isContested)
  return (hasOwn ? own : villages.get(village)) ?? { person: null, isContested: false }
}

/** Whether spares are handed out, each to one person, by its own assignment. Assignments made before spares were handed out have none of them. */
export function areHandedOut(project: EntityState): boolean {
  const { sparesAssigned } = PROJECT_FACTS
  return (
    project.get(sparesAssigned.path)?.heads.some((each) => readFact(sparesAssigned, each) === true) ?? false
  )
}

export function readAssignees(project: EntityState): Assignees {
  const villages = new Map<string, Assignee>()
  const households = new Map<string, Assignee>()
  for (const [path, { heads, isConflict }] of project) {
    for (const [fact, assignees] of [
      [villageAssigned, villages],
      [householdAssigned, households],
    ] as const) {
      const [name] = partsOf(fact, path) ?? []
      const person = readFact(fact, heads.at(-1)) ?? null
      if (name !== undefined) assignees.set(name, { person, isContested: isConflict })
    }
  }
  return { villages, households, areSparesHandedOut: areHandedOut(project) }
}
