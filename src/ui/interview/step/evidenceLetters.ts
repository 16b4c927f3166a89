import type { EvidenceKind } from '../../../domain/shared/Evidence'

/** The letters under the left hand, and the evidence they stand for. */
export const EVIDENCE_LETTERS: readonly (readonly ['Q' | 'W' | 'E' | 'R', EvidenceKind])[] = [
  ['Q', 'respondent'],
  ['W', 'other'],
  ['E', 'observed'],
  ['R', 'document'],
]
