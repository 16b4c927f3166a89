import type { RegisterStatus } from '../../../roster/Roster'
import type { SuspicionDetermination } from '../determination/Determination'
import type { Conclusion } from '../conclusion/Conclusion'
import { isInSample, isInterviewed, type MeasuredHousehold } from './MeasuredHousehold'
import { SampleSums } from '../../../estimates/SampleSums'

/** Households and the persons (or households) they stand for. */
export interface Group {
  /** Of households that are known one by one. */
  readonly ids: readonly string[]
  readonly households: number
  readonly count: number
}

/** What a measured household is tallied by. */
export type TalliedHousehold = Pick<
  MeasuredHousehold,
  'status' | 'conclusion' | 'outcome' | 'persons' | 'recognises' | 'determined' | 'sampling'
> & {
  /** Null for households that are alike, and known by their number alone. */
  readonly id: string | null
  /** How many there are. */
  readonly times?: number
}

/** Who is asked about one kind of suspicion, and how each stands. */
export interface SuspicionTally {
  /** Persons of interviewed households. */
  readonly all: Group
  readonly suspected: Group
  /** Determined against the county. */
  readonly determined: Group
  /** Suspected, and not determined yet. */
  readonly suspicionsOpen: Group
  readonly toVerify: Group
}

export interface Tally {
  readonly exited: SuspicionTally
  readonly unregistered: SuspicionTally
  /** Households asked, and those that recognise. */
  readonly asked: Group
  readonly recognising: Group
  /** Persons of interviewed households still poor on the register. */
  readonly poorPersons: number
  readonly sums: SampleSums
  readonly weightedSums: SampleSums
}

/** Positions of the figures in the tally's sums. */
export const FIGURE = {
  exited: 0,
  exitedSuspected: 1,
  exitedDetermined: 2,
  exitedWorst: 3,
  unregistered: 4,
  unregisteredSuspected: 5,
  unregisteredDetermined: 6,
  unregisteredWorst: 7,
  asked: 8,
  recognising: 9,
} as const

/**
 * Counts what the county's measures are made of, in one pass. Only households interviewed to completion count, and of those the
 * ones of the sample in force: a household interviewed outside it stands for no other.
 */
export function tallyHouseholds(households: Iterable<TalliedHousehold>): Tally {
  const tally = new HouseholdTally()
  for (const household of households) tally.take(household)
  return tally
}

/** The same household by household: of a county, or of several where some were sampled. */
export class HouseholdTally implements Tally {
  readonly exited = new SuspicionCounter('exited', 'suspected_wrong_exit', 'wrong_exit')
  readonly unregistered = new SuspicionCounter('unregistered', 'suspected_omission', 'omission')
  readonly asked = new Counter()
  readonly recognising = new Counter()
  readonly sums = new SampleSums('equal')
  readonly weightedSums = new SampleSums('drawn')
  #poorPersons = 0

  get poorPersons(): number {
    return this.#poorPersons
  }

  take(household: TalliedHousehold): void {
    if (!isCounted(household)) return
    const { status, persons, recognises, sampling, times = 1 } = household
    if (status === 'poor' || status === 'relapsed') this.#poorPersons += persons * times
    if (recognises !== null) {
      this.asked.add(household, 1)
      if (recognises) this.recognising.add(household, 1)
    }
    this.exited.take(household)
    this.unregistered.take(household)
    const figures = figuresOf(household)
    this.sums.add(sampling, figures, times)
    this.weightedSums.add(sampling, figures, times)
  }

  /** Of a county where everybody was to be asked: it adds to the weighted sums, and is nobody's sample. */
  takeCertain(household: TalliedHousehold): void {
    if (isCounted(household)) this.weightedSums.addCertain(figuresOf(household), household.times)
  }
}

function isCounted(household: TalliedHousehold): boolean {
  return isInterviewed(household) && isInSample(household)
}

class Counter implements Group {
  readonly ids: string[] = []
  households = 0
  count = 0

  add({ id, times = 1 }: TalliedHousehold, count: number): void {
    if (id !== null) this.ids.push(id)
    this.households += times
    this.count += count * times
  }
}

class SuspicionCounter implements SuspicionTally {
  readonly all = new Counter()
  readonly suspected = new Counter()
  readonly determined = new Counter()
  readonly suspicionsOpen = new Counter()
  readonly toVerify = new Counter()

  constructor(
    readonly status: RegisterStatus,
    readonly suspicion: Conclusion,
    readonly againstCounty: SuspicionDetermination,
  ) {}

  take(household: TalliedHousehold): void {
    const { status, conclusion, persons, determined } = household
    if (status !== this.status) return
    this.all.add(household, persons)
    if (conclusion === 'to_verify') this.toVerify.add(household, persons)
    if (conclusion !== this.suspicion) return
    this.suspected.add(household, persons)
    if (determined === null) this.suspicionsOpen.add(household, persons)
    if (determined === this.againstCounty) this.determined.add(household, persons)
  }
}

/** What a household that counts adds to each figure, by the positions of `FIGURE`. */
export function figuresOf(household: Omit<TalliedHousehold, 'id'>): readonly number[] {
  const { recognises } = household
  return [
    ...suspicionFigures(household, 'exited', 'suspected_wrong_exit', 'wrong_exit'),
    ...suspicionFigures(household, 'unregistered', 'suspected_omission', 'omission'),
    recognises === null ? 0 : 1,
    recognises === true ? 1 : 0,
  ]
}

const NOBODY = [0, 0, 0, 0] as const

/** Its persons as some of all, of the suspected, of the determined, of the worst case. */
function suspicionFigures(
  { status, conclusion, persons, determined }: Omit<TalliedHousehold, 'id'>,
  asked: RegisterStatus,
  suspicion: Conclusion,
  againstCounty: SuspicionDetermination,
): readonly number[] {
  if (status !== asked) return NOBODY
  if (conclusion !== suspicion) return [persons, 0, 0, conclusion === 'to_verify' ? persons : 0]
  if (determined !== againstCounty) return [persons, persons, 0, determined === null ? persons : 0]
  return [persons, persons, persons, persons]
}
