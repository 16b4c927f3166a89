import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { archiveEntries, packedBytes } from '../../../src/adapters/archive/archiveEntries'
import { bySheetJS } from '../../fixtures/roster/sampleFiles'
import { importFiles } from '../../fixtures/roster/importFiles'
import { SAMPLE_COUNTS } from '../../fixtures/roster/sampleList'
import { asZip64 } from './asZip64'

const plain = zipSync({ 'a.txt': Uint8Array.of(1, 2, 3), 'b/c.txt': new Uint8Array(500) })

describe('a small archive in Zip64', () => {
  it('has the entries of the plain one', () => {
    const whole = asZip64(plain)
    expect(archiveEntries(whole)).toEqual(archiveEntries(plain))
    for (const entry of archiveEntries(whole) ?? [])
      expect(packedBytes(whole, entry)).toEqual(packedBytes(plain, entry))
  })

  it('is read as a list', () => {
    expect(importFiles(['a.xlsx', asZip64(bySheetJS('xlsx'))]).rows).toEqual(SAMPLE_COUNTS)
  })

  it.each([
    [
      'lacks its extra field',
      (bytes: Uint8Array) => overwritten(bytes, [0x01, 0x00, 24, 0], [0x99, 0x00, 24, 0]),
    ],
    [
      'has a short extra field',
      (bytes: Uint8Array) => overwritten(bytes, [0x01, 0x00, 24, 0], [0x01, 0x00, 8, 0]),
    ],
    [
      'has no end record where the locator says',
      (bytes: Uint8Array) => overwritten(bytes, [0x50, 0x4b, 6, 6], [0, 0, 0, 0]),
    ],
  ])('is damaged when it %s', (_, spoil) => {
    expect(archiveEntries(spoil(asZip64(plain)))).toBeNull()
  })

  it('is too large only when its 64-bit size says so', () => {
    const bytes = asZip64(bySheetJS('xlsx'), 5_000_000_000n)
    expect(importFiles(['a.xlsx', bytes]).problems).toMatchObject([{ code: 'file_too_large' }])
  })
})

function overwritten(bytes: Uint8Array, mark: readonly number[], by: readonly number[]): Uint8Array {
  const spoilt = Uint8Array.from(bytes)
  spoilt.set(by, Buffer.from(bytes).lastIndexOf(Buffer.from(mark)))
  return spoilt
}
