import type { Estimate } from '../../../domain/estimates/Estimate'
import { estimateShare, type Share } from '../../../domain/estimates/estimateShare'
import type { CountyTotals } from '../../../domain/programmes/assessment/measures/CountyTotals'
import { estimateIncidence } from '../../../domain/programmes/assessment/measures/estimateIncidence'
import { BASES, type Basis } from '../../../domain/programmes/assessment/measures/Measure'
import { recognisingShare } from '../../../domain/programmes/assessment/measures/measureRecognition'
import { shareOf } from '../../../domain/programmes/assessment/measures/shareOf'
import { HouseholdTally } from '../../../domain/programmes/assessment/measures/tallyHouseholds'
import type { CountyInLake } from '../LakeArea'
import type { LakeMeasure } from './measures'
import type { MeasureProfile } from './measureProfiles'

/**
 * The measures of a province or the country by design weights. The strata of sampled counties are each county's own; counties where
 * everybody was to be asked are certain. Incidence is of the counties that gave their totals, with the sums of these.
 */
export class RegionMeasures {
  readonly #all = new HouseholdTally()
  readonly #withTotals = new HouseholdTally()
  readonly #missing: string[] = []
  #totals: CountyTotals | null = null
  #counties = 0
  #open = 0

  add(county: CountyInLake, profiles: readonly MeasureProfile[], openSuspicions: number): void {
    const { totals } = county
    this.#counties++
    this.#open += openSuspicions
    take(this.#all, county, profiles)
    if (totals === null) {
      this.#missing.push(county.name ?? county.key)
      return
    }
    take(this.#withTotals, county, profiles)
    this.#totals = this.#totals === null ? totals : sumOf(this.#totals, totals)
  }

  get counties(): number {
    return this.#counties
  }

  /** Suspicions that nobody has finally decided: households. */
  get openSuspicions(): number {
    return this.#open
  }

  /** Counties that gave no totals: they are not in the incidence. */
  get withoutTotals(): readonly string[] {
    return this.#missing
  }

  measures(): readonly LakeMeasure[] {
    const tally = this.#all
    return [
      ...BASES.map((basis) => rate('wrong_exit_rate', basis, shareOf('exited', tally, basis, true))),
      ...BASES.map((basis) => rate('omission_rate', basis, shareOf('unregistered', tally, basis, true))),
      rate('recognition', null, recognisingShare(tally, true)),
      ...BASES.map((basis) => this.#incidence(basis)),
    ]
  }

  #incidence(basis: Basis): LakeMeasure {
    const totals = this.#totals
    const named = { name: 'poverty_incidence', basis, denominatorReading: 'interviewed' } as const
    if (totals === null) return { ...named, ...NOTHING, numerator: null, denominator: null }
    const estimate = estimateIncidence(totals, this.#withTotals, basis, 'interviewed', true)
    const { ruralRegistered } = totals
    const numerator = estimate.value === null ? null : estimate.value * ruralRegistered
    return { ...named, ...unsettled(estimate), numerator, denominator: ruralRegistered }
  }
}

function take(
  tally: HouseholdTally,
  { key, isSampled }: CountyInLake,
  profiles: readonly MeasureProfile[],
): void {
  for (const profile of profiles) {
    const { sampling } = profile
    if (isSampled)
      tally.take({ ...profile, sampling: { ...sampling, stratum: `${key} ${sampling.stratum}` } })
    else tally.takeCertain(profile)
  }
}

function rate(name: LakeMeasure['name'], basis: Basis | null, share: Share): LakeMeasure {
  const { sums, numerator, denominator } = share
  return {
    name,
    basis,
    denominatorReading: name === 'omission_rate' ? 'interviewed' : null,
    ...unsettled(estimateShare(share)),
    numerator: sums.whole(numerator),
    denominator: sums.whole(denominator),
  }
}

/** No threshold is a province's: each county is measured by its own. */
function unsettled({ value, low, high, method }: Estimate) {
  return { value, low, high, method, threshold: null, result: null, open: null }
}

const NOTHING = unsettled({ value: null, low: null, high: null, method: 'none' })

function sumOf(one: CountyTotals, other: CountyTotals): CountyTotals {
  return {
    ruralRegistered: one.ruralRegistered + other.ruralRegistered,
    exited: one.exited + other.exited,
    poor: one.poor + other.poor,
    unregistered: one.unregistered + other.unregistered,
    sampledVillagesUnregistered: null,
    source: '',
  }
}
