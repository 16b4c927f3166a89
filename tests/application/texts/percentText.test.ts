import { describe, expect, it } from 'vitest'
import { percentText } from '../../../src/application/texts/percentText'

describe('a share as a percentage', () => {
  it.each([
    [0.02, '2.00 %'],
    [0.019999, '2.00 %'],
    [0.01005, '1.01 %'],
    [0.0100499, '1.00 %'],
    [1, '100.00 %'],
    [2e-7, '0.00 %'],
    [null, '–'],
  ])('%s is shown as %s, half rounded up', (share, text) => {
    expect(percentText(share)).toBe(text)
  })
})
