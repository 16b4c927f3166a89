import type { Evidence } from '../shared/Evidence'
import type { Json } from '../shared/Json'
import type { ChangeId, Entity } from './Change'

/**
 * A change before the store has numbered it. Within one write, `elementOfDraft(n)` as a part of a path stands for the
 * id that the n-th draft will get, so that a ledger line can be made and filled in one go.
 */
export interface ChangeDraft {
  readonly entity: Entity
  readonly entityId: string
  readonly path: string
  readonly value: Json
  /** The value's field that is the id of another draft of this write, and the index of that draft. */
  readonly idIn?: { readonly field: string; readonly draft: number }
  /** The heads the writer saw; left out, the heads at the moment of writing. */
  readonly replaces?: readonly ChangeId[]
  readonly evidence?: Evidence
  readonly person: string
  readonly at: string
  readonly reason?: string
}

/** The path part that stands for the id of the draft at this index (from 0) of the same write. */
export function elementOfDraft(index: number): string {
  return `@${index}`
}

/** Index of the draft that a path part stands for; undefined for any other part. */
export function draftOfElement(part: string): number | undefined {
  return /^@\d+$/.test(part) ? Number(part.slice(1)) : undefined
}
