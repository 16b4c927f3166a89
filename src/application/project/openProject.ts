import { foldChanges } from '../../domain/changes/foldChanges'
import { refusal, success, type Result } from '../../domain/shared/Result'
import { currentRoster, PROJECT } from '../adoptRoster'
import type { AssessmentRules } from '../assess/assessHousehold'
import type { ListedProject } from '../store/ProjectShelf'
import type { ProjectStore } from '../store/ProjectStore'
import { readSettings, type ProjectSettings } from './ProjectSettings'

/** A project as a window works with it. */
export interface OpenProject {
  readonly title: string
  readonly isPractice: boolean
  readonly store: ProjectStore
  readonly settings: ProjectSettings
  readonly rules: AssessmentRules
  /** The person at this laptop. */
  readonly person: string
  readonly rosterHash: string | undefined
}

type RulesOf = (settings: ProjectSettings) => Result<AssessmentRules>

/** Reads what a store says of its project. Refused: `project_damaged`, and standards that cannot be in force. */
export async function openProject(
  store: ProjectStore,
  { title, isPractice }: Pick<ListedProject, 'title' | 'isPractice'>,
  rulesOf: RulesOf,
): Promise<Result<OpenProject>> {
  const judged = await currentRules(store, title, rulesOf)
  if (!judged.ok) return judged
  const people = (await store.changesOfProject()).filter(({ entity }) => entity === 'person')
  const person = people[0]?.entityId ?? ''
  const rosterHash = await currentRoster(store)
  return success({ title, isPractice, store, ...judged.value, person, rosterHash })
}

/** The settings as they are stored now, and the rules that follow from them. */
export async function currentRules(
  store: ProjectStore,
  title: string,
  rulesOf: RulesOf,
): Promise<Result<Pick<OpenProject, 'settings' | 'rules'>>> {
  const settings = readSettings(foldChanges(await store.changesOf('project', PROJECT)))
  if (settings === undefined) return refusal('project_damaged', title)
  const rules = rulesOf(settings)
  return rules.ok ? success({ settings, rules: rules.value }) : rules
}
