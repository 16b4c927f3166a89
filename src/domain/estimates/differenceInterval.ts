/** A share with its 95 % interval. */
export interface KnownShare {
  readonly value: number
  readonly low: number
  readonly high: number
}

/**
 * The 95 % interval of `one` less `other`, of independent samples: the root of the sum of the variances, each as its own interval
 * shows it on the side in question. Newcombe, Statistics in Medicine 17 (1998), method 10; Zou & Donner, Statistics in Medicine 27 (2008).
 */
export function differenceInterval(one: KnownShare, other: KnownShare): { low: number; high: number } {
  const difference = one.value - other.value
  return {
    low: difference - Math.hypot(one.value - one.low, other.high - other.value),
    high: difference + Math.hypot(one.high - one.value, other.value - other.low),
  }
}
