import { describe, expect, it } from 'vitest'
import {
  parseBulkName,
  parseBytes,
  parseFiles,
  parseMark,
  parseOffset,
  parseProjectId,
} from '../../../electron/main/callValues'

const PROJECT = '0123456789abcdef0123456789abcdef'

describe('values of calls', () => {
  it('let honest values through', () => {
    expect(parseProjectId(PROJECT)).toBe(PROJECT)
    expect(parseBulkName('roster-1.bin')).toBe('roster-1.bin')
    expect(parseMark({ journal: 'a', offset: 0, ending: 'e', more: 1 })).toEqual({
      journal: 'a',
      offset: 0,
      ending: 'e',
    })
    expect(parseMark(null)).toBeNull()
  })

  it.each(['../../etc', '', PROJECT.toUpperCase(), `${PROJECT}/..`, `${PROJECT}\n`, 7, null])(
    'refuse %j as a project id',
    (value) => expect(() => parseProjectId(value)).toThrow(TypeError),
  )

  it.each(['', '.', '..', '.hidden', 'a/b', 'a\\b', 'a:b', 'C:', 'a\0', 'a'.repeat(129), 7])(
    'refuse %j as the name of a bulk file',
    (value) => expect(() => parseBulkName(value)).toThrow(TypeError),
  )

  it('let through files with plain names in any script', () => {
    const files = [
      { name: '云岭县-甲、乙-2020-07-15-093000.yihu', bytes: Uint8Array.of(1) },
      { name: 'b.yihu', bytes: Uint8Array.of(2) },
    ]
    expect(parseFiles(files)).toEqual(files)
  })

  it.each(['', '.', '..', '../a', 'a/b', 'a\\b', 'a:b', 'a\0', 'a.', 'a'.repeat(201), 7])(
    'refuse %j as the name of a file',
    (name) => expect(() => parseFiles([{ name, bytes: Uint8Array.of(1) }])).toThrow(TypeError),
  )

  it.each([null, 'a', [null], [{ name: 'a', bytes: 'b' }]])('refuse %j as files', (value) =>
    expect(() => parseFiles(value)).toThrow(TypeError),
  )

  it('refuse two files of one name', () => {
    const bytes = Uint8Array.of(1)
    expect(() =>
      parseFiles([
        { name: 'A', bytes },
        { name: 'a', bytes },
      ]),
    ).toThrow(TypeError)
  })

  it.each([-1, 0.5, Number.NaN, Infinity, '0', null])('refuse %j as an offset', (value) =>
    expect(() => parseOffset(value)).toThrow(TypeError),
  )

  it.each(['text', [1, 2], new ArrayBuffer(2), null, undefined])('refuse %j as bytes', (value) =>
    expect(() => parseBytes(value)).toThrow(TypeError),
  )

  it.each([
    undefined,
    'a',
    {},
    { journal: 'a' },
    { journal: 1, offset: 1, ending: 'e' },
    { journal: 'a', offset: -1, ending: 'e' },
    { journal: 'a', offset: 1 },
  ])('refuse %j as a mark', (value) => expect(() => parseMark(value)).toThrow(TypeError))
})
