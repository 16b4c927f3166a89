/** What one unit of a funnel plot was counted. */
export interface FunnelCount {
  readonly successes: number
  readonly trials: number
}

/** Where a rate of so many trials lies by chance alone. */
export interface FunnelLimits {
  readonly low95: number
  readonly high95: number
  readonly low998: number
  readonly high998: number
}

/** A unit among its peers. */
export interface FunnelPoint extends FunnelLimits {
  readonly rate: number
  /** Its distance from the whole's rate, in standard deviations of chance alone. */
  readonly z: number
  /** The same with the spread that the units have among themselves. */
  readonly zAdjusted: number
}

export interface Funnel {
  /** Of all units together. */
  readonly rate: number
  /** Mean of z², the outermost tenths drawn in: 1 where chance alone is at work. */
  readonly dispersion: number
  /** The units differ among themselves by more than chance. */
  readonly isOverdispersed: boolean
  /** Null where a unit has no trials. */
  readonly points: readonly (FunnelPoint | null)[]
}

/** Tenths of the z at each end that count as the next ones. */
const WINSORISED = 0.1

/**
 * Each unit's rate against that of all, with exact binomial limits at 95 % and 99.8 %: Spiegelhalter, Statistics in Medicine 24
 * (2005), A.1. Overdispersion by its A.3: the winsorised mean of z² beyond 1 + 2 √(2/units). Null where all or nobody succeeded:
 * no unit can stand out.
 */
export function funnelOf(units: readonly FunnelCount[]): Funnel | null {
  const trials = units.reduce((sum, unit) => sum + unit.trials, 0)
  const successes = units.reduce((sum, unit) => sum + unit.successes, 0)
  if (successes === 0 || successes === trials) return null
  const rate = successes / trials
  const zOf = (unit: FunnelCount): number =>
    (unit.successes / unit.trials - rate) / Math.sqrt((rate * (1 - rate)) / unit.trials)
  const counted = units.filter((unit) => unit.trials > 0)
  const zs = winsorised(counted.map(zOf))
  const dispersion = zs.reduce((sum, z) => sum + z ** 2, 0) / zs.length
  const isOverdispersed = dispersion > 1 + 2 * Math.sqrt(2 / zs.length)
  const points = units.map((unit): FunnelPoint | null => {
    if (unit.trials === 0) return null
    const z = zOf(unit)
    const zAdjusted = isOverdispersed ? z / Math.sqrt(dispersion) : z
    return { rate: unit.successes / unit.trials, z, zAdjusted, ...funnelLimits(unit.trials, rate) }
  })
  return { rate, dispersion, isOverdispersed, points }
}

/** Exact limits for a rate of `trials`, interpolated between whole numbers of successes. 0 < rate < 1. */
export function funnelLimits(trials: number, rate: number): FunnelLimits {
  const [low998, low95, high95, high998] = quantiles(trials, rate, [0.001, 0.025, 0.975, 0.999])
  return { low95, high95, low998, high998 }
}

type Four = readonly [number, number, number, number]

/** Rates with these probabilities of less, in rising order: (r - α)/n with α = (F(r) - p)/(F(r) - F(r - 1)). */
function quantiles(trials: number, rate: number, [...wanted]: Four): Four {
  const odds = Math.log(rate / (1 - rate))
  const found: number[] = []
  let log = trials * Math.log1p(-rate)
  let below = 0
  for (let r = 0; r <= trials && found.length < wanted.length; r++) {
    const own = Math.exp(log)
    for (let p = wanted[found.length]; p !== undefined && below + own >= p; p = wanted[found.length])
      found.push(Math.max(0, r - (below + own - p) / own) / trials)
    below += own
    log += Math.log((trials - r) / (r + 1)) + odds
  }
  // What rounding leaves above the last success.
  while (found.length < wanted.length) found.push(1)
  return [found[0] as number, found[1] as number, found[2] as number, found[3] as number]
}

function winsorised(values: readonly number[]): readonly number[] {
  const sorted = values.toSorted((one, other) => one - other)
  const cut = Math.floor(sorted.length * WINSORISED)
  const [low, high] = [sorted[cut] as number, sorted[sorted.length - 1 - cut] as number]
  return values.map((value) => Math.min(high, Math.max(low, value)))
}
