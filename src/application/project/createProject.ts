import { success, type Result } from '../../domain/shared/Result'
import { PROJECT } from '../adoptRoster'
import type { NewProject, ProjectShelf } from '../store/ProjectShelf'
import type { ProjectStore } from '../store/ProjectStore'
import { settingsValues, type ProjectSettings } from './ProjectSettings'

export interface ProjectPlan extends NewProject {
  readonly settings: ProjectSettings
  /** Name of the person at this laptop, the first of the project's list. */
  readonly person: string
  readonly at: string
}

/** Makes a project with its settings and its first person, all in one write after its keys are in place. */
export async function createProject(shelf: ProjectShelf, plan: ProjectPlan): Promise<Result<ProjectStore>> {
  const created = await shelf.create(plan)
  if (!created.ok) return created
  const { person, at } = plan
  const settings = settingsValues(plan.settings).map(([path, value]) => {
    return { entity: 'project', entityId: PROJECT, path, value, person, at } as const
  })
  const written = await created.value.write([
    { entity: 'person', entityId: person, path: 'name', value: person, person, at },
    ...settings,
  ])
  if (written.ok) return success(created.value)
  await created.value.close()
  return written
}
