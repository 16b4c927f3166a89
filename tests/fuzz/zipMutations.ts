import { unzipSync, type Unzipped } from 'fflate'
import type { SeededRandom } from '../../src/domain/shared/seededRandom'
import { packed } from './archive'
import { spliced, type Mutation, type MutationFamily } from './Mutation'

/** An archive that is sound as such but whose entries are not what a workbook has, or whose directory lies. */
export const zipMutations: MutationFamily = {
  dropEntry: repacked((parts, random) => {
    delete parts[random.pick(Object.keys(parts))]
  }),
  emptyEntry: repacked((parts, random) => {
    parts[random.pick(Object.keys(parts))] = new Uint8Array()
  }),
  renameEntry: repacked((parts, random) => {
    const name = random.pick(Object.keys(parts))
    const part = parts[name] ?? new Uint8Array()
    delete parts[name]
    parts[random.pick([...NAMES, name.toUpperCase(), `/${name}`, name.replaceAll('/', '\\')])] = part
  }),
  duplicateEntry: repacked((parts, random) => {
    const part = parts[random.pick(Object.keys(parts))] ?? new Uint8Array()
    parts[random.pick([...NAMES, ...Object.keys(parts)])] = part
  }),
  swapEntries: repacked((parts, random) => {
    const [one, other] = [random.pick(Object.keys(parts)), random.pick(Object.keys(parts))]
    const [first, second] = [parts[one], parts[other]]
    parts[one] = second ?? new Uint8Array()
    parts[other] = first ?? new Uint8Array()
  }),
  storeAll: (bytes) => packed(unzipSync(bytes), 0),
  manyEntries: repacked((parts, random) => {
    for (let count = random.between(100, 2000); count > 0; count--)
      parts[`xl/worksheets/x${count}.xml`] = new Uint8Array()
  }),
  lieInDirectory: (bytes, random) => lie(bytes, random, [0x50, 0x4b, 1, 2], DIRECTORY_FIELDS),
  lieInLocalHeader: (bytes, random) => lie(bytes, random, [0x50, 0x4b, 3, 4], LOCAL_FIELDS),
  lieInEnd: (bytes, random) => lie(bytes, random, [0x50, 0x4b, 5, 6], END_FIELDS),
  trail: (bytes, random) => spliced(bytes, bytes.length, 0, new Uint8Array(random.between(1, 70_000))),
  precede: (bytes, random) => spliced(bytes, random.between(0, 4), 0, new Uint8Array(random.between(1, 512))),
}

const NAMES = [
  'constructor', '../../etc/passwd', '/xl/workbook.xml', 'XL/WORKBOOK.XML', 'xl\\workbook.xml', 'xl/workbook.bin',
  'xl/sharedStrings.xml', 'xl/worksheets/sheet1.xml', 'Index.zip', 'index.xml', 'Index/Document.iwa', 'content.xml', '',
  'META-INF/manifest.xml', 'EncryptedPackage', 'x'.repeat(60_000),
] // prettier-ignore

/** Method, checksum, packed size, size, lengths of name and extra, offset: position and width of each. */
const DIRECTORY_FIELDS = [
  [8, 2], [10, 2], [16, 4], [20, 4], [24, 4], [28, 2], [30, 2], [32, 2], [42, 4],
] as const // prettier-ignore
const LOCAL_FIELDS = [
  [6, 2], [8, 2], [14, 4], [18, 4], [22, 4], [26, 2], [28, 2],
] as const // prettier-ignore
const END_FIELDS = [
  [8, 2], [10, 2], [12, 4], [16, 4], [20, 2],
] as const // prettier-ignore
const LIES = [0, 1, 8, 9, 0xffff, 0x7fffffff, 0xffffffff, 399_000_000, 1_000_000]

function repacked(change: (parts: Unzipped, random: SeededRandom) => void): Mutation {
  return (bytes, random) => {
    const parts = Object.assign(Object.create(null) as Unzipped, unzipSync(bytes))
    change(parts, random)
    return packed(parts)
  }
}

function lie(
  bytes: Uint8Array,
  random: SeededRandom,
  mark: readonly number[],
  fields: readonly (readonly [at: number, width: number])[],
): Uint8Array {
  const spoilt = Uint8Array.from(bytes)
  const records: number[] = []
  for (let at = 0; at < bytes.length - 46; at++)
    if (mark.every((byte, index) => bytes[at + index] === byte)) records.push(at)
  if (records.length === 0) records.push(bytes.length - 22)
  const view = new DataView(spoilt.buffer)
  for (let count = random.between(1, 3); count > 0; count--) {
    const [at, width] = random.pick(fields)
    const value = random.pick(LIES)
    const place = random.pick(records) + at
    if (place + width > spoilt.length) continue
    if (width === 2) view.setUint16(place, value & 0xffff, true)
    else view.setUint32(place, value, true)
  }
  return spoilt
}
