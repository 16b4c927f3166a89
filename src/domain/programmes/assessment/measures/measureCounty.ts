import type { CountyTotals } from './CountyTotals'
import type { StandardsInForce } from '../../../standards/Standards'
import { BASES, READINGS, type Measure } from './Measure'
import { measureIncidence } from './measureIncidence'
import { measureRecognition } from './measureRecognition'
import { measureOmissions, measureWrongExits } from './measureSuspicion'
import type { Tally } from './tallyHouseholds'

/**
 * The county's four measures, each in every combination of basis and reading that exists: eleven. `totals` is null
 * where the county gave none: incidence and the second reading are then undetermined.
 */
export function measureCounty(
  tally: Tally,
  totals: CountyTotals | null,
  standards: StandardsInForce,
): readonly Measure[] {
  const sampledPersons = totals?.sampledVillagesUnregistered ?? null
  return [
    ...BASES.map((basis) => measureWrongExits(tally, basis, standards)),
    ...BASES.flatMap((basis) =>
      READINGS.map((reading) => measureOmissions(tally, basis, reading, sampledPersons, standards)),
    ),
    measureRecognition(tally, standards),
    ...BASES.flatMap((basis) =>
      READINGS.map((reading) => measureIncidence(tally, basis, reading, totals, standards)),
    ),
  ]
}
