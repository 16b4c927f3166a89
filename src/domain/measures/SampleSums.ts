import type { Sampling } from './MeasuredHousehold'

/**
 * Sums of several figures by sampled cluster: what design-based variances are reckoned from. One row a cluster; a
 * household that was drawn by itself is a cluster of one, so there may be 100,000 of them.
 */
export class SampleSums {
  readonly #rows: number[][] = []
  /** Number of each row's stratum. */
  readonly #strata: number[] = []
  readonly #stratumNumbers = new Map<string, number>()
  readonly #rowOfCluster = new Map<string, number>()
  readonly #totals: number[] = []

  /** Adds a household's figures, always in the same order, to its cluster. */
  add({ stratum, cluster }: Sampling, figures: readonly number[]): void {
    addTo(this.#totals, figures)
    const key = cluster === null ? undefined : JSON.stringify([stratum, cluster])
    const known = key === undefined ? undefined : this.#rowOfCluster.get(key)
    const row = known === undefined ? undefined : this.#rows[known]
    if (row !== undefined) {
      addTo(row, figures)
      return
    }
    if (key !== undefined) this.#rowOfCluster.set(key, this.#rows.length)
    this.#rows.push([...figures])
    this.#strata.push(this.#stratumNumber(stratum))
  }

  /** Sum of one figure over the sample. */
  total(figure: number): number {
    return this.#totals[figure] ?? 0
  }

  /**
   * Variance of the sum over all clusters of a linearised variable, clusters taken as drawn with replacement within
   * strata: Σ m/(m-1) Σ (z - z̄)². The only cluster of a stratum is set against the mean of all clusters, since by
   * itself it tells nothing of its stratum. Särndal, Swensson & Wretman, Model Assisted Survey Sampling (1992), 5.5-5.6.
   */
  varianceOf(linearised: (figures: readonly number[]) => number): number {
    const values = this.#rows.map(linearised)
    const counts = new Array<number>(this.#stratumNumbers.size).fill(0)
    const sums = [...counts]
    let overall = 0
    for (const [row, value] of values.entries()) {
      const stratum = this.#strata[row] ?? 0
      counts[stratum] = (counts[stratum] ?? 0) + 1
      sums[stratum] = (sums[stratum] ?? 0) + value
      overall += value
    }
    const middles = counts.map((count, stratum) =>
      count === 1 ? overall / values.length : (sums[stratum] ?? 0) / count,
    )
    const factors = counts.map((count) => (count === 1 ? 1 : count / (count - 1)))
    let variance = 0
    for (const [row, value] of values.entries()) {
      const stratum = this.#strata[row] ?? 0
      variance += (factors[stratum] ?? 1) * (value - (middles[stratum] ?? 0)) ** 2
    }
    return variance
  }

  /** Clusters less strata, counting only those where the figure is above 0. */
  degreesOfFreedom(figure: number): number {
    const strata = new Set<number>()
    let clusters = 0
    for (const [row, figures] of this.#rows.entries()) {
      if ((figures[figure] ?? 0) <= 0) continue
      clusters++
      strata.add(this.#strata[row] ?? 0)
    }
    return clusters - strata.size
  }

  #stratumNumber(stratum: string): number {
    const known = this.#stratumNumbers.get(stratum)
    if (known !== undefined) return known
    const number = this.#stratumNumbers.size
    this.#stratumNumbers.set(stratum, number)
    return number
  }
}

function addTo(sums: number[], figures: readonly number[]): void {
  for (let index = 0; index < figures.length; index++)
    sums[index] = (sums[index] ?? 0) + (figures[index] ?? 0)
}
