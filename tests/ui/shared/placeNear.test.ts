import fc from 'fast-check'
import { expect, it } from 'vitest'
import { placeNear } from '../../../src/ui/shared/placeNear'

it('finds the place of every item, wherever the search begins', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer()), fc.integer({ min: -3, max: 20 }), (items, near) => {
      for (const [place, item] of items.entries())
        expect(placeNear(items, near, (each) => each === item)).toBe(place)
      expect(placeNear(items, near, () => false)).toBe(-1)
    }),
  )
})

it('looks at the nearest first', () => {
  const looked: number[] = []
  placeNear([0, 1, 2, 3, 4, 5], 3, (item) => looked.push(item) > 0 && item === 2)
  expect(looked.every((item) => item >= 2 && item <= 4)).toBe(true)
})
