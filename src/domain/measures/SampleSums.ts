import { groupBy } from '../shared/groupBy'
import type { Sampling } from './MeasuredHousehold'

/**
 * Sums of several figures by sampled cluster: what design-based variances are reckoned from. One row a cluster; a
 * household that was drawn by itself is a cluster of one.
 */
export class SampleSums {
  readonly #rows: number[][] = []
  readonly #strata: string[] = []
  readonly #rowOfCluster = new Map<string, number>()

  /** Adds a household's figures, always in the same order, to its cluster. */
  add({ stratum, cluster }: Sampling, figures: readonly number[]): void {
    const key = cluster === null ? undefined : JSON.stringify([stratum, cluster])
    const known = key === undefined ? undefined : this.#rowOfCluster.get(key)
    const row = known === undefined ? undefined : this.#rows[known]
    if (row !== undefined) {
      for (const [index, figure] of figures.entries()) row[index] = (row[index] ?? 0) + figure
      return
    }
    if (key !== undefined) this.#rowOfCluster.set(key, this.#rows.length)
    this.#rows.push([...figures])
    this.#strata.push(stratum)
  }

  /** Sum of one figure over the sample. */
  total(figure: number): number {
    return this.#rows.reduce((sum, row) => sum + (row[figure] ?? 0), 0)
  }

  /**
   * Variance of the sum over all clusters of a linearised variable, clusters taken as drawn with replacement within
   * strata: Σ m/(m-1) Σ (z - z̄)². The only cluster of a stratum is set against the mean of all clusters, since by
   * itself it tells nothing of its stratum. Särndal, Swensson & Wretman, Model Assisted Survey Sampling (1992), 5.5-5.6.
   */
  varianceOf(linearised: (figures: readonly number[]) => number): number {
    const values = this.#rows.map(linearised)
    const overall = mean(values)
    let variance = 0
    for (const rows of groupBy(values.keys(), (row) => this.#strata[row]).values()) {
      const ofStratum = rows.map((row) => values[row] ?? 0)
      const count = ofStratum.length
      const middle = count === 1 ? overall : mean(ofStratum)
      const squares = ofStratum.reduce((sum, value) => sum + (value - middle) ** 2, 0)
      variance += count === 1 ? squares : (count / (count - 1)) * squares
    }
    return variance
  }

  /** Clusters less strata, counting only those where the figure is above 0. */
  degreesOfFreedom(figure: number): number {
    const strata = new Set<string>()
    let clusters = 0
    for (const [row, figures] of this.#rows.entries()) {
      if ((figures[figure] ?? 0) <= 0) continue
      clusters++
      strata.add(this.#strata[row] ?? '')
    }
    return clusters - strata.size
  }
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}
