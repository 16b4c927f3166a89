import { success, type Result } from '../../domain/shared/Result'
import { draftPersonFact } from '../facts/personFacts'
import type { NewProject, ProjectShelf } from '../store/ProjectShelf'
import type { ProjectStore } from '../store/ProjectStore'
import { settingsDrafts, type ProjectSettings } from './ProjectSettings'

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
  const author = { person, at }
  const written = await created.value.write([
    draftPersonFact(person, author),
    ...settingsDrafts(plan.settings, author),
  ])
  if (written.ok) return success(created.value)
  await created.value.close()
  return written
}
