/** How much sound is recorded and accepted: speech stays clear, and a village's sounds fit a stick. */
export const SOUND = {
  longestSeconds: 30 * 60,
  /** A recording is kept in parts of this length: what a crash can lose of it. */
  partSeconds: 5 * 60,
  bitsPerSecond: 24_000,
  largestFileBytes: 20_000_000,
} as const
