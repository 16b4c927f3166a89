import type { Change } from '../../domain/changes/Change'
import type { EntityState } from '../../domain/changes/foldChanges'
import type { ChangeDraft } from '../../domain/changes/ChangeDraft'
import type { AdditionalForm } from '../../domain/instrument/AdditionalForm'
import type { Json } from '../../domain/shared/Json'
import { parseIncomeWindow } from '../../domain/standards/incomeWindow'
import type { StandardsChoice } from '../../domain/standards/resolveStandards'
import { partsOf, readFact, draftFact, type Fact } from '../facts/Fact'
import { PROJECT, PROJECT_FACTS } from '../facts/projectFacts'

export type ProjectKind = 'assessment' | 'census'

/** What a project is judged by; written when it is made, and changed only with a reason. */
export interface ProjectSettings extends StandardsChoice {
  readonly kind: ProjectKind
  /** Random text of this project alone: keys of people without a register number are made with it. */
  readonly salt: string
  /** Groups of questions besides the standard form; left out where there never were any. */
  readonly additional?: AdditionalSetting
}

export interface AdditionalSetting {
  /** Of interviews that begin now; null where there are none any more. */
  readonly current: AdditionalForm | null
  /** All that the project ever had: an interview keeps those it began with. */
  readonly known: readonly AdditionalForm[]
}

/** The settings as paths and values of the project's changes. */
export function settingsValues({
  kind,
  asOf,
  region,
  incomeWindow,
  salt,
  chosen = {},
}: ProjectSettings): readonly (readonly [string, Json])[] {
  const window = incomeWindow === undefined ? null : `${incomeWindow.from}:${incomeWindow.to}`
  const said = [
    draftFact(PROJECT_FACTS.kind, [], kind),
    draftFact(PROJECT_FACTS.asOf, [], asOf),
    draftFact(PROJECT_FACTS.region, [], region),
    draftFact(PROJECT_FACTS.salt, [], salt),
    draftFact(PROJECT_FACTS.incomeWindow, [], window),
    // The documented value chosen over a parameter's default; null goes back to the default.
    ...Object.entries(chosen).map(([name, value]) => draftFact(PROJECT_FACTS.chosen, [name], value)),
  ]
  return said.map(({ path, value }) => [path, value])
}

/** The changes that hold them. */
export function settingsDrafts(
  settings: ProjectSettings,
  author: Pick<ChangeDraft, 'person' | 'at'>,
): readonly ChangeDraft[] {
  const project = { entity: 'project', entityId: PROJECT } as const
  return settingsValues(settings).map(([path, value]) => ({ ...project, path, value, ...author }))
}

/** The settings of a project; undefined while its making is not complete. */
export function readSettings(state: EntityState): ProjectSettings | undefined {
  const read = <Value>(fact: Fact<Value>) => readFact(fact, state.get(fact.path)?.heads.at(-1))
  const asOf = read(PROJECT_FACTS.asOf)
  const region = read(PROJECT_FACTS.region)
  const salt = read(PROJECT_FACTS.salt)
  if (asOf === undefined || region === undefined || salt === undefined) return undefined
  const incomeWindow = parseIncomeWindow(read(PROJECT_FACTS.incomeWindow) ?? '')
  const kind = read(PROJECT_FACTS.kind) ?? 'assessment'
  const chosen = chosenIn(state)
  return {
    kind,
    asOf,
    region,
    salt,
    ...(incomeWindow !== null && { incomeWindow }),
    ...(Object.keys(chosen).length > 0 && { chosen }),
    ...additionalIn(state),
  }
}

/** The parameter whose choice a path holds; undefined for any other path. */
export function parameterOfPath(path: string): string | undefined {
  return partsOf(PROJECT_FACTS.chosen, path)?.[0]
}

/** Paths that people may change afterwards, by the settings' names. */
export const CHANGEABLE = {
  kind: PROJECT_FACTS.kind.path,
  asOf: PROJECT_FACTS.asOf.path,
  region: PROJECT_FACTS.region.path,
  incomeWindow: PROJECT_FACTS.incomeWindow.path,
} as const

function additionalIn(state: EntityState): Pick<ProjectSettings, 'additional'> {
  const said = state.get(PROJECT_FACTS.additional.path)
  if (said === undefined) return {}
  const formIn = (change: Change | undefined) => readFact(PROJECT_FACTS.additional, change) ?? null
  const known = said.history.flatMap((change) => formIn(change) ?? [])
  const byId = new Map(known.map((form) => [form.id, form]))
  return { additional: { current: formIn(said.heads.at(-1)), known: [...byId.values()] } }
}

function chosenIn(state: EntityState): Readonly<Record<string, number | string>> {
  const found: Record<string, number | string> = {}
  for (const [path, { heads }] of state) {
    const name = parameterOfPath(path)
    const value = readFact(PROJECT_FACTS.chosen, heads.at(-1)) ?? null
    if (name !== undefined && value !== null) found[name] = value
  }
  return found
}
