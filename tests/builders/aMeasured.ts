import { type MeasuredHousehold } from '../../src/domain/programmes/assessment/measures/MeasuredHousehold'
import { DRAWN_ALIKE } from '../../src/domain/sampling/Sampling'

/** An interviewed exited household of four persons in 石村, its exit confirmed, that recognises and is satisfied. */
export function aMeasured(given: Partial<MeasuredHousehold> = {}): MeasuredHousehold {
  return {
    id: 'h1',
    village: '石村',
    status: 'exited',
    conclusion: 'exit_confirmed',
    outcome: 'completed',
    persons: 4,
    registryIncome: 5000,
    recognises: true,
    isSatisfied: true,
    flags: [],
    monitoring: [],
    determined: null,
    isWrongInclusion: false,
    sampling: DRAWN_ALIKE,
    ...given,
  }
}

/** So many of them, `h1`, `h2` … after the prefix. */
export function someMeasured(
  count: number,
  given: Partial<MeasuredHousehold> = {},
  prefix = 'h',
): readonly MeasuredHousehold[] {
  return Array.from({ length: count }, (_, index) => aMeasured({ ...given, id: `${prefix}${index + 1}` }))
}
