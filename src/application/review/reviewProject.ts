import type { Fieldwork } from '../../domain/fieldwork/Fieldwork'
import type { Problem } from '../../domain/shared/Problem'
import { refusal, success, type Result } from '../../domain/shared/Result'
import type { AssessmentRules, HouseholdAssessment } from '../assess/assessHousehold'
import { assessProject } from '../assess/assessProject'
import { uncountedConfirmations } from '../determination/uncountedConfirmations'
import { fieldworkOf } from '../households/fieldworkOf'
import { currentRules, type RulesOf } from '../project/openProject'
import type { ProjectSettings } from '../project/ProjectSettings'
import type { ProjectStore } from '../store/ProjectStore'
import type { Language } from '../texts/Texts'
import { reviewAssessed, type ProjectReview } from './reviewAssessed'
import { reviewInputsOf } from './ReviewInputs'

/** The review of a project as it is stored, by its own settings. */
export interface StoredReview extends ProjectReview {
  readonly settings: ProjectSettings
  readonly rules: AssessmentRules
  readonly fieldwork: Fieldwork
}

/**
 * Reviews a project; its problems begin with those of its list, and end with confirmations that do not count. Refused: what
 * `currentRules` refuses, `folder_without_roster`; `title` names the project.
 */
export async function reviewProject(
  store: ProjectStore,
  title: string,
  rulesOf: RulesOf,
  language: Language,
): Promise<Result<StoredReview>> {
  const current = await currentRules(store, title, rulesOf)
  if (!current.ok) return current
  const { rules, settings } = current.value
  const assessments: HouseholdAssessment[] = []
  for await (const each of assessProject(store, rules)) assessments.push(each)
  if (assessments.length === 0) return refusal('folder_without_roster', title)
  const inputs = await reviewInputsOf(store)
  const reviewed = await reviewAssessed(store, assessments, inputs, rules, language)
  const uncounted = uncountedConfirmations(reviewed.determinations)
  return success({
    ...reviewed,
    settings,
    rules,
    fieldwork: await fieldworkOf(store),
    problems: [...inputs.rosterProblems, ...reviewed.problems, ...uncounted],
  })
}

/** A warning of households that are judged otherwise, or not at all, by an answers file alone: the list lacks what was found in the field. */
export function fieldworkLeftOut({ found, moves }: Fieldwork, answersFile: string): readonly Problem[] {
  const households = new Set([
    ...found.map(({ household }) => household.id),
    ...moves.flatMap(({ from, to }) => (to === null ? [from] : [from, to])),
  ])
  if (households.size === 0) return []
  const place = { file: answersFile }
  const details = { households: [...households].join(', ') }
  const value = String(households.size)
  return [{ code: 'export_fieldwork_left_out', severity: 'warning', place, value, details }]
}
