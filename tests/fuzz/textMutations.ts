import iconv from 'iconv-lite'
import type { SeededRandom } from '../../src/domain/shared/seededRandom'
import { decodeText } from '../../src/adapters/text/decodeText'
import {
  HOSTILE_NUMBERS,
  HOSTILE_TEXTS,
  somewhere,
  spliced,
  type Mutation,
  type MutationFamily,
} from './Mutation'

/** What happens to text files, encodings first. */
export const textMutations: MutationFamily = {
  reencode: text((words, random) => iconv.encode(words, random.pick(ENCODINGS))),
  reencodeWithMark: text((words, random) => iconv.encode(words, random.pick(ENCODINGS), { addBOM: true })),
  mark: (bytes, random) => spliced(bytes, 0, 0, Uint8Array.from(random.pick(MARKS))),
  zeros: (bytes, random) =>
    spliced(bytes, somewhere(bytes.length, random), 0, new Uint8Array(random.between(1, 9))),
  oddLength: (bytes) => bytes.subarray(0, bytes.length - 1),
  field: text((words, random) => {
    const lines = words.split('\n')
    const at = somewhere(lines.length - 1, random)
    const cells = (lines[at] ?? '').split(',')
    cells[somewhere(cells.length, random)] = random.pick([...HOSTILE_TEXTS, ...HOSTILE_NUMBERS])
    lines[at] = cells.join(',')
    return utf8(lines.join('\n'))
  }),
  loneSurrogate: text((words, random) => {
    const bytes = iconv.encode(words, 'utf16le', { addBOM: true })
    const at = 2 + 2 * somewhere(words.length - 1, random)
    return spliced(bytes, at, 2, Uint8Array.of(0, random.pick([0xd8, 0xdb, 0xdc, 0xdf])))
  }),
  quote: text((words, random) => utf8(inserted(words, '"', random))),
  manyColumns: text((words, random) =>
    utf8(inserted(words, ','.repeat(random.between(100, 30_000)), random)),
  ),
  manyLines: text((words, random) =>
    utf8(
      inserted(words, random.pick(['\n', '\r\n', ',\n', '\r']).repeat(random.between(100, 30_000)), random),
    ),
  ),
  otherDelimiter: text((words, random) =>
    utf8(words.replaceAll(',', random.pick([';', '\t', '|', '\u001f', '，', '']))),
  ),
  otherLineEnd: text((words, random) =>
    utf8(words.replaceAll('\r\n', random.pick(['\n', '\r', '\u2028', '\n\r', '']))),
  ),
  markup: text((words, random) =>
    utf8(random.pick(['<html>', '<?xml version="1.0"?>', '<', '{', '%PDF', 'PK', '\ufeff<table>']) + words),
  ),
}

const ENCODINGS = [
  'utf8',
  'utf16le',
  'utf16be',
  'gbk',
  'gb18030',
  'big5',
  'shiftjis',
  'latin1',
  'utf7',
  'utf32le',
]
const MARKS = [
  [0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff], [0xff, 0xfe, 0, 0], [0x84, 0x31, 0x95, 0x33], [0x09, 0x08, 0x10],
] // prettier-ignore

function text(change: (words: string, random: SeededRandom) => Uint8Array): Mutation {
  return (bytes, random) => {
    const decoded = decodeText(bytes)
    return Uint8Array.from(change(decoded.ok ? decoded.text : '', random))
  }
}

function inserted(words: string, piece: string, random: SeededRandom): string {
  const at = somewhere(words.length, random)
  return words.slice(0, at) + piece + words.slice(at)
}

function utf8(words: string): Uint8Array {
  return new TextEncoder().encode(words)
}
