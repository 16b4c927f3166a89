import type { ChangeDraft } from '../../domain/changes/ChangeDraft'
import { refusal, success, type Result } from '../../domain/shared/Result'
import { PROJECT } from '../facts/projectFacts'
import { settingsValues, type ProjectSettings } from './ProjectSettings'

export interface SettingsAuthor {
  readonly person: string
  readonly at: string
  /** Why, in the person's own words: kept with every change. */
  readonly reason: string
}

/** A project's settings as the page lets people change them: its salt stays for good. */
export type WantedSettings = Omit<ProjectSettings, 'salt'>

/**
 * The changes that turn a project's settings into those wanted, each with the reason. Refused: `settings_same`,
 * `settings_reason_missing`, and whatever `check` returns for standards that cannot be in force.
 */
export function changeSettings(
  current: ProjectSettings,
  wanted: WantedSettings,
  author: SettingsAuthor,
  check: (settings: ProjectSettings) => Result<unknown>,
): Result<readonly ChangeDraft[]> {
  const checked = check({ ...wanted, salt: current.salt })
  if (!checked.ok) return checked
  const before = new Map(settingsValues(current))
  const after = new Map(settingsValues({ ...wanted, salt: current.salt }))
  const paths = [...new Set([...before.keys(), ...after.keys()])]
  const differing = paths.filter((path) => (before.get(path) ?? null) !== (after.get(path) ?? null))
  if (differing.length === 0) return refusal('settings_same')
  const reason = author.reason.trim()
  if (reason === '') return refusal('settings_reason_missing')
  const { person, at } = author
  return success(
    differing.map((path) => ({
      entity: 'project',
      entityId: PROJECT,
      path,
      value: after.get(path) ?? null,
      person,
      at,
      reason,
    })),
  )
}
