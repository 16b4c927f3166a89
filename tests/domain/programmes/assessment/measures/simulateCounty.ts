import { clopperPearson } from '../../../../../src/domain/estimates/exactInterval'
import type { Measure } from '../../../../../src/domain/programmes/assessment/measures/Measure'
import type { Interval } from '../../../../../src/domain/estimates/Estimate'
import { measureCounty } from '../../../../../src/domain/programmes/assessment/measures/measureCounty'
import { type MeasuredHousehold } from '../../../../../src/domain/programmes/assessment/measures/MeasuredHousehold'
import { DRAWN_ALIKE } from '../../../../../src/domain/sampling/Sampling'
import { tallyHouseholds } from '../../../../../src/domain/programmes/assessment/measures/tallyHouseholds'
import { seededRandom, type SeededRandom } from '../../../../../src/domain/shared/seededRandom'
import { aMeasured } from '../../../../builders/aMeasured'
import { someStandards } from '../../../../builders/someStandards'

export type Drawn = 'households' | 'villages'

/** A county of exited and of unregistered households whose truth is known. */
const VILLAGES = 300
const HOUSEHOLDS = 40
const DRAWN_VILLAGES = 15
const STANDARDS = someStandards()

/** Persons of a household: 1 to 7, 3.5 on average. */
const SIZES = [1, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 6, 7] as const

export interface Covered {
  readonly wrongExits: boolean
  readonly incidence: boolean
  /** Whether an interval that takes persons for independent covers: the mistake to avoid. */
  readonly naive: boolean
}

/** Makes a county, draws a sample of 600 exited households, and tells which 95 % intervals cover the truth. */
export function simulateCounty(seed: number, rate: number, drawn: Drawn): Covered {
  const random = seededRandom(seed)
  const exited = makeHouseholds(random, rate, 'exited')
  const unregistered = makeHouseholds(random, rate / 2, 'unregistered')
  const sampled = drawSample(random, drawn, exited, unregistered)
  const persons = { exited: personsOf(exited), unregistered: personsOf(unregistered) }
  const totals = {
    ruralRegistered: persons.exited + persons.unregistered + POOR,
    poor: POOR,
    ...persons,
    sampledVillagesUnregistered: null,
    source: 'made up',
  }
  const measures = measureCounty(tallyHouseholds(sampled), totals, STANDARDS)
  const wrongExits = measureOf(measures, 'wrong_exit_rate')
  const against = {
    exited: personsOf(exited.filter(isWrong)),
    unregistered: personsOf(unregistered.filter(isWrong)),
  }
  const truth = against.exited / persons.exited
  return {
    wrongExits: covers(wrongExits, truth),
    incidence: covers(
      measureOf(measures, 'poverty_incidence'),
      (POOR + against.exited + against.unregistered) / totals.ruralRegistered,
    ),
    naive: covers(clopperPearson(wrongExits.numerator ?? 0, wrongExits.denominator ?? 0), truth),
  }
}

const POOR = 500

/** Villages differ: each has its own rate, the county's times an exponential number. */
function makeHouseholds(
  random: SeededRandom,
  rate: number,
  status: 'exited' | 'unregistered',
): readonly MeasuredHousehold[] {
  const suspicion = status === 'exited' ? 'suspected_wrong_exit' : 'suspected_omission'
  const sound = status === 'exited' ? 'exit_confirmed' : 'no_omission'
  return Array.from({ length: VILLAGES }, (_, village) => {
    const own = rate * -Math.log(1 - random.next())
    return Array.from({ length: HOUSEHOLDS }, () =>
      aMeasured({
        status,
        village: String(village),
        conclusion: random.next() < own ? suspicion : sound,
        persons: random.pick(SIZES),
      }),
    )
  }).flat()
}

/** 15 whole villages, or as many households by themselves. */
function drawSample(
  random: SeededRandom,
  drawn: Drawn,
  ...lists: readonly (readonly MeasuredHousehold[])[]
): readonly MeasuredHousehold[] {
  if (drawn === 'households')
    return lists.flatMap((list) => random.shuffle(list).slice(0, DRAWN_VILLAGES * HOUSEHOLDS))
  const villages = new Set(
    random
      .shuffle(Array.from({ length: VILLAGES }, (_, village) => String(village)))
      .slice(0, DRAWN_VILLAGES),
  )
  return lists
    .flat()
    .filter(({ village }) => villages.has(village))
    .map((each) => ({ ...each, sampling: { ...DRAWN_ALIKE, cluster: each.village } }))
}

function isWrong({ conclusion }: MeasuredHousehold): boolean {
  return conclusion === 'suspected_wrong_exit' || conclusion === 'suspected_omission'
}

function personsOf(households: readonly MeasuredHousehold[]): number {
  return households.reduce((sum, { persons }) => sum + persons, 0)
}

function measureOf(measures: readonly Measure[], name: Measure['name']): Measure {
  const found = measures.find(
    (each) =>
      each.name === name && each.basis === 'suspected' && each.denominatorReading !== 'sampled_villages',
  )
  if (found === undefined) throw new Error(`no ${name}`)
  return found
}

function covers({ low, high }: Interval, truth: number): boolean {
  return low !== null && high !== null && low <= truth && truth <= high
}
