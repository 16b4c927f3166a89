import type { MeasuredHousehold } from '../../src/domain/programmes/assessment/measures/MeasuredHousehold'
import type { Sampling } from '../../src/domain/sampling/Sampling'
import { seededRandom, type SeededRandom } from '../../src/domain/shared/seededRandom'
import { aMeasured } from '../builders/aMeasured'

/** A made-up sample that R's `survey` and the measures are both asked about. */
export interface SampleDesign {
  readonly name: string
  readonly households: readonly MeasuredHousehold[]
}

/** How a sample of this kind comes about: `index` counts its households. */
interface DesignKind {
  readonly name: string
  readonly sizes: readonly number[]
  readonly rates: readonly number[]
  samplingOf(index: number): Sampling
}

const KINDS: readonly DesignKind[] = [
  {
    name: 'households',
    sizes: [40, 300, 600],
    rates: [0, 0.01, 0.05, 0.4, 1],
    samplingOf: () => ({ weight: 1, stratum: '', cluster: null }),
  },
  {
    name: 'strata',
    sizes: [240, 500],
    rates: [0.02, 0.1, 0.5],
    samplingOf: (index) => {
      const stratum = index % 20 === 0 ? 'a' : index % 4 === 0 ? 'b' : 'c'
      return { weight: { a: 80.5, b: 21.25, c: 6.125 }[stratum], stratum, cluster: null }
    },
  },
  {
    name: 'villages',
    sizes: [200, 600],
    rates: [0, 0.02, 0.2, 0.5],
    samplingOf: (index) => ({ weight: 1, stratum: '', cluster: `v${index % 15}` }),
  },
  {
    name: 'weighted villages, some certain',
    sizes: [300, 480],
    rates: [0.01, 0.1, 0.6],
    samplingOf: (index) => {
      const village = index % 24
      if (village < 3) return { weight: 4, stratum: `certain ${village}`, cluster: null }
      return { weight: 20 + 7.5 * (village % 5), stratum: 'drawn', cluster: `v${village}` }
    },
  },
  {
    name: 'villages in strata, one stratum of one village',
    sizes: [150, 400],
    rates: [0.02, 0.3],
    samplingOf: (index) => {
      const village = index % 13
      const stratum = village === 12 ? 'lonely' : `s${village % 3}`
      return { weight: 1 + (village % 3), stratum, cluster: `v${village}` }
    },
  },
]

/** Persons of a household. */
const SIZES = [1, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 6, 7] as const

/** All designs, the same on every machine: each kind in each size and rate. */
export function sampleDesigns(): readonly SampleDesign[] {
  const cases = KINDS.flatMap((kind) =>
    kind.sizes.flatMap((size) => kind.rates.map((rate) => ({ kind, size, rate }))),
  )
  return cases.map(({ kind, size, rate }, seed) => {
    const random = seededRandom(seed)
    return {
      name: `${kind.name}, ${size} households, rate ${rate}`,
      households: Array.from({ length: size }, (_, index) => makeHousehold(kind, index, rate, random)),
    }
  })
}

/**
 * Exited, unregistered and poor households mixed, so that rates are those of domains. Whole villages and strata differ in
 * their rates, and no one is unregistered in every fifth village: some clusters have nobody of the domain.
 */
function makeHousehold(
  kind: DesignKind,
  index: number,
  rate: number,
  random: SeededRandom,
): MeasuredHousehold {
  const sampling = kind.samplingOf(index)
  const place = sampling.cluster ?? sampling.stratum
  const number = Number(/\d+/.exec(place)?.[0] ?? 0)
  const chance = random.next()
  const isNobodyUnregistered = sampling.cluster !== null && number % 5 === 0
  const status = chance < 0.5 || isNobodyUnregistered ? 'exited' : chance < 0.85 ? 'unregistered' : 'poor'
  const own = rate === 0 || rate === 1 ? rate : Math.min(0.95, rate * (0.4 + 0.3 * (number % 5)))
  const isWrong = random.next() < own
  return aMeasured({
    id: `h${index}`,
    status,
    conclusion: conclusionOf(status, isWrong),
    persons: random.pick(SIZES),
    recognises: random.next() < 0.05 ? null : random.next() < 1 - own / 2,
    sampling,
  })
}

function conclusionOf(
  status: 'exited' | 'unregistered' | 'poor',
  isWrong: boolean,
): MeasuredHousehold['conclusion'] {
  switch (status) {
    case 'exited':
      return isWrong ? 'suspected_wrong_exit' : 'exit_confirmed'
    case 'unregistered':
      return isWrong ? 'suspected_omission' : 'no_omission'
    case 'poor':
      return 'still_poor'
  }
}
