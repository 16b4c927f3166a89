import type { AssessmentRules } from '../../application/assess/assessHousehold'
import { programmeOf } from '../../application/programmes/programmeOf'
import type { ProjectSettings } from '../../application/project/ProjectSettings'
import { success, type Result } from '../../domain/shared/Result'
import { resolveStandards } from '../../domain/standards/resolveStandards'
import { formsWith } from './instruments'
import { STANDARDS } from './standards'

/** The rules that a project is assessed by: the same in the window and in every worker. */
export function rulesOf(settings: ProjectSettings): Result<AssessmentRules> {
  const standards = resolveStandards(STANDARDS, settings)
  if (!standards.ok) return standards
  const forms = formsWith(settings.additional, settings.kind)
  if (!forms.ok) return forms
  const programme = programmeOf(settings.kind)
  return success({ standards: standards.value, programme, ...forms.value })
}
