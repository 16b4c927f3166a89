import type { Change } from '../../domain/changes/Change'
import type { ChangeDraft } from '../../domain/changes/ChangeDraft'
import { foldChanges, type EntityState } from '../../domain/changes/foldChanges'
import { kindsOf } from '../../domain/shared/Evidence'
import { refusals, success, type Result } from '../../domain/shared/Result'
import { checkVillageForm } from '../../domain/villages/checkVillageForm'
import { VILLAGE_FACTS, type VillageFact, type VillageForm } from '../../domain/villages/VillageForm'
import { partsOf, readFact } from '../facts/Fact'
import { PROJECT, PROJECT_FACTS, draftProjectFact } from '../facts/projectFacts'
import type { Author } from '../households/addFoundHousehold'
import type { ProjectStore } from '../store/ProjectStore'

/**
 * Keeps a village's form, one change for each fact that is new, changed or taken back; `village`: see `villageOf`.
 * `sampledPersons` are those interviewed there. Refused, with nothing changed: see `checkVillageForm`.
 */
export async function recordVillageForm(
  store: ProjectStore,
  village: string,
  form: VillageForm,
  sampledPersons: number,
  author: Author,
): Promise<Result<readonly Change[]>> {
  const problems = checkVillageForm(form, sampledPersons)
  if (problems.length > 0) return refusals(problems)
  const before = (await villageFormsOf(store)).get(village) ?? {}
  const drafts = VILLAGE_FACTS.flatMap(({ name }): readonly ChangeDraft[] => {
    const [old, fact] = [before[name], form[name]]
    if (old?.value === fact?.value && old?.evidence === fact?.evidence) return []
    const evidence = fact === undefined ? {} : { evidence: fact.evidence }
    const value = fact?.value ?? null
    return [draftProjectFact(PROJECT_FACTS.ofVillage, [village, name], value, { ...author, ...evidence })]
  })
  return drafts.length === 0 ? success([]) : store.write(drafts)
}

/** The forms of the villages that have one; a fact on which two laptops disagree is left out until it is given again. */
export async function villageFormsOf(store: ProjectStore): Promise<ReadonlyMap<string, VillageForm>> {
  const state = foldChanges(await store.changesOf('project', PROJECT))
  const forms = new Map<string, Record<string, VillageFact>>()
  for (const [path] of state) {
    const [village, name] = partsOf(PROJECT_FACTS.ofVillage, path) ?? []
    const fact = factAt(state, path)
    if (fact === undefined || village === undefined || name === undefined) continue
    const form = forms.get(village) ?? {}
    form[name] = fact
    forms.set(village, form)
  }
  return forms
}

function factAt(state: EntityState, path: string): VillageFact | undefined {
  const said = state.get(path)
  if (said === undefined || said.isConflict || said.evidence === undefined) return undefined
  // A village's form has one kind of evidence; of several the strongest is shown.
  const [evidence] = kindsOf(said.evidence)
  if (evidence === undefined) return undefined
  const value = readFact(PROJECT_FACTS.ofVillage, said) ?? null
  return value === null ? undefined : { value, evidence }
}
