import type { Sampling } from '../sampling/Sampling'

/** A stratum's share of a variance. */
export interface VariancePart {
  readonly clusters: number
  /** Of the linearised variable; 0 where there is one cluster only. */
  readonly mean: number
  readonly part: number
}

/**
 * Sums of several figures by sampled cluster: what design-based variances are computed from. One row a cluster; a
 * household that was drawn by itself is a cluster of one, so there may be 100,000 of them. A rate of some households (a
 * domain) is over all clusters: those with nobody of the domain add 0, as R's `subset` of a design has it.
 */
export class SampleSums {
  /** Whether a household counts for the households that it stands for, or for itself. */
  constructor(readonly weighting: 'drawn' | 'equal') {}

  readonly #rows: number[][] = []
  /** How many clusters with these figures each row is. */
  readonly #times: number[] = []
  /** Number of each row's stratum. */
  readonly #strata: number[] = []
  readonly #stratumNumbers = new Map<string, number>()
  readonly #rowOfCluster = new Map<string, number>()
  readonly #totals: number[] = []
  readonly #squares: number[] = []
  /** Of the households with a figure: how many, and their weights, summed and squared. */
  readonly #households: number[] = []
  readonly #weights: number[] = []
  readonly #weightSquares: number[] = []
  readonly #certain: number[] = []

  /**
   * Adds a household's figures, always in the same order, to its cluster. One that stands for nobody is no part of it. `times`: of so
   * many households with these figures, each a cluster of its own where households were drawn.
   */
  add({ stratum, cluster, weight: drawn }: Sampling, counted: readonly number[], times = 1): void {
    const weight = this.weighting === 'drawn' ? drawn : 1
    if (weight <= 0) return
    const figures = counted.map((figure) => figure * weight)
    const ofThose = (value: number): readonly number[] => counted.map((figure) => (figure > 0 ? value : 0))
    addTo(this.#totals, figures, times)
    addTo(
      this.#squares,
      figures.map((figure) => figure ** 2),
      times,
    )
    addTo(this.#households, ofThose(1), times)
    addTo(this.#weights, ofThose(weight), times)
    addTo(this.#weightSquares, ofThose(weight ** 2), times)
    const key = cluster === null ? undefined : JSON.stringify([stratum, cluster])
    const known = key === undefined ? undefined : this.#rowOfCluster.get(key)
    const row = known === undefined ? undefined : this.#rows[known]
    if (row !== undefined) {
      addTo(row, figures, times)
      return
    }
    if (key !== undefined) this.#rowOfCluster.set(key, this.#rows.length)
    this.#rows.push(key === undefined ? figures : figures.map((figure) => figure * times))
    this.#times.push(key === undefined ? times : 1)
    this.#strata.push(this.#stratumNumber(stratum))
  }

  /** Adds figures of households that were not drawn but all asked: they add to what is known, and nothing to a variance. */
  addCertain(figures: readonly number[], times = 1): void {
    addTo(this.#certain, figures, times)
  }

  /** Sum of one figure over those who were all asked. */
  certain(figure: number): number {
    return this.#certain[figure] ?? 0
  }

  /** Sum of one figure over the sample and those who were all asked. */
  whole(figure: number): number {
    return this.total(figure) + this.certain(figure)
  }

  /** Sum of one figure over the sample. */
  total(figure: number): number {
    return this.#totals[figure] ?? 0
  }

  /** How many equal households the households with this figure are worth: (Σ figure)² / Σ figure² (Kish 1965); 0 for none. */
  effectiveSize(figure: number): number {
    const squares = this.#squares[figure] ?? 0
    return squares === 0 ? 0 : this.total(figure) ** 2 / squares
  }

  /** The same of the households with the whole but without the part, which is all or nothing of a household. */
  effectiveRest(part: number, whole: number): number {
    const squares = (this.#squares[whole] ?? 0) - (this.#squares[part] ?? 0)
    return squares <= 0 ? 0 : (this.total(whole) - this.total(part)) ** 2 / squares
  }

  /** What unequal weights cost, by Kish: n Σ w² / (Σ w)² of the households with this figure; 1 where they weigh alike. */
  weightingLoss(figure: number): number {
    const households = this.#households[figure] ?? 0
    return households === 0
      ? 1
      : (households * (this.#weightSquares[figure] ?? 0)) / (this.#weights[figure] ?? 1) ** 2
  }

  /**
   * Variance of the sum over all clusters of a linearised variable, clusters taken as drawn with replacement within
   * strata: Σ m/(m-1) Σ (z - z̄)². The only cluster of a stratum gives no variance of its stratum and counts as z², which is
   * what R's `survey.lonely.psu = "adjust"` does (by default R stops there). Särndal, Swensson & Wretman, Model Assisted Survey Sampling (1992), 5.5-5.6.
   */
  varianceOf(linearised: (figures: readonly number[]) => number): number {
    return this.varianceParts(linearised).reduce((sum, { part }) => sum + part, 0)
  }

  /** What each stratum adds to the variance, in the order in which the strata came. */
  varianceParts(linearised: (figures: readonly number[]) => number): readonly VariancePart[] {
    const values = this.#rows.map(linearised)
    const counts = new Array<number>(this.#stratumNumbers.size).fill(0)
    const sums = [...counts]
    for (const [row, value] of values.entries()) {
      const stratum = this.#strata[row] ?? 0
      const times = this.#times[row] ?? 1
      counts[stratum] = (counts[stratum] ?? 0) + times
      sums[stratum] = (sums[stratum] ?? 0) + value * times
    }
    const means = counts.map((count, stratum) => (count === 1 ? 0 : (sums[stratum] ?? 0) / count))
    const squares = counts.map(() => 0)
    for (const [row, value] of values.entries()) {
      const stratum = this.#strata[row] ?? 0
      const times = this.#times[row] ?? 1
      squares[stratum] = (squares[stratum] ?? 0) + times * (value - (means[stratum] ?? 0)) ** 2
    }
    return counts.map((clusters, stratum) => {
      const factor = clusters === 1 ? 1 : clusters / (clusters - 1)
      return { clusters, mean: means[stratum] ?? 0, part: factor * (squares[stratum] ?? 0) }
    })
  }

  /** Clusters where the figure is above 0, by stratum. */
  clustersWith(figure: number): readonly number[] {
    const counts = new Array<number>(this.#stratumNumbers.size).fill(0)
    for (const [row, figures] of this.#rows.entries()) {
      const stratum = this.#strata[row] ?? 0
      if ((figures[figure] ?? 0) > 0) counts[stratum] = (counts[stratum] ?? 0) + (this.#times[row] ?? 1)
    }
    return counts
  }

  /** Clusters less strata, counting only those where the figure is above 0. */
  degreesOfFreedom(figure: number): number {
    const counts = this.clustersWith(figure)
    return counts.reduce((sum, count) => sum + count, 0) - counts.filter((count) => count > 0).length
  }

  #stratumNumber(stratum: string): number {
    const known = this.#stratumNumbers.get(stratum)
    if (known !== undefined) return known
    const number = this.#stratumNumbers.size
    this.#stratumNumbers.set(stratum, number)
    return number
  }
}

function addTo(sums: number[], figures: readonly number[], times: number): void {
  for (let index = 0; index < figures.length; index++)
    sums[index] = (sums[index] ?? 0) + (figures[index] ?? 0) * times
}
