import type { KnownHousehold, QualityWork } from '../../application/team/desk/qualityDesk'
import type { QualityLine, QualityThresholds } from '../../domain/quality/QualityLine'

/** Messages to the worker: households, part by part, and what to search for among them. */
export type ToQualityWorker =
  | { readonly kind: 'work'; readonly work: QualityWork }
  | { readonly kind: 'find'; readonly question: number; readonly thresholds: QualityThresholds }

/** Messages from the worker: what it read of every part, and what it found. */
export type FromQualityWorker =
  { readonly kind: 'read'; readonly read: readonly KnownHousehold[] } | FoundLines

/** Some of what was found; thousands of lines at one go would hold up the window. */
export interface FoundLines {
  readonly kind: 'found'
  /** What was asked. */
  readonly question: number
  readonly lines: readonly QualityLine[]
  readonly isLast: boolean
}
