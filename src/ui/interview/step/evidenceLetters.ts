import type { EvidenceKind } from '../../../domain/shared/Evidence'
import type { EvidenceKey } from '../commands'

/** The letters under the left hand, and the evidence they stand for. */
export const EVIDENCE_LETTERS: readonly (readonly [EvidenceKey, EvidenceKind])[] = [
  ['Q', 'respondent'],
  ['W', 'other'],
  ['E', 'observed'],
  ['R', 'document'],
]
