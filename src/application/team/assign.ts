import type { Change } from '../../domain/changes/Change'
import type { ChangeDraft } from '../../domain/changes/ChangeDraft'
import { pathPart, textOfPathPart } from '../../domain/fieldwork/readFieldwork'
import type { EntityState } from '../../domain/changes/foldChanges'
import { success, type Result } from '../../domain/shared/Result'
import { ASSIGNED } from '../../domain/team/Roll'
import type { Author } from '../interview/recordAnswers'
import type { ProjectStore } from '../store/ProjectStore'
import { projectDraft } from './keepRoll'

/** Path of a household's own assignment, which stands before its village's. */
export const ASSIGNED_TO = 'assigned'

/** Assigns whole villages (`villageOf`) to a person of the roll. */
export function assignVillages(
  store: ProjectStore,
  villages: readonly string[],
  person: string,
  author: Author,
): Promise<Result<readonly Change[]>> {
  return writeSome(
    store,
    villages.map((village) => projectDraft(ASSIGNED + pathPart(village), person, author)),
  )
}

/** Assigns single households, or hands them over; null gives one back to its village's person. */
export function assignHouseholds(
  store: ProjectStore,
  households: readonly string[],
  person: string | null,
  author: Author,
  reason?: string,
): Promise<Result<readonly Change[]>> {
  const drafts = households.map((entityId): ChangeDraft => {
    const draft = { entity: 'household', entityId, path: ASSIGNED_TO, value: person, ...author } as const
    return reason === undefined ? draft : { ...draft, reason }
  })
  return writeSome(store, drafts)
}

/** Whom each village is assigned to, by `villageOf`; a contested one to the latest by Lamport counter. */
export function villagePeople(project: EntityState): ReadonlyMap<string, string> {
  const people = new Map<string, string>()
  for (const [path, { heads }] of project) {
    const person = heads.at(-1)?.value
    if (path.startsWith(ASSIGNED) && typeof person === 'string')
      people.set(textOfPathPart(path.slice(ASSIGNED.length)), person)
  }
  return people
}

async function writeSome(
  store: ProjectStore,
  drafts: readonly ChangeDraft[],
): Promise<Result<readonly Change[]>> {
  return drafts.length === 0 ? success([]) : store.write(drafts)
}
