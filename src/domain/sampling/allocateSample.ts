/** What a stratum brings to the allocation. */
export interface AllocationShare {
  /** Households there: as many as can be drawn. */
  readonly households: number
  /** What its part of the sample is in proportion to. */
  readonly share: number
}

/**
 * Divides a sample in proportion to the shares, at least one household of each stratum and at most all of them, rounded by
 * largest remainder (of equal ones, the earlier stratum first). `size` lies between the number of strata and of households.
 */
export function allocateSample(strata: readonly AllocationShare[], size: number): readonly number[] {
  const quotas = strata.map(quotaBy(factorFor(strata, size)))
  const counts = quotas.map(Math.floor)
  const byRemainder = quotas
    .map((quota, index) => ({ index, remainder: quota - Math.floor(quota) }))
    .sort((left, right) => right.remainder - left.remainder || left.index - right.index)
  let missing = size - counts.reduce((sum, count) => sum + count, 0)
  for (const { index } of byRemainder) {
    if (missing <= 0) break
    if ((counts[index] ?? 0) >= (strata[index]?.households ?? 0)) continue
    counts[index] = (counts[index] ?? 0) + 1
    missing--
  }
  return counts
}

const quotaBy =
  (factor: number) =>
  ({ share, households }: AllocationShare): number =>
    Math.min(Math.max(share * factor, 1), households)

/** Halvings until a factor is as exact as a number can be. */
const HALVINGS = 100

/** The factor at which the bounded quotas add up to the size. */
function factorFor(strata: readonly AllocationShare[], size: number): number {
  const sumAt = (factor: number): number => strata.map(quotaBy(factor)).reduce((sum, quota) => sum + quota, 0)
  let [low, high] = [0, Math.max(...strata.map(({ share, households }) => households / share))]
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (low + high) / 2
    if (sumAt(middle) < size) low = middle
    else high = middle
  }
  return high
}
