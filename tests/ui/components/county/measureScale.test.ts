import { describe, expect, it } from 'vitest'
import type { Measure } from '../../../../src/domain/programmes/assessment/measures/Measure'
import { measureScale, placeOn } from '../../../../src/ui/components/county/measureScale'

type Marks = Pick<Measure, 'value' | 'low' | 'high' | 'best' | 'worst' | 'threshold'>

function scaleOf(...marks: readonly Partial<Marks>[]) {
  const none = { value: null, low: null, high: null, best: null, worst: null, threshold: 0.02 }
  return measureScale(marks.map((each) => ({ ...none, ...each }) as Measure))
}

describe('the stretch of a chart', () => {
  it('of a rate begins at 0 and shows every mark with some air', () => {
    // Outermost mark 0.1, an eighth of air less: 0.1 + 0.12 × 0.1.
    const scale = scaleOf({ value: 0.01, low: 0, high: 0.05 }, { worst: 0.1 })
    expect(scale.from).toBe(0)
    expect(scale.to).toBeCloseTo(0.112, 10)
  })
  it('of recognition ends at 100 % and begins below the lowest mark', () => {
    const scale = scaleOf({ value: 0.97, low: 0.95, high: 1, threshold: 0.9 })
    expect(scale.to).toBe(1)
    expect(scale.from).toBeCloseTo(0.9 - 0.12 * 0.1, 10)
  })
  it('shows the threshold where nothing else is known', () => {
    expect(placeOn(scaleOf({}), 0.02)).toBeCloseTo(100 / 1.12, 10)
  })
  it('never reaches beyond 0 and 100 %', () => {
    expect(scaleOf({ high: 1 }).to).toBe(1)
    expect(scaleOf({ low: 0, threshold: 0.9 }).from).toBe(0)
  })
})
