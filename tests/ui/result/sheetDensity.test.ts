import { describe, expect, it } from 'vitest'
import { sheetDensity } from '../../../src/ui/result/sheetDensity'

describe('how close a sheet is set', () => {
  it.each([
    ['open', 10, 10],
    ['close', 28, 20],
    ['closest', 60, 30],
  ] as const)('is %s for %i paragraphs of one line and %i rows', (density, paragraphs, rows) => {
    expect(sheetDensity({ paragraphs: Array<string>(paragraphs).fill('够吃'), rows })).toBe(density)
  })

  it('counts Chinese characters twice as wide as Latin ones', () => {
    const of = (letter: string) =>
      sheetDensity({ paragraphs: Array<string>(14).fill(letter.repeat(80)), rows: 16 })
    expect([of('a'), of('户')]).toEqual(['open', 'close'])
  })
})
