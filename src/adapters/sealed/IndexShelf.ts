import type { SealedIndex } from './SealedIndex'

/** The working indexes kept on this device, one for each project. */
export interface IndexShelf {
  /** Headers as JSON text, readable without a key. */
  headers(): Promise<readonly string[]>
  open(projectId: string): Promise<IndexOpening>
  /** Makes an index that does not exist yet. */
  create(projectId: string): Promise<IndexOpening>
}

export type IndexOpening =
  | { readonly kind: 'open'; readonly index: SealedIndex }
  | { readonly kind: 'missing' }
  /** Written by a newer version of the app; not touched. */
  | { readonly kind: 'newer' }
  /** Another window has it open. */
  | { readonly kind: 'locked' }
