import { describe, expect, it } from 'vitest'
import { digest } from '../../../src/adapters/crypto/digest'
import { drawVillages, type FrameVillage } from '../../../src/domain/sampling/drawVillages'
import { randomStream } from '../../../src/domain/sampling/randomStream'

const village = (name: string, households: number, isSupervised = false): FrameVillage => ({
  village: name,
  households,
  isSupervised,
})

const draw = (villages: readonly FrameVillage[], count: number, seed = '村') =>
  drawVillages(villages, count, randomStream(seed, digest))

describe('villages', () => {
  it('are drawn with probability proportional to their households', () => {
    const villages = [10, 20, 30, 40].map((households) => village(`${households}户村`, households))
    const rounds = 2000
    const counts = new Map<string, number>()
    for (let round = 0; round < rounds; round++) {
      const found = draw(villages, 2, `村${round}`)
      expect(found).toHaveLength(2)
      for (const each of found) counts.set(each.village, (counts.get(each.village) ?? 0) + 1)
    }
    // Two of 100 households' worth: 0.2, 0.4, 0.6, 0.8. Standard deviation at most √(2000 × 0.24) = 22.
    expect(counts.get('10户村')).toBeGreaterThan(400 - 60)
    expect(counts.get('10户村')).toBeLessThan(400 + 60)
    expect(counts.get('20户村')).toBeGreaterThan(800 - 75)
    expect(counts.get('20户村')).toBeLessThan(800 + 75)
    expect(counts.get('30户村')).toBeGreaterThan(1200 - 75)
    expect(counts.get('30户村')).toBeLessThan(1200 + 75)
    expect(counts.get('40户村')).toBeGreaterThan(1600 - 60)
    expect(counts.get('40户村')).toBeLessThan(1600 + 60)
  })
  it('may be drawn in every pair, neighbours on the list as well', () => {
    const villages = ['甲', '乙', '丙', '丁'].map((name) => village(name, 10))
    const pairs = Array.from({ length: 200 }, (_, round) =>
      draw(villages, 2, `对${round}`)
        .map((each) => each.village)
        .join(''),
    )
    expect(new Set(pairs).size).toBe(6)
  })
  it('have a known probability', () => {
    const villages = [village('甲', 10), village('乙', 10), village('丙', 10), village('丁', 20)]
    for (const { village: name, probability } of draw(villages, 2))
      expect(probability).toBeCloseTo(name === '丁' ? 0.8 : 0.4, 12)
  })
  it('under special supervision are always in, and the others compete for the rest', () => {
    const villages = [village('督', 1, true), village('甲', 30), village('乙', 30), village('丙', 30)]
    for (let round = 0; round < 50; round++) {
      const [first, second] = draw(villages, 2, `督${round}`)
      expect(first).toEqual({ village: '督', probability: 1 })
      expect(second?.probability).toBeCloseTo(1 / 3, 12)
    }
  })
  it('as large as the interval are certain, and so are those that this makes large', () => {
    // Three of 100, 40, 10, 10: interval 160/3 = 53.3, 100 is certain; of the rest, two of 60: interval 30, 40 is certain.
    const villages = [village('大', 100), village('中', 40), village('小', 10), village('末', 10)]
    const found = draw(villages, 3)
    expect(found.slice(0, 2)).toEqual([
      { village: '大', probability: 1 },
      { village: '中', probability: 1 },
    ])
    expect(found[2]?.probability).toBeCloseTo(0.5, 12)
  })
  it('are all in when all are wanted', () => {
    const found = draw([village('甲', 3), village('乙', 300)], 2)
    expect(found.map(({ probability }) => probability)).toEqual([1, 1])
  })
})
