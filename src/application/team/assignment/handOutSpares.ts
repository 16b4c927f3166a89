import type { Change } from '../../../domain/changes/Change'
import type { ChangeDraft } from '../../../domain/changes/ChangeDraft'
import { foldChanges } from '../../../domain/changes/foldChanges'
import { success, type Result } from '../../../domain/shared/Result'
import { dealSpares } from '../../../domain/team/dealSpares'
import { PROJECT } from '../../roster/adoptRoster'
import type { Author } from '../../interview/recordAnswers'
import { projectSampleOf } from '../../sampling/projectSample'
import type { ProjectStore } from '../../store/ProjectStore'
import { areHandedOut, assignmentDraft, readAssignees } from './assign'
import { assignments } from './assignments'
import { PROJECT_FACTS, draftProjectFact } from '../../facts/projectFacts'

/**
 * Hands every spare of the sample to one person among those who have places in its stratum, so that two people who do not know of
 * each other never take the same. What was handed out stays where it is; taken spares are left alone. Refused: as
 * `ProjectStore.write`.
 */
export async function handOutSpares(store: ProjectStore, author: Author): Promise<Result<readonly Change[]>> {
  const sample = await projectSampleOf(store)
  if (sample === null) return success([])
  const project = foldChanges(await store.changesOf('project', PROJECT))
  const { households } = readAssignees(project)
  const personOf = new Map<string, string | null>()
  for await (const village of assignments(store))
    for (const { household, person, isContested } of village)
      if (sample.members.has(household)) personOf.set(household, isContested ? null : person)
  const isFirst = !areHandedOut(project)
  // An earlier assignment included the spares of its villages: its owner keeps them.
  const isByVillage = isFirst && (await store.records('segments')).length > 0
  const drafts: ChangeDraft[] = isFirst
    ? [draftProjectFact(PROJECT_FACTS.sparesAssigned, [], true, author)]
    : []
  for (const { drawn, reserves } of sample.log.result.strata) {
    const holderOf = (id: string): string | null =>
      (isByVillage ? personOf.get(id) : households.get(id)?.person) ?? null
    const held = new Map(
      reserves.map((id) => [id, holderOf(id)] as const).filter(([, person]) => person !== null),
    )
    if (isByVillage) for (const [id, person] of held) drafts.push(assignmentDraft(id, person, author))
    const spares = reserves
      .filter((id) => !held.has(id) && !sample.placeOf.has(id))
      .map((id) => ({ id, villagePerson: personOf.get(id) ?? null }))
    const places = countOf(drawn.map((id) => personOf.get(id) ?? null))
    for (const [id, person] of dealSpares(places, countOf([...held.values()]), spares))
      drafts.push(assignmentDraft(id, person, author))
  }
  return drafts.length === 0 ? success([]) : store.write(drafts)
}

function countOf(people: readonly (string | null)[]): ReadonlyMap<string | null, number> {
  const counts = new Map<string | null, number>()
  for (const person of people) counts.set(person, (counts.get(person) ?? 0) + 1)
  return counts
}
