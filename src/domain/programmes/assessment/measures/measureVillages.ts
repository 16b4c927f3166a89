import { CONCLUSIONS, type Conclusion } from '../conclusion/Conclusion'
import { FLAGS, MONITORING, type FlagName, type MonitoringName } from '../flags/Flag'
import { groupBy } from '../../../shared/groupBy'
import { valueInForce, type StandardsInForce } from '../../../standards/Standards'
import { findClustering, type Clustering } from './findClustering'
import type { Basis, MeasureResult } from './Measure'
import { isInSample, isInterviewed, outcomeOf, type MeasuredHousehold } from './MeasuredHousehold'
import { settleResult } from './settleResult'
import { isDeterminedWrong, isInPart, isSuspect, type VillagePart } from './villageParts'

/** One row of the table of villages. Counts are of households, unless they say persons. */
export interface VillageMeasures {
  readonly village: string
  readonly listed: number
  readonly interviewed: number
  /** Members, of households interviewed to completion, who have not left or died. */
  readonly interviewedPersons: number
  /** Suspicions that nobody has finally decided, and those determined against the county. */
  readonly suspicionsOpen: number
  readonly determinedWrong: number
  /** Households asked whether they recognise, and those that do. */
  readonly asked: number
  readonly recognising: number
  /** By `visit_outcome`; `none` where nobody went yet, `not_drawn` where nobody has to. */
  readonly outcomes: Readonly<Record<string, number>>
  /** Of those that were drawn, or visited all the same. */
  readonly conclusions: Readonly<Partial<Record<Conclusion, number>>>
  readonly flags: Readonly<Partial<Record<FlagName, number>>>
  readonly monitoring: Readonly<Partial<Record<MonitoringName, number>>>
  readonly clustering: Clustering
  readonly incidence: readonly VillageIncidence[]
  /** Flags in which the village stands out from the county. */
  readonly standsOutIn: readonly (FlagName | 'clustering')[]
}

/**
 * Poor persons of the interviewed: still poor on the register, wrongly exited, or omitted. It is the village's
 * incidence where everybody was interviewed, and otherwise only what the sample shows.
 */
export interface VillageIncidence {
  readonly basis: Basis
  readonly numerator: number
  readonly denominator: number
  readonly value: number | null
  readonly threshold: number
  readonly result: MeasureResult
}

/** The table of villages, in the order in which the villages come. */
export function measureVillages(
  households: readonly MeasuredHousehold[],
  standards: StandardsInForce,
): readonly VillageMeasures[] {
  const county = countFlags(households)
  return [...groupBy(households, ({ village }) => village)].map(([village, ofVillage]) => {
    const interviewed = ofVillage.filter(isInterviewed)
    const count = (part: VillagePart): number => ofVillage.filter((each) => isInPart(each, part)).length
    const own = countFlags(ofVillage)
    const clustering = findClustering(ofVillage, standards)
    const standing = FLAGS.filter((flag) => standsOut(own, county, flag, standards))
    return {
      village,
      listed: count({ by: 'listed' }),
      interviewed: interviewed.length,
      interviewedPersons: personsOf(interviewed),
      suspicionsOpen: count({ by: 'suspicionsOpen' }),
      determinedWrong: count({ by: 'wrong' }),
      asked: count({ by: 'recognition', recognises: null }),
      recognising: count({ by: 'recognition', recognises: true }),
      outcomes: countBy(ofVillage, outcomeOf),
      conclusions: countParts(CONCLUSIONS, ofVillage, (conclusion) => ({ by: 'conclusion', conclusion })),
      flags: own.flags,
      monitoring: countParts(MONITORING, ofVillage, (flag) => ({ by: 'flag', flag })),
      clustering,
      incidence: (['suspected', 'determined'] as const).map((basis) =>
        villageIncidence(interviewed.filter(isInSample), basis, standards),
      ),
      standsOutIn: clustering.state === 'holds' ? [...standing, 'clustering'] : standing,
    }
  })
}

function villageIncidence(
  interviewed: readonly MeasuredHousehold[],
  basis: Basis,
  standards: StandardsInForce,
): VillageIncidence {
  const threshold = valueInForce(standards, 'incidence_max')
  const denominator = personsOf(interviewed)
  const poor = personsOf(interviewed.filter(({ status }) => status === 'poor' || status === 'relapsed'))
  const suspects = interviewed.filter(isSuspect)
  const determined = personsOf(suspects.filter(isDeterminedWrong))
  const open = suspects.filter((each) => each.determined === null)
  const toVerify = interviewed.filter(
    ({ status, conclusion }) =>
      conclusion === 'to_verify' && (status === 'exited' || status === 'unregistered'),
  )
  const numerator = poor + (basis === 'suspected' ? personsOf(suspects) : determined)
  const share = (persons: number): number | null => (denominator === 0 ? null : persons / denominator)
  const best = poor + determined
  return {
    basis,
    numerator,
    denominator,
    value: share(numerator),
    threshold,
    result: settleResult({
      best: share(best),
      worst: share(best + personsOf(open) + personsOf(toVerify)),
      isInside: (value) => value < threshold,
      isSuspicionOpen: basis === 'determined' && open.length > 0,
    }),
  }
}

interface FlagCounts {
  readonly interviewed: number
  readonly flags: Readonly<Partial<Record<FlagName, number>>>
}

function countFlags(households: readonly MeasuredHousehold[]): FlagCounts {
  return {
    interviewed: households.filter(isInterviewed).length,
    flags: countParts(FLAGS, households, (flag) => ({ by: 'flag', flag })),
  }
}

/**
 * Whether a flag is raised in enough of the village's interviewed households, and so many times as often as in the
 * whole county: `standout_households_min` and `standout_ratio` of the standards.
 */
function standsOut(
  village: FlagCounts,
  county: FlagCounts,
  flag: FlagName,
  standards: StandardsInForce,
): boolean {
  const raised = village.flags[flag] ?? 0
  if (raised < valueInForce(standards, 'standout_households_min')) return false
  // Multiplied out, so that a share exactly so many times as high compares as such.
  const expected = valueInForce(standards, 'standout_ratio') * (county.flags[flag] ?? 0) * village.interviewed
  return raised * county.interviewed >= expected
}

function personsOf(households: readonly MeasuredHousehold[]): number {
  return households.reduce((sum, { persons }) => sum + persons, 0)
}

/** How many are of each name's part, in the names' order; a name of nobody is left out. */
function countParts<Name extends string>(
  names: readonly Name[],
  households: readonly MeasuredHousehold[],
  partOf: (name: Name) => VillagePart,
): Readonly<Partial<Record<Name, number>>> {
  const counted = names.flatMap((name) => {
    const part = partOf(name)
    const count = households.filter((each) => isInPart(each, part)).length
    return count === 0 ? [] : [[name, count] as const]
  })
  return Object.fromEntries(counted) as Partial<Record<Name, number>>
}

function countBy(
  households: readonly MeasuredHousehold[],
  nameOf: (household: MeasuredHousehold) => string,
): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const household of households) counts[nameOf(household)] = (counts[nameOf(household)] ?? 0) + 1
  return counts
}
