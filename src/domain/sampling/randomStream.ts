/** Name and version of the generator, as sampling logs record it. Never change what a name draws: add another. */
export const GENERATOR = 'xoshiro128**-sha256-1'

/** Chance that a text fixes for good: the same on every machine and in every version of this app. */
export interface RandomStream {
  /** Uniform whole number from 0 to 2^32 - 1. */
  nextWord(): number
  /** Uniform whole number from 0 to `count` - 1; `count` at most 2^32. */
  below(count: number): number
  /** A new list of the same items, every order equally likely. */
  shuffle<Item>(items: readonly Item[]): readonly Item[]
}

/** The stream of a seed's text: its state is the first 16 bytes of the text's SHA-256 (`digest`, in hex), as four words. */
export function randomStream(seed: string, digest: (text: string) => string): RandomStream {
  const hash = digest(seed)
  const word = (index: number): number => Number.parseInt(hash.slice(8 * index, 8 * index + 8), 16)
  return streamOf([word(0), word(1), word(2), word(3)])
}

/**
 * xoshiro128** 1.1 by David Blackman and Sebastiano Vigna (public domain; ACM Transactions on Mathematical Software 47,
 * 2021, 4). Numbers below a bound by rejection, so that none is likelier than another; order by Fisher and Yates.
 */
export function streamOf(state: readonly [number, number, number, number]): RandomStream {
  let [a, b, c, d] = state.map((word) => word | 0) as [number, number, number, number]

  function nextWord(): number {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotate(d, 11)
    return result
  }

  function below(count: number): number {
    const limit = WORDS - (WORDS % count)
    let word = nextWord()
    while (word >= limit) word = nextWord()
    return word % count
  }

  function shuffle<Item>(items: readonly Item[]): readonly Item[] {
    const shuffled = [...items]
    for (let last = shuffled.length - 1; last > 0; last--) {
      const other = below(last + 1)
      ;[shuffled[last], shuffled[other]] = [shuffled[other] as Item, shuffled[last] as Item]
    }
    return shuffled
  }

  return { nextWord, below, shuffle }
}

/** How many different words there are. */
export const WORDS = 2 ** 32

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by))
}
