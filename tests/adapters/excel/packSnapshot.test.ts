import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packSnapshot, unpackSnapshot } from '../../../src/adapters/excel/packSnapshot'
import type { SheetSnapshot } from '../../../src/application/workbook/review/Snapshot'
import { seededRandom } from '../../../src/domain/shared/seededRandom'

const plain = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constant(null),
)
const sheet = fc.record({
  name: fc.string(),
  rows: fc.array(fc.array(fc.oneof(plain, fc.record({ f: plain })))),
})

/** Many that cannot be made much shorter. */
function manyCells(): readonly SheetSnapshot[] {
  const random = seededRandom(1)
  return [{ name: '户', rows: Array.from({ length: 5_000 }, () => [random.next(), random.next()]) }]
}

describe('the sheets as they were written', () => {
  it('are the same after they were packed and unpacked', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(sheet), async (sheets) => {
        const written = JSON.parse(JSON.stringify(sheets)) as unknown
        expect(unpackSnapshot(await packSnapshot(sheets))).toEqual(written)
      }),
    )
  })
  it('fit into cells of Excel', async () => {
    const pieces = await packSnapshot(manyCells())
    expect(pieces.length).toBeGreaterThan(3)
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(30_000)
    expect(unpackSnapshot(pieces)).toEqual(manyCells())
  })
  it('are none where a piece is missing, stands elsewhere or was altered', async () => {
    const pieces = await packSnapshot(manyCells())
    const [first = '', second = '', third = '', ...rest] = pieces
    for (const damaged of [
      [],
      pieces.slice(1),
      pieces.slice(0, -1),
      [first, third, second, ...rest],
      [first, `${second.slice(0, 100)}A${second.slice(101)}`, third, ...rest],
      [first, '不是', third, ...rest],
      ['999999999 1', second],
    ])
      expect(unpackSnapshot(damaged)).toBeNull()
  })
  it('are none where they say another shape', async () => {
    for (const row of [{}, [true], [{ g: 1 }]]) {
      const other = [{ name: '户', rows: [row] }] as unknown as readonly SheetSnapshot[]
      expect(unpackSnapshot(await packSnapshot(other))).toBeNull()
    }
  })
  it('never throw, whatever the pieces are', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (pieces) => {
        expect(unpackSnapshot(pieces)).toBeNull()
      }),
    )
  })
})
