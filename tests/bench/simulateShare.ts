import { estimateShare, linearisedShare, type Share } from '../../src/domain/estimates/estimateShare'
import { kornGraubard } from '../../src/domain/estimates/exactInterval'
import { NO_INTERVAL, type Interval } from '../../src/domain/estimates/Estimate'
import { SampleSums } from '../../src/domain/estimates/SampleSums'
import { seededRandom, type SeededRandom } from '../../src/domain/shared/seededRandom'

/** A way of drawing from a made-up county of 300 villages of 40 households, a third of them in each stratum. */
export interface Draw {
  readonly name: string
  draw(random: SeededRandom, county: readonly Household[]): readonly Drawn[]
}

interface Household {
  readonly village: number
  readonly stratum: number
  readonly persons: number
  readonly isWrong: boolean
}

interface Drawn extends Household {
  readonly weight: number
  readonly drawnStratum: string
  readonly cluster: string | null
}

const VILLAGES = 300
const HOUSEHOLDS = 40
const OF_STRATUM = (VILLAGES * HOUSEHOLDS) / 3
/** Persons of a household: 1 to 7, 3.5 on average. */
const SIZES = [1, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 6, 7] as const

export const DRAWS: readonly Draw[] = [
  households(600),
  households(100),
  strata(100, 100, 100),
  strata(150, 200, 250),
  strata(80, 160, 320),
  strata(10, 90, 500),
  villages(15, 40),
  villages(30, 10),
  villages(5, 40),
]

/** One sample of a made-up county, and which 95 % intervals of its wrong-exit rate cover the truth. */
export interface SimulatedShare {
  readonly ours: Simulated
  /** With the effective size never above Kish's, whatever the sample. */
  readonly limited: Simulated
  /** As R's svyciprop(method = "beta") has it; none where nobody, or everybody, is against the county. */
  readonly survey: Simulated
}

interface Simulated {
  readonly isCovered: boolean
  /** Null where there is no interval. */
  readonly width: number | null
}

/** Villages differ: each has its own rate, the county's times an exponential number. */
export function simulateShare(seed: number, rate: number, { draw }: Draw): SimulatedShare {
  const random = seededRandom(seed)
  const county = Array.from({ length: VILLAGES }, (_, village) => {
    const own = rate * -Math.log(1 - random.next())
    return Array.from({ length: HOUSEHOLDS }, (): Household => {
      const isWrong = random.next() < own
      return { village, stratum: village % 3, persons: random.pick(SIZES), isWrong }
    })
  }).flat()
  const truth = personsOf(county.filter(({ isWrong }) => isWrong)) / personsOf(county)
  const sums = new SampleSums('drawn')
  const drawn = draw(random, county)
  for (const { weight, drawnStratum, cluster, persons, isWrong } of drawn)
    sums.add({ weight, stratum: drawnStratum, cluster }, [isWrong ? persons : 0, persons])
  const share: Share = { sums, numerator: 0, denominator: 1, units: personsOf(drawn) }
  const told = (interval: Interval): Simulated => simulated(interval, truth)
  return {
    ours: told(estimateShare(share)),
    limited: told(intervalOf(share, sums.effectiveSize(1))),
    survey: told(sums.total(0) === 0 ? NO_INTERVAL : intervalOf(share, Infinity)),
  }
}

function intervalOf(share: Share, sizeAtMost: number): Interval {
  const { sums, numerator, denominator, units } = share
  return kornGraubard({
    value: sums.total(numerator) / sums.total(denominator),
    variance: sums.varianceOf(linearisedShare(share)),
    degreesOfFreedom: sums.degreesOfFreedom(denominator),
    units,
    sizeAtMost,
  })
}

function simulated({ low, high }: Interval, truth: number): Simulated {
  return low === null || high === null
    ? { isCovered: false, width: null }
    : { isCovered: low <= truth && truth <= high, width: high - low }
}

function households(count: number): Draw {
  return {
    name: `${count} households`,
    draw: (random, county) =>
      random
        .shuffle(county)
        .slice(0, count)
        .map((each) => drawnAs(each, 1)),
  }
}

function strata(...counts: readonly number[]): Draw {
  return {
    name: `${counts.join(' + ')} of equal strata`,
    draw: (random, county) =>
      counts.flatMap((count, stratum) =>
        random
          .shuffle(county.filter((each) => each.stratum === stratum))
          .slice(0, count)
          .map((each) => drawnAs(each, OF_STRATUM / count, String(stratum))),
      ),
  }
}

function villages(count: number, ofEach: number): Draw {
  return {
    name: `${count} villages of ${ofEach}`,
    draw: (random, county) =>
      random
        .shuffle(Array.from({ length: VILLAGES }, (_, village) => village))
        .slice(0, count)
        .flatMap((village) =>
          random
            .shuffle(county.filter((each) => each.village === village))
            .slice(0, ofEach)
            .map((each) => drawnAs(each, 1, '', String(village))),
        ),
  }
}

function drawnAs(
  household: Household,
  weight: number,
  drawnStratum = '',
  cluster: string | null = null,
): Drawn {
  return { ...household, weight, drawnStratum, cluster }
}

function personsOf(some: readonly Household[]): number {
  return some.reduce((sum, { persons }) => sum + persons, 0)
}
