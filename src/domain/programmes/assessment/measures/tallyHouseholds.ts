import type { RegisterStatus } from '../../../roster/Roster'
import type { SuspicionDetermination } from '../determination/Determination'
import type { Conclusion } from '../conclusion/Conclusion'
import { isInSample, isInterviewed, type MeasuredHousehold } from './MeasuredHousehold'
import { SampleSums } from '../../../estimates/SampleSums'

/** Households and the persons (or households) they stand for. */
export interface Group {
  readonly ids: readonly string[]
  readonly count: number
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
export function tallyHouseholds(households: Iterable<MeasuredHousehold>): Tally {
  const exited = new SuspicionCounter('exited', 'suspected_wrong_exit', 'wrong_exit')
  const unregistered = new SuspicionCounter('unregistered', 'suspected_omission', 'omission')
  const [asked, recognising] = [new Counter(), new Counter()]
  const [sums, weightedSums] = [new SampleSums('equal'), new SampleSums('drawn')]
  let poorPersons = 0
  for (const household of households) {
    if (!isInterviewed(household) || !isInSample(household)) continue
    const { id, status, persons, recognises, sampling } = household
    if (status === 'poor' || status === 'relapsed') poorPersons += persons
    if (recognises !== null) {
      asked.add(id, 1)
      if (recognises) recognising.add(id, 1)
    }
    exited.take(household)
    unregistered.take(household)
    const figures = figuresOf(household)
    sums.add(sampling, figures)
    weightedSums.add(sampling, figures)
  }
  return { exited, unregistered, asked, recognising, poorPersons, sums, weightedSums }
}

class Counter implements Group {
  readonly ids: string[] = []
  count = 0

  add(id: string, count: number): void {
    this.ids.push(id)
    this.count += count
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

  take({ id, status, conclusion, persons, determined }: MeasuredHousehold): void {
    if (status !== this.status) return
    this.all.add(id, persons)
    if (conclusion === 'to_verify') this.toVerify.add(id, persons)
    if (conclusion !== this.suspicion) return
    this.suspected.add(id, persons)
    if (determined === null) this.suspicionsOpen.add(id, persons)
    if (determined === this.againstCounty) this.determined.add(id, persons)
  }
}

/** What a household that counts adds to each figure, by the positions of `FIGURE`. */
export function figuresOf(household: MeasuredHousehold): readonly number[] {
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
  { status, conclusion, persons, determined }: MeasuredHousehold,
  asked: RegisterStatus,
  suspicion: Conclusion,
  againstCounty: SuspicionDetermination,
): readonly number[] {
  if (status !== asked) return NOBODY
  if (conclusion !== suspicion) return [persons, 0, 0, conclusion === 'to_verify' ? persons : 0]
  if (determined !== againstCounty) return [persons, persons, 0, determined === null ? persons : 0]
  return [persons, persons, persons, persons]
}
