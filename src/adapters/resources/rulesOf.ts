import type { AssessmentRules } from '../../application/assess/assessHousehold'
import type { ProjectSettings } from '../../application/project/ProjectSettings'
import type { Instrument } from '../../domain/instrument/loadInstrument'
import { success, type Result } from '../../domain/shared/Result'
import { resolveStandards } from '../../domain/standards/resolveStandards'
import { CURRENT_INSTRUMENT, instrumentOf } from './instruments'
import { STANDARDS } from './standards'

const currentInstrument = instrumentOf(CURRENT_INSTRUMENT) as Instrument

/** What a project is judged by: in the window and in every worker the same. */
export function rulesOf(settings: ProjectSettings): Result<AssessmentRules> {
  const standards = resolveStandards(STANDARDS, settings)
  return standards.ok ? success({ standards: standards.value, instrumentOf, currentInstrument }) : standards
}
