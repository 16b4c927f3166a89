import { valueInForce, type StandardsInForce } from '../../../standards/Standards'
import type { MeasuredHousehold } from './MeasuredHousehold'

/** Whether a village's exited households lie just above the line. `not_computed`: too few register incomes are known. */
export interface Clustering {
  readonly state: 'holds' | 'no' | 'not_computed'
  /** Exited households of the roster whose register income is known, and those just above the line. */
  readonly known: number
  readonly inBand: number
}

/**
 * S9, households that were a little better off picked to exit: of the roster's exited households of the village whose
 * register income is known, interviewed or not, over half lie just above the line.
 */
export function findClustering(
  village: readonly MeasuredHousehold[],
  standards: StandardsInForce,
): Clustering {
  const exited = village.filter(({ status }) => status === 'exited')
  const incomes = exited.flatMap(({ registryIncome }) => registryIncome ?? [])
  const line = valueInForce(standards, 'poverty_line')
  const low = inFen(line * valueInForce(standards, 'clustering_band_low'))
  const high = inFen(line * valueInForce(standards, 'clustering_band_high'))
  const inBand = incomes.filter((income) => inFen(income) >= low && inFen(income) < high).length
  const found = { known: incomes.length, inBand }
  const least = valueInForce(standards, 'clustering_households_min')
  if (incomes.length < least) return { state: exited.length < least ? 'no' : 'not_computed', ...found }
  const holds = inBand / incomes.length > valueInForce(standards, 'clustering_share')
  return { state: holds ? 'holds' : 'no', ...found }
}

/** Whole fen: 1.1 times a line is seldom exact in floating point, and neither is an income with a fraction. */
function inFen(yuan: number): number {
  return Math.round(yuan * 100)
}
