import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { archiveEntries } from '../../../src/adapters/archive/archiveEntries'
import { replaceEntry } from '../../../src/adapters/archive/replaceEntry'
import { crc32 } from '../../../src/adapters/excel/crc32'

const CONTENTS = { 'first.xml': 'a'.repeat(900), 'styles.xml': 'b'.repeat(900), 'last.xml': 'c'.repeat(900) }
const ARCHIVE = zipSync(
  Object.fromEntries(Object.entries(CONTENTS).map(([name, text]) => [name, strToU8(text)])),
)

describe('an archive with one entry replaced', () => {
  it.each([
    ['first.xml', '短'],
    ['styles.xml', Array.from({ length: 900 }, (_, index) => index).join(' ')],
    ['last.xml', 'd'],
  ])('has the new content of %s, and the others as they were', (name, text) => {
    const replaced = replaceEntry(ARCHIVE, name, () => strToU8(text))
    const contents = Object.entries(unzipSync(replaced)).map(([name, bytes]) => [name, strFromU8(bytes)])
    expect(Object.fromEntries(contents)).toEqual({ ...CONTENTS, [name]: text })
    const entry = archiveEntries(replaced)?.find((each) => each.name === name)
    expect(entry).toMatchObject({ size: strToU8(text).length, crc32: crc32(strToU8(text)) })
    expect(new DataView(replaced.buffer).getUint32((entry?.offset ?? 0) + 14, true)).toBe(entry?.crc32)
  })

  it('is found in a part of a larger buffer', () => {
    const larger = new Uint8Array([0, 0, 0, ...ARCHIVE]).subarray(3)
    const replaced = replaceEntry(larger, 'styles.xml', () => strToU8('e'))
    expect(strFromU8(unzipSync(replaced)['styles.xml'] ?? new Uint8Array())).toBe('e')
  })

  it('cannot be made of an archive without it', () => {
    expect(() => replaceEntry(ARCHIVE, 'theme.xml', (content) => content)).toThrow('no entry theme.xml')
  })
})
