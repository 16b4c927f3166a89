import { describe, expect, it } from 'vitest'
import { sampleSize } from '../../../src/domain/sampling/sampleSize'

const byMargin = (margin: number, share = 0.5, designEffect = 1) =>
  ({ by: 'margin', margin, share, designEffect }) as const

describe('the size of a sample', () => {
  it('is the number asked for', () => expect(sampleSize({ by: 'number', households: 7 }, 5)).toBe(7))
  it('is what the margin needs, less for a small population', () => {
    // n0 = 1.96² × 0.25 / 0.05² = 384.1; of a million 384.1/(1 + 383.1/1000000) = 383.9, of 1,000
    // 384.1/(1 + 383.1/1000) = 277.7.
    expect(sampleSize(byMargin(0.05), 1_000_000)).toBe(384)
    expect(sampleSize(byMargin(0.05), 1_000)).toBe(278)
  })
  it('is smaller for a share far from a half', () => {
    // n0 = 3.8415 × 0.02 × 0.98 / 0.01² = 752.9; of 5,000: 752.9/(1 + 751.9/5000) = 654.5.
    expect(sampleSize(byMargin(0.01, 0.02), 5_000)).toBe(655)
  })
  it('is twice as large for a design effect of two, but for the small population', () => {
    // n0 = 768.3; of a million 767.7, of 1,000 768.3/(1 + 767.3/1000) = 434.7.
    expect(sampleSize(byMargin(0.05, 0.5, 2), 1_000_000)).toBe(768)
    expect(sampleSize(byMargin(0.05, 0.5, 2), 1_000)).toBe(435)
  })
  it('is never above the population', () => expect(sampleSize(byMargin(0.001), 40)).toBe(40))
})
