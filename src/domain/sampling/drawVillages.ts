import { WORDS, type RandomStream } from './randomStream'

export interface FrameVillage {
  readonly village: string
  /** Households to draw from. */
  readonly households: number
  readonly isSupervised: boolean
}

/** A drawn village with the probability that it was; 1 for those that were certain. */
export interface DrawnVillage {
  readonly village: string
  readonly probability: number
}

/**
 * Draws `count` villages with probability proportional to their households: systematically from a random start along the
 * villages in random order (Goodman & Kish, JASA 45 (1950); Hartley & Rao, Annals of Mathematical Statistics 33 (1962)).
 * Villages under special supervision are certain, and so is every village as large as the interval. `count` is above the
 * number of supervised villages, unless there are no others.
 */
export function drawVillages(
  villages: readonly FrameVillage[],
  count: number,
  random: RandomStream,
): readonly DrawnVillage[] {
  const certain = new Set(villages.filter(({ isSupervised }) => isSupervised))
  let others = villages.filter((village) => !certain.has(village))
  for (;;) {
    const interval = householdsIn(others) / (count - certain.size)
    const large = others.filter(({ households }) => households >= interval)
    if (large.length === 0) break
    for (const village of large) certain.add(village)
    others = others.filter((village) => !certain.has(village))
  }
  const drawn = drawSystematically(random.shuffle(others), count - certain.size, random)
  const probabilities = new Map([
    ...[...certain].map(({ village }) => [village, 1] as const),
    ...drawn.map(({ village, probability }) => [village, probability] as const),
  ])
  return villages.flatMap(({ village }) => {
    const probability = probabilities.get(village)
    return probability === undefined ? [] : [{ village, probability }]
  })
}

function drawSystematically(
  villages: readonly FrameVillage[],
  count: number,
  random: RandomStream,
): readonly DrawnVillage[] {
  const total = householdsIn(villages)
  const start = random.nextWord() / WORDS
  let [before, next] = [0, 0]
  return villages.flatMap(({ village, households }) => {
    before += households
    // The next point lies at (start + next) intervals of total/count households.
    if (next >= count || (start + next) * total >= before * count) return []
    next++
    return [{ village, probability: (count * households) / total }]
  })
}

function householdsIn(villages: readonly FrameVillage[]): number {
  return villages.reduce((sum, { households }) => sum + households, 0)
}
