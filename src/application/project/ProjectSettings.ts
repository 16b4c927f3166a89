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

/** The settings as paths and values of the project's changes. */
export function settingsValues({
  kind,
  asOf,
  region,
  incomeWindow,
  salt,
}: ProjectSettings): readonly (readonly [string, Json])[] {
  return [
    [PATHS.kind, kind],
    [PATHS.asOf, asOf],
    [PATHS.region, region],
    [PATHS.salt, salt],
    [PATHS.salt, salt],
    [PATHS.incomeWindow, incomeWindow === undefined ? null : `${incomeWindow.from}:${incomeWindow.to}`],
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
  return { kind, asOf, region, salt, ...(incomeWindow !== null && { incomeWindow }) }
}
