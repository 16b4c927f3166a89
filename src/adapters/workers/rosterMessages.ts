import type { ImportProgress, ImportRosterRequest } from '../../application/roster/importRoster'
import type { RosterPreview, VillageText } from '../../application/roster/rosterPreview'
import type { Problem } from '../../domain/shared/Problem'

/** What the window asks for; files are handed over unread, so that nothing large goes from thread to thread. */
export interface RosterWorkerRequest extends Omit<ImportRosterRequest, 'files'> {
  readonly files: readonly File[]
}

/** What the worker tells the window, in portions small enough that taking one never holds the window up. */
export type FromRosterWorker =
  | { readonly kind: 'progress'; readonly progress: ImportProgress }
  | { readonly kind: 'villages'; readonly villages: readonly VillageText[] }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  | { readonly kind: 'done'; readonly rest: Omit<RosterPreview, 'villages' | 'problems'> }
