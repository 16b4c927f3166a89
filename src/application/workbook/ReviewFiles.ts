/** What an export writes: the bytes of .xlsx files. */
export interface ReviewFiles {
  readonly review: Uint8Array
  /** The lists of many households, in a workbook of their own; null where the review workbook has them. */
  readonly lists: Uint8Array | null
}

export function filesIn({ review, lists }: ReviewFiles): readonly Uint8Array[] {
  return lists === null ? [review] : [review, lists]
}
