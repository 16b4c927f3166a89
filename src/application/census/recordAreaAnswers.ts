import type { Change } from '../../domain/changes/Change'
import { openQuestions, type AreaAnswers, type AreaForm } from '../../domain/programmes/census/AreaForm'
import { areaName } from '../../domain/programmes/census/areaNames'
import { checkAreaAnswers } from '../../domain/programmes/census/checkAreaAnswers'
import type { EvidenceKind } from '../../domain/shared/Evidence'
import { refusal, refusals, success, type Result } from '../../domain/shared/Result'
import { PROJECT, PROJECT_FACTS, draftProjectFact } from '../facts/projectFacts'
import type { Author } from '../interview/recordAnswers'
import type { ProjectStore } from '../store/ProjectStore'
import { NO_ANSWERS_OF_AREA, readAreaRecords } from './areaAnswers'

export interface AreaEntry {
  /** A village's, or `COUNTY_AREA`. */
  readonly area: string
  readonly form: AreaForm
  /** Those that are given now; the others stay. */
  readonly answers: AreaAnswers
  readonly evidence: EvidenceKind
}

/**
 * Keeps answers of an area's form, a change for each that is new. Once every question had an answer, a correction needs a
 * reason. Refused, with nothing changed: as `checkAreaAnswers`, `area_reason_missing`, `area_closed`.
 */
export async function recordAreaAnswers(
  store: ProjectStore,
  { area, form, answers, evidence }: AreaEntry,
  author: Author,
): Promise<Result<readonly Change[]>> {
  const records = readAreaRecords(await store.changesOf('project', PROJECT))
  const before = records.get(area) ?? NO_ANSWERS_OF_AREA
  const problems = checkAreaAnswers(form, { ...before.answers, ...answers }, areaName(area))
  if (problems.length > 0) return refusals(problems)
  const news = Object.entries(answers).filter(
    ([name, value]) => before.contested.has(name) || value !== (before.answers[name] ?? null),
  )
  if (news.length === 0) return success([])
  const reason = author.reason?.trim() ?? ''
  const isFilled = openQuestions(form, before.answers).length === 0
  if (isFilled && reason === '') return refusal('area_reason_missing')
  const { person, at } = author
  const said = { person, at, evidence, ...(isFilled && { reason }) }
  return store.write(
    news.map(([name, value]) => draftProjectFact(PROJECT_FACTS.ofArea, [area, name], value, said)),
  )
}
