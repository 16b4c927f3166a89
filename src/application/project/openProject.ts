import { byAge, foldChanges } from '../../domain/changes/foldChanges'
import { refusal, success, type Result } from '../../domain/shared/Result'
import { deviceOf, leadOf } from '../team/roll/deviceOf'
import { rollOf } from '../team/roll/keepRoll'
import { currentRoster } from '../roster/adoptRoster'
import { readFact } from '../facts/Fact'
import { PROJECT, PROJECT_FACTS } from '../facts/projectFacts'
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

/** Resolves the rules that settings lead to. */
export type RulesOf = (settings: ProjectSettings) => Result<AssessmentRules>

/** Reads a store's project. Refused: `project_damaged`, `project_awaits_assignment`
 * (joined, and nothing of the lead's has come yet), `project_kind_unknown`, and standards that cannot be in force. */
export async function openProject(
  store: ProjectStore,
  { title, isPractice }: Pick<ListedProject, 'title' | 'isPractice'>,
  rulesOf: RulesOf,
): Promise<Result<OpenProject>> {
  const judged = await currentRules(store, title, rulesOf)
  if (!judged.ok) return judged
  const person = await personHere(store)
  const rosterHash = await currentRoster(store)
  return success({ title, isPractice, store, ...judged.value, person, rosterHash })
}

/** The settings as they are stored now, and the rules that follow from them. */
export async function currentRules(
  store: ProjectStore,
  title: string,
  rulesOf: RulesOf,
): Promise<Result<Pick<OpenProject, 'settings' | 'rules'>>> {
  const project = foldChanges(await store.changesOf('project', PROJECT))
  const settings = readSettings(project)
  if (settings === undefined) {
    const isJoined = (await leadOf(store)) !== undefined
    return refusal(isJoined ? 'project_awaits_assignment' : 'project_damaged', title)
  }
  // A newer app's: it must not be read as something that it is not.
  const kind = project.get(PROJECT_FACTS.kind.path)?.heads.at(-1)
  if (kind !== undefined && readFact(PROJECT_FACTS.kind, kind) === undefined)
    return refusal('project_kind_unknown', String(kind.value))
  const rules = rulesOf(settings)
  return rules.ok ? success({ settings, rules: rules.value }) : rules
}

/** Who works at this device by the roll; before there is one, whoever made the project. */
async function personHere(store: ProjectStore): Promise<string> {
  const own = await deviceOf(store)
  const [name] = (own && (await rollOf(store)).get(own.device)?.names) ?? []
  if (name !== undefined) return name
  const people = (await store.changesOfProject()).filter(({ entity }) => entity === 'person')
  return people.toSorted(byAge)[0]?.entityId ?? ''
}
