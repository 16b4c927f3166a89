import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../src/adapters/text/decodeText'

const LIST = '户编号,姓名,村\r\n51,李建国,幸福村\r\n52,一一,下一站村\r\n'
const encoded = (encoding: string, addBOM = false, text = LIST) =>
  new Uint8Array(iconv.encode(text, encoding, { addBOM }))

/** The bytes without the one at `at`. */
function without(bytes: Uint8Array, at: number): Uint8Array {
  return Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + 1)])
}

/** Where a word of the list begins in its bytes. */
function offsetOf(word: string, encoding: string): number {
  return iconv.encode(LIST.slice(0, LIST.indexOf(word)), encoding).length
}

describe('text is read', () => {
  it.each([
    ['UTF-8', encoded('utf8')],
    ['UTF-8', encoded('utf8', true)],
    ['UTF-16LE', encoded('utf16le')],
    ['UTF-16LE', encoded('utf16le', true)],
    ['UTF-16BE', encoded('utf16be')],
    ['UTF-16BE', encoded('utf16be', true)],
    ['GB18030', encoded('gbk')],
    ['GB18030', encoded('gb18030', false, LIST)],
  ])('as %s, with or without a byte order mark', (encoding, bytes) => {
    expect(decodeText(bytes)).toEqual({ ok: true, text: LIST, encoding })
  })

  it('when a character takes four bytes', () => {
    const text = '姓名\n冯𠮷梅\n'
    for (const encoding of ['utf8', 'utf16le', 'gb18030'])
      expect(decodeText(encoded(encoding, false, text))).toMatchObject({ ok: true, text })
  })

  it('when it is empty', () => {
    expect(decodeText(new Uint8Array())).toEqual({ ok: true, text: '', encoding: 'UTF-8' })
  })
})

describe('a damaged character is reported by encoding, line and byte', () => {
  it.each([
    ['UTF-8', 'utf8'],
    ['GB18030', 'gbk'],
  ])('when one byte of a name in %s is missing', (encoding, name) => {
    // The last byte of 国: what is left of the character begins two bytes, or one, before the separator.
    const comma = offsetOf(',幸福', name)
    const bytes = without(encoded(name), comma - 1)
    const left = name === 'utf8' ? 2 : 1
    expect(decodeText(bytes)).toEqual({ ok: false, encoding, line: 2, offset: comma - 1 - left })
  })

  it('when damaged UTF-8 would be sound GBK, of other characters', () => {
    // 5 characters take 15 bytes; without one of them, 14 are seven pairs.
    const bytes = without(encoded('utf8', false, '名单\n李建国王芳\n'), 10)
    expect(() => new TextDecoder('gb18030', { fatal: true }).decode(bytes)).not.toThrow()
    expect(decodeText(bytes)).toEqual({ ok: false, encoding: 'UTF-8', line: 2, offset: 10 })
  })

  it('when the last character is cut off', () => {
    const bytes = encoded('utf8', false, '姓名\n李建国')
    expect(decodeText(bytes.subarray(0, -1))).toEqual({ ok: false, encoding: 'UTF-8', line: 2, offset: 13 })
  })

  it.each([
    ['\n', 3],
    ['\r', 3],
    ['\r\n', 3],
  ])('when lines end with %j', (end, line) => {
    const bytes = encoded('utf8', false, ['姓名', '李建国', '王'].join(end)).subarray(0, -1)
    expect(decodeText(bytes)).toMatchObject({ ok: false, line })
  })

  it('when UTF-16 has half a pair, or an odd byte at its end', () => {
    const half = encoded('utf16le', true, 'a,b\n')
    expect(decodeText(Uint8Array.from([...half, 0x00, 0xd8, 0x41, 0x00]))).toEqual({
      ok: false,
      encoding: 'UTF-16LE',
      line: 2,
      offset: 10,
    })
    expect(decodeText(half.subarray(0, -1))).toMatchObject({ ok: false, line: 1, offset: 8 })
  })

  it.each([
    ['UTF-8', 'utf8', 1],
    ['UTF-16LE', 'utf16le', 2],
    ['GB18030', 'gbk', 1],
  ])('when %s has a zero where no text has one', (encoding, name, width) => {
    const at = offsetOf('李', name) + (name === 'utf16le' ? 2 : 0)
    const bytes = encoded(name, name === 'utf16le')
    const spoilt = Uint8Array.from([
      ...bytes.subarray(0, at),
      ...new Uint8Array(width),
      ...bytes.subarray(at),
    ])
    expect(decodeText(spoilt)).toEqual({ ok: false, encoding, line: 2, offset: at })
  })
})
