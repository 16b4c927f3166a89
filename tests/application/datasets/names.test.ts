import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { soundNames } from '../../../src/application/datasets/names'

describe('names of variables', () => {
  it('stay as they are where every format takes them', () => {
    const names = ['household', 'support_received_ecological_post', 'x1']
    expect(soundNames(names)).toEqual(names)
  })
  it.each([
    ['by', 'by_2'],
    ['str7', 'str7_2'],
    ['_all', 'v_all'],
    ['1st', 'v1st'],
    ['户编号', 'v___'],
  ])('%s becomes %s', (name, sound) => {
    expect(soundNames([name])).toEqual([sound])
  })
  it('are sound and differ, whatever they were', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 50, unit: fc.constantFrom('a', 'A', '_', '1', '户') })),
        (names) => {
          const sound = soundNames(names)
          expect(sound).toHaveLength(names.length)
          expect(new Set(sound.map((name) => name.toLowerCase())).size).toBe(names.length)
          for (const name of sound) expect(name).toMatch(/^[A-Za-z]\w{0,31}$/)
        },
      ),
    )
  })
})
