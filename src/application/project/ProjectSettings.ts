import type { EntityState } from '../../domain/changes/foldChanges'
import type { Json } from '../../domain/shared/Json'
import { parseIncomeWindow } from '../../domain/standards/incomeWindow'
import type { StandardsChoice } from '../../domain/standards/resolveStandards'

export type ProjectKind = 'assessment' | 'census'

/** What a project is judged by; written when it is made, and changed only with a reason. */
export interface ProjectSettings extends StandardsChoice {
  readonly kind: ProjectKind
  /** Random text of this project alone: keys of people without a register number are made with it. */
  readonly salt: string
}

const PATHS = {
  kind: 'settings/kind',
  asOf: 'settings/as_of',
  region: 'settings/region',
  incomeWindow: 'settings/income_window',
  salt: 'settings/salt',
}

/** Before a parameter's name: the documented value chosen over its default; null goes back to the default. */
const CHOSEN = 'settings/chosen/'

/** The settings as paths and values of the project's changes. */
export function settingsValues({
  kind,
  asOf,
  region,
  incomeWindow,
  salt,
  chosen = {},
}: ProjectSettings): readonly (readonly [string, Json])[] {
  return [
    [PATHS.kind, kind],
    [PATHS.asOf, asOf],
    [PATHS.region, region],
    [PATHS.salt, salt],
    [PATHS.incomeWindow, incomeWindow === undefined ? null : `${incomeWindow.from}:${incomeWindow.to}`],
    ...Object.entries(chosen).map(([name, value]) => [`${CHOSEN}${name}`, value] as const),
  ]
}

/** The settings of a project; undefined while its making is not complete. */
export function readSettings(state: EntityState): ProjectSettings | undefined {
  const textAt = (path: string): string | undefined => {
    const value = state.get(path)?.heads.at(-1)?.value
    return typeof value === 'string' ? value : undefined
  }
  const asOf = textAt(PATHS.asOf)
  const region = textAt(PATHS.region)
  const salt = textAt(PATHS.salt)
  if (asOf === undefined || region === undefined || salt === undefined) return undefined
  const incomeWindow = parseIncomeWindow(textAt(PATHS.incomeWindow) ?? '')
  const kind = textAt(PATHS.kind) === 'census' ? 'census' : 'assessment'
  const chosen = chosenIn(state)
  return {
    kind,
    asOf,
    region,
    salt,
    ...(incomeWindow !== null && { incomeWindow }),
    ...(Object.keys(chosen).length > 0 && { chosen }),
  }
}

/** The parameter whose choice a path holds; undefined for any other path. */
export function parameterOfPath(path: string): string | undefined {
  return path.startsWith(CHOSEN) ? path.slice(CHOSEN.length) : undefined
}

/** Paths that people may change afterwards, by the settings' names. */
export const CHANGEABLE = {
  kind: PATHS.kind,
  asOf: PATHS.asOf,
  region: PATHS.region,
  incomeWindow: PATHS.incomeWindow,
} as const

function chosenIn(state: EntityState): Readonly<Record<string, number | string>> {
  const found: Record<string, number | string> = {}
  for (const [path, { heads }] of state) {
    const name = parameterOfPath(path)
    const value = heads.at(-1)?.value
    if (name !== undefined && (typeof value === 'number' || typeof value === 'string')) found[name] = value
  }
  return found
}
