import { groupBy } from '../shared/groupBy'
import type { Problem } from '../shared/Problem'
import { refusals, success, type Result } from '../shared/Result'
import { divideSample } from './divideSample'
import type { DrawnSample, SampleStratum } from './DrawnSample'
import { drawVillages } from './drawVillages'
import { formStrata, type FrameStratum } from './formStrata'
import { inFrameOrder, type FrameHousehold } from './Frame'
import { fault, planFaults } from './planFaults'
import { randomStream, type RandomStream } from './randomStream'
import type { SamplingPlan } from './SamplingPlan'

/**
 * Draws households by a plan: the same for the same frame, whatever its order. Within a stratum each household is as likely
 * as another, and the weights add up to the population. `digest`: SHA-256 in hex. Refused: what `planFaults` and
 * `divideSample` name, and `sample_stratum_emptied` (all households of a stratum would be left out, with nobody to stand for
 * them).
 */
export function drawSample(
  frame: readonly FrameHousehold[],
  plan: SamplingPlan,
  digest: (text: string) => string,
): Result<DrawnSample> {
  const errors = planFaults(frame, plan).filter(({ severity }) => severity === 'error')
  if (errors.length > 0) return refusals(errors)
  const wanted = inFrameOrder(frame).filter(({ type }) => plan.types.includes(type))
  const strata = formStrata(wanted, plan)
  const reached = strata.filter(({ rate }) => rate > 0)
  const emptied = emptiedPlaces(strata)
  if (emptied.length > 0) return refusals(emptied)

  const random = randomStream(plan.seed, digest)
  const cells = plan.design === 'cluster' ? inDrawnVillages(reached, plan, random) : reached.map(alone)
  const population = householdsIn(reached)
  const counts = divideSample(
    cells.map(({ type, households, rate, villageProbability }) => ({
      type,
      households: households.length,
      share: (households.length / villageProbability) * rate,
    })),
    plan,
    population,
  )
  if (!counts.ok) return counts
  return success({
    population,
    leftOut: householdsIn(strata) - population,
    size: counts.value.reduce((sum, count) => sum + count, 0),
    strata: cells.map((cell, index) => drawHouseholds(cell, counts.value[index] ?? 0, plan.reserve, random)),
  })
}

/** A stratum that is drawn from. */
interface Cell extends FrameStratum {
  readonly cluster: string | null
  readonly villageProbability: number
}

function alone(stratum: FrameStratum): Cell {
  return { ...stratum, cluster: null, villageProbability: 1 }
}

/** The strata of villages that were drawn for them. A certain village is no cluster: its households are what was drawn. */
function inDrawnVillages(
  strata: readonly FrameStratum[],
  plan: SamplingPlan,
  random: RandomStream,
): readonly Cell[] {
  const supervised = new Set(plan.supervised)
  const villages = [...groupBy(strata, ({ village }) => village ?? '')].map(([village, ofVillage]) => ({
    village,
    households: householdsIn(ofVillage),
    isSupervised: supervised.has(village),
  }))
  const drawn = new Map(
    drawVillages(villages, plan.villages ?? 0, random).map(({ village, probability }) => [
      village,
      probability,
    ]),
  )
  return strata.flatMap((stratum): readonly Cell[] => {
    const probability = drawn.get(stratum.village ?? '')
    if (probability === undefined) return []
    const cluster = probability === 1 ? null : stratum.village
    return [{ ...stratum, cluster, villageProbability: probability }]
  })
}

function drawHouseholds(cell: Cell, count: number, reserve: number, random: RandomStream): SampleStratum {
  const { township, village, type, group, cluster, households, villageProbability } = cell
  const inclusionProbability = (villageProbability * count) / households.length
  const order = random.shuffle(households).map(({ id }) => id)
  return {
    township,
    village,
    type,
    group,
    cluster,
    households: households.length,
    inclusionProbability,
    weight: 1 / inclusionProbability,
    drawn: order.slice(0, count),
    reserves: order.slice(count, count + Math.ceil(count * reserve)),
  }
}

/** Places and types of which everybody would be left out. */
function emptiedPlaces(strata: readonly FrameStratum[]): readonly Problem[] {
  const places = groupBy(strata, ({ township, village, type }) => JSON.stringify([township, village, type]))
  return [...places.values()].flatMap((ofPlace) => {
    const [first] = ofPlace
    if (first === undefined || ofPlace.some(({ rate }) => rate > 0)) return []
    return [fault('sample_stratum_emptied', first.village ?? first.township, { type: first.type })]
  })
}

function householdsIn(strata: readonly { readonly households: readonly FrameHousehold[] }[]): number {
  return strata.reduce((sum, { households }) => sum + households.length, 0)
}
