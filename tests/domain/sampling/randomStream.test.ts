import { describe, expect, it } from 'vitest'
import { digest } from '../../../src/adapters/crypto/digest'
import { randomStream, streamOf } from '../../../src/domain/sampling/randomStream'

describe('the stream', () => {
  it('is xoshiro128** as its reference implementation runs from the state 1, 2, 3, 4', () => {
    const stream = streamOf([1, 2, 3, 4])
    // The vector that the implementations in Rust (rand_xoshiro) and .NET are tested with.
    const expected = [
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]
    expect(expected.map(() => stream.nextWord())).toEqual(expected)
  })
  it('begins at the first 16 bytes of the SHA-256 of the seed', () => {
    // SHA-256 of 'abc' (FIPS 180-2, B.1) begins ba7816bf 8f01cfea 414140de 5dae2223.
    const [fromText, fromState] = [
      randomStream('abc', digest),
      streamOf([0xba7816bf, 0x8f01cfea, 0x414140de, 0x5dae2223]),
    ]
    const words = Array.from({ length: 5 }, () => fromState.nextWord())
    expect(words.map(() => fromText.nextWord())).toEqual(words)
  })
  it('draws numbers below a bound, and throws away the words that would favour the small ones', () => {
    // 2^32 = 3 × 1431655765 + 1, so that only the very last word is thrown away.
    const stream = streamOf([1, 2, 3, 4])
    expect([stream.below(3), stream.below(1), stream.below(7)]).toEqual([11520 % 3, 0, 5927040 % 7])
    // Below 3 × 2^30, a quarter of all words is thrown away: 3734860849, the eighth, is the first of them.
    const [picky, plain] = [streamOf([1, 2, 3, 4]), streamOf([1, 2, 3, 4])]
    const words = Array.from({ length: 10 }, () => plain.nextWord())
    const kept = words.filter((word) => word < 3 * 2 ** 30)
    expect(kept).toHaveLength(7)
    expect(kept.map(() => picky.below(3 * 2 ** 30))).toEqual(kept)
  })
  it('brings things into every order equally often', () => {
    const stream = randomStream('orders', digest)
    const counts = new Map<string, number>()
    for (let round = 0; round < 6000; round++) {
      const order = stream.shuffle(['a', 'b', 'c']).join('')
      counts.set(order, (counts.get(order) ?? 0) + 1)
    }
    // Six orders, 1000 each expected; 20.5 is the 99.9 % quantile of chi-square with 5 degrees of freedom.
    const statistic = [...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)
    expect(counts.size).toBe(6)
    expect(statistic).toBeLessThan(20.5)
  })
})
