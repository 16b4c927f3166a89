import { CONCLUSIONS, isSuspected, type Conclusion } from '../conclusion/Conclusion'
import { FLAGS, MONITORING, type FlagName, type MonitoringName } from '../flags/Flag'
import { groupBy } from '../../../shared/groupBy'
import { valueInForce, type StandardsInForce } from '../../../standards/Standards'
import { findClustering, type Clustering } from './findClustering'
import type { Basis, MeasureResult } from './Measure'
import { isInSample, outcomeOf, type MeasuredHousehold } from './MeasuredHousehold'
import { settleResult } from './settleResult'

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
    const own = countFlags(ofVillage)
    const clustering = findClustering(ofVillage, standards)
    const suspects = interviewed.filter(({ conclusion }) => isSuspected(conclusion))
    const asked = interviewed.filter(({ recognises }) => recognises !== null)
    const standing = FLAGS.filter((flag) => standsOut(own, county, flag, standards))
    return {
      village,
      listed: ofVillage.length,
      interviewed: interviewed.length,
      interviewedPersons: personsOf(interviewed),
      suspicionsOpen: suspects.filter(({ determined }) => determined === null).length,
      determinedWrong: suspects.filter(isDeterminedWrong).length,
      asked: asked.length,
      recognising: asked.filter(({ recognises }) => recognises === true).length,
      outcomes: countBy(ofVillage, (each) => [outcomeOf(each)]),
      conclusions: countNames(CONCLUSIONS, ofVillage, (each) =>
        outcomeOf(each) === 'not_drawn' ? [] : [each.conclusion],
      ),
      flags: own.flags,
      monitoring: countNames(MONITORING, ofVillage, ({ monitoring }) => monitoring),
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
  const suspects = interviewed.filter(({ conclusion }) => isSuspected(conclusion))
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
    flags: countNames(FLAGS, households, ({ flags }) => flags),
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

function isDeterminedWrong({ determined }: MeasuredHousehold): boolean {
  return determined === 'wrong_exit' || determined === 'omission'
}

function isInterviewed({ outcome }: MeasuredHousehold): boolean {
  return outcome === 'completed'
}

function personsOf(households: readonly MeasuredHousehold[]): number {
  return households.reduce((sum, { persons }) => sum + persons, 0)
}

function countNames<Name extends string>(
  names: readonly Name[],
  households: readonly MeasuredHousehold[],
  namesOf: (household: MeasuredHousehold) => readonly Name[],
): Readonly<Partial<Record<Name, number>>> {
  const counts = countBy(households, namesOf)
  return Object.fromEntries(
    names.flatMap((name) => (counts[name] === undefined ? [] : [[name, counts[name]]])),
  ) as Partial<Record<Name, number>>
}

function countBy(
  households: readonly MeasuredHousehold[],
  namesOf: (household: MeasuredHousehold) => readonly string[],
): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const household of households)
    for (const name of namesOf(household)) counts[name] = (counts[name] ?? 0) + 1
  return counts
}
