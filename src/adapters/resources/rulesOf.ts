import type { AssessmentRules } from '../../application/assess/assessHousehold'
import type { ProjectSettings } from '../../application/project/ProjectSettings'
import { success, type Result } from '../../domain/shared/Result'
import { resolveStandards } from '../../domain/standards/resolveStandards'
import { KNOWN_FORMS } from './instruments'
import { STANDARDS } from './standards'

const { instrumentOf, currentInstrument } = KNOWN_FORMS

/** What a project is judged by: in the window and in every worker the same. */
export function rulesOf(settings: ProjectSettings): Result<AssessmentRules> {
  const standards = resolveStandards(STANDARDS, settings)
  return standards.ok ? success({ standards: standards.value, instrumentOf, currentInstrument }) : standards
}
