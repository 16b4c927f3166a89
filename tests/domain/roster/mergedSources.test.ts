import { describe, expect, it } from 'vitest'
import { mergedSources } from '../../../src/domain/roster/mergedSources'
import { arrayTable } from '../../fixtures/roster/arrayTable'

const ROWS = [['户编号'], ['51'], [null], [null], ['52'], [null]]

/** Which row holds the value of each row of column A, when these rows are merged. */
function sources(...areas: readonly (readonly [top: number, bottom: number])[]): readonly number[] | null {
  const merges = areas.map(([top, bottom]) => ({ top, left: 0, bottom, right: 0 }))
  const rows = mergedSources(arrayTable(ROWS, { merges }), 1, new Set([0])).get(0)
  return rows === undefined ? null : [...rows]
}

describe('the row that holds the value of a merged cell', () => {
  it('is the top of its area, in whatever order the areas stand', () =>
    expect(sources([4, 5], [1, 3])).toEqual([0, 1, 1, 1, 4, 4]))
  it('is that of the upper area when two overlap, as they do in no sound file', () =>
    expect(sources([2, 5], [1, 3])).toEqual([0, 1, 1, 1, 4, 5]))
  it('is its own when the area reaches into the header', () => expect(sources([0, 3])).toBeNull())
  it('ends with the list when the area does not', () =>
    expect(sources([4, 1_048_575])).toEqual([0, 1, 2, 3, 4, 4]))
})
