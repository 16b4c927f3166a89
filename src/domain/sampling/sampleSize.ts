import type { WantedSize } from './SamplingPlan'

/** The 97.5 % quantile of the normal distribution. */
const Z = 1.959964

/**
 * The number of households for a wanted size, out of so many. By margin: n0 = deff z² p(1-p)/e², and with the finite population
 * correction n0/(1 + (n0-1)/N), rounded up. Cochran, Sampling Techniques (3rd ed. 1977), 4.4; design effect: Kish, Survey
 * Sampling (1965), 8.2.
 */
export function sampleSize(wanted: Exclude<WantedSize, { by: 'type' }>, population: number): number {
  if (wanted.by === 'number') return wanted.households
  const { margin, share, designEffect } = wanted
  const infinite = (designEffect * Z ** 2 * share * (1 - share)) / margin ** 2
  return Math.min(population, Math.ceil(infinite / (1 + (infinite - 1) / population)))
}
