import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { compoundStreams } from '../../../src/adapters/excel/compoundStreams'
import { decryptXls } from '../../../src/adapters/excel/decryptXls'
import { rc4 } from '../../../src/adapters/excel/rc4'
import { importFiles } from '../../fixtures/roster/importFiles'
import { bySheetJS } from '../../fixtures/roster/sampleFiles'
import { SAMPLE_COUNTS } from '../../fixtures/roster/sampleList'
import { u16, u32 } from '../../fixtures/workbooks/writeXlsb'

const sha1 = (...parts: readonly Uint8Array[]) =>
  new Uint8Array(createHash('sha1').update(Buffer.concat(parts)).digest())
const SALT = Uint8Array.from({ length: 16 }, (_, index) => index * 3 + 1)

/** The key of a block with 128 bits ([MS-OFFCRYPTO] 2.3.5.2). */
function keyOf(password: string, block: number): Uint8Array {
  const salted = sha1(SALT, new Uint8Array(Buffer.from(password, 'utf16le')))
  return sha1(salted, Uint8Array.from(u32(block))).subarray(0, 16)
}

/** The record that says how a stream is encrypted, after Excel 2003. */
function passwordRecord(password: string): readonly number[] {
  const next = rc4(keyOf(password, 0))
  const secret = Uint8Array.from({ length: 16 }, (_, index) => 200 - index)
  const encrypted = [...secret, ...sha1(secret)].map((byte) => byte ^ next())
  const header = [u32(4), u32(0), u32(0x6801), u32(0x8004), u32(128), u32(1), u32(0), u32(0), u16(0)].flat()
  const content = [
    ...[u16(1), u16(2), u16(2), u32(4), u32(header.length)].flat(),
    ...header,
    ...[u32(16), [...SALT], encrypted.slice(0, 16), u32(20), encrypted.slice(16)].flat(),
  ]
  return [...u16(0x2f), ...u16(content.length), ...content]
}

/** A bare stream of records, the sample list, all but the heads of its records encrypted. */
function encryptedStream(password: string): Uint8Array {
  const stream = compoundStreams(bySheetJS('biff8'))?.get('WORKBOOK')?.bytes ?? new Uint8Array()
  const begin = 4 + (stream[2] ?? 0)
  const plain = Uint8Array.from([
    ...stream.subarray(0, begin),
    ...passwordRecord(password),
    ...stream.subarray(begin),
  ])
  const keys = Array.from({ length: Math.ceil(plain.length / 1024) }, (_, block) => {
    const next = rc4(keyOf(password, block))
    return Array.from({ length: 1024 }, () => next())
  }).flat()
  const view = new DataView(plain.buffer)
  const bytes = Uint8Array.from(plain)
  for (let at = 0; at + 4 <= plain.length; at += 4 + view.getUint16(at + 2, true)) {
    const type = view.getUint16(at, true)
    // The sheet begins as much later as the record is long.
    if (type === 0x85)
      view.setUint32(at + 4, view.getUint32(at + 4, true) + passwordRecord(password).length, true)
    if ([0x809, 0x2f, 0xe1].includes(type)) continue
    bytes.set(plain.subarray(at, at + 8), at)
    const end = at + 4 + view.getUint16(at + 2, true)
    for (let byte = at + (type === 0x85 ? 8 : 4); byte < end; byte++)
      bytes[byte] = (plain[byte] ?? 0) ^ (keys[byte] ?? 0)
  }
  return bytes
}

it('the key stream is that of RC4', () => {
  const next = rc4(new TextEncoder().encode('Key'))
  const bytes = new TextEncoder().encode('Plaintext').map((byte) => byte ^ next())
  expect(Buffer.from(bytes).toString('hex')).toBe('bbf316e8d940af0ad3')
})

describe('an .xls encrypted by Excel 2007 and later', () => {
  it('is read when the password is Excel’s own', () =>
    expect(importFiles(['a.xls', encryptedStream('VelvetSweatshop')]).rows).toEqual(SAMPLE_COUNTS))

  it('is refused when somebody chose the password', () =>
    expect(importFiles(['a.xls', encryptedStream('yihu')])).toMatchObject({
      refused: true,
      problems: [{ code: 'xls_encrypted', place: { file: 'a.xls' } }],
    }))

  it.each([2, 8, 20, 60])('is refused when its password record has only %i bytes', (length) => {
    const bytes = Uint8Array.from([9, 8, 0, 0, 0x2f, 0, length, 0, ...new Uint8Array(length), 10, 0, 0, 0])
    bytes[8] = 1
    expect(decryptXls(bytes)).toBeNull()
  })
})
