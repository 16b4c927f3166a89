/** A sheet as it was written: what was changed by hand since is found by comparing with it. */
export interface SheetSnapshot {
  readonly name: string
  /** Header first. Texts, numbers (days as serial numbers), null for empty; `{ f }`: a formula, with its value then. */
  readonly rows: readonly (readonly SnapshotCell[])[]
}

export type SnapshotCell = string | number | null | { readonly f: string | number | null }
