import type { ImportProgress, ImportRosterRequest } from '../../application/roster/importRoster'
import type { RosterPreview, VillageText } from '../../application/roster/rosterPreview'
import type { Problem } from '../../domain/shared/Problem'

/** The window's request; files are passed unread, so that nothing large is sent between threads. */
export interface RosterWorkerRequest extends Omit<ImportRosterRequest, 'files'> {
  readonly files: readonly File[]
}

/** Messages from the worker, in portions small enough that receiving one never blocks the window. */
export type FromRosterWorker =
  | { readonly kind: 'progress'; readonly progress: ImportProgress }
  | { readonly kind: 'villages'; readonly villages: readonly VillageText[] }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  | { readonly kind: 'done'; readonly rest: Omit<RosterPreview, 'villages' | 'problems'> }
