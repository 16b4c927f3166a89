import type { Change } from '../../domain/changes/Change'
import { byAge, foldChanges } from '../../domain/changes/foldChanges'
import { PROJECT } from '../roster/adoptRoster'
import { CHANGEABLE, parameterOfPath } from './ProjectSettings'

export type SettingName = keyof typeof CHANGEABLE

/** One change of a project's settings with what it took the place of. */
export interface SettingsEntry {
  readonly change: Change
  /** Undefined for the value that the project was made with. */
  readonly old: Change | undefined
  readonly about:
    | { readonly kind: 'setting'; readonly name: SettingName }
    | { readonly kind: 'standard'; readonly parameter: string }
}

/** Every change of a project's settings since it was made, newest first. */
export function settingsHistory(changesOfProject: readonly Change[]): readonly SettingsEntry[] {
  const own = changesOfProject.filter(({ entity, entityId }) => entity === 'project' && entityId === PROJECT)
  const entries: SettingsEntry[] = []
  for (const [path, { history }] of foldChanges(own)) {
    const about = aboutOf(path)
    if (about === undefined) continue
    const byId = new Map(history.map((change) => [change.id, change]))
    for (const change of history) {
      const old = change.replaces.map((id) => byId.get(id)).find((each) => each !== undefined)
      if (old !== undefined || about.kind === 'standard') entries.push({ change, old, about })
    }
  }
  return entries.sort((left, right) => byAge(right.change, left.change))
}

function aboutOf(path: string): SettingsEntry['about'] | undefined {
  const parameter = parameterOfPath(path)
  if (parameter !== undefined) return { kind: 'standard', parameter }
  const names = Object.keys(CHANGEABLE) as readonly SettingName[]
  const name = names.find((each) => CHANGEABLE[each] === path)
  return name === undefined ? undefined : { kind: 'setting', name }
}
