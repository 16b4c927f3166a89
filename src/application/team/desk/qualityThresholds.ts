import type { Change } from '../../../domain/changes/Change'
import { byAge, foldChanges } from '../../../domain/changes/foldChanges'
import {
  QUALITY_CHECKS,
  type QualityCheck,
  type QualityThresholds,
} from '../../../domain/quality/QualityLine'
import { refusal, type Result } from '../../../domain/shared/Result'
import { pathOf, readFact } from '../../facts/Fact'
import { PROJECT, PROJECT_FACTS, draftProjectFact } from '../../facts/projectFacts'
import type { Author } from '../../interview/recordAnswers'
import type { ProjectStore } from '../../store/ProjectStore'

/**
 * Another threshold for a check, in the check's unit, with the reason. Refused: `quality_threshold_bad` (no number above 0),
 * `reason_missing`.
 */
export async function setThreshold(
  store: ProjectStore,
  check: QualityCheck,
  threshold: number,
  author: Author & { readonly reason: string },
): Promise<Result<readonly Change[]>> {
  if (!Number.isFinite(threshold) || threshold <= 0) return refusal('quality_threshold_bad')
  const reason = author.reason.trim()
  if (reason === '') return refusal('reason_missing')
  return store.write([draftProjectFact(PROJECT_FACTS.threshold, [check], threshold, { ...author, reason })])
}

/** The thresholds in force, `shipped` where the lead chose none, and every change of them. */
export interface ThresholdsInForce {
  readonly thresholds: QualityThresholds
  /** Newest first; `value` is the threshold. */
  readonly changes: readonly (Change & { readonly check: QualityCheck })[]
}

/** Of thresholds chosen independently the latest is in force. */
export async function thresholdsOf(
  store: ProjectStore,
  shipped: QualityThresholds,
): Promise<ThresholdsInForce> {
  const state = foldChanges(await store.changesOf('project', PROJECT))
  const thresholds = { ...shipped }
  const changes: ThresholdsInForce['changes'][number][] = []
  for (const check of QUALITY_CHECKS) {
    const said = state.get(pathOf(PROJECT_FACTS.threshold, check))
    thresholds[check] = readFact(PROJECT_FACTS.threshold, said?.heads.at(-1)) ?? shipped[check]
    changes.push(...(said?.history ?? []).map((change) => ({ ...change, check })))
  }
  return { thresholds, changes: changes.sort((left, right) => byAge(right, left)) }
}
