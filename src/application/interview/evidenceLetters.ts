import type { EvidenceKind } from '../../domain/shared/Evidence'

/** The letters under the left hand, and the evidence they stand for; the same on paper. */
export const EVIDENCE_LETTERS = [
  ['Q', 'respondent'],
  ['W', 'other'],
  ['E', 'observed'],
  ['R', 'document'],
] as const satisfies readonly (readonly [string, EvidenceKind])[]
