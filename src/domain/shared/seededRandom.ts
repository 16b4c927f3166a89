/** A stream of numbers that a seed fixes for good: the same on every machine and in every version of this app. */
export interface SeededRandom {
  /** Uniform in [0, 1), 32 bits. */
  next(): number
  /** Whole number from `low` to `high`, both included. */
  between(low: number, high: number): number
  /** One of a list that is not empty. */
  pick<Item>(items: readonly Item[]): Item
  /** A new list of the same items in random order (Fisher-Yates). */
  shuffle<Item>(items: readonly Item[]): Item[]
}

/** sfc32 by Chris Doty-Humphrey (PractRand, public domain), its state filled from the seed by splitmix32. */
export function seededRandom(seed: number): SeededRandom {
  let mix = seed | 0
  const split = (): number => {
    mix = (mix + 0x9e3779b9) | 0
    let word = mix ^ (mix >>> 16)
    word = Math.imul(word, 0x21f0aaad)
    word ^= word >>> 15
    word = Math.imul(word, 0x735a2d97)
    return (word ^ (word >>> 15)) | 0
  }
  let [a, b, c, counter] = [split(), split(), split(), 1]

  function next(): number {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c |= 0
    return (sum >>> 0) / 4_294_967_296
  }
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  for (let warm = 0; warm < 12; warm++) next()
  return {
    next,
    between,
    pick: (items) => {
      const item = items[between(0, items.length - 1)]
      if (item === undefined) throw new Error('nothing to pick from')
      return item
    },
    shuffle: (items) => {
      const shuffled = [...items]
      for (let last = shuffled.length - 1; last > 0; last--) {
        const other = between(0, last)
        ;[shuffled[last], shuffled[other]] = [shuffled[other] as never, shuffled[last] as never]
      }
      return shuffled
    },
  }
}
