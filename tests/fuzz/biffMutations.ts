import { CFB } from 'xlsx'
import type { SeededRandom } from '../../src/domain/shared/seededRandom'
import { somewhere, type Mutation, type MutationFamily } from './Mutation'

/** A record of an .xls stream: its type and its payload; `length` may say something else than the payload has. */
interface BiffRecord {
  readonly type: number
  readonly length: number
  readonly payload: Uint8Array
}

/** The records of an .xls, in a container that is sound. */
export const biffMutations: MutationFamily = {
  drop: records((all, random) => all.splice(somewhere(all.length - 1, random), random.between(1, 5))),
  repeat: records((all, random) => {
    const at = somewhere(all.length - 1, random)
    const count = random.pick([1, 2, 3000])
    all.splice(at, 0, ...Array.from({ length: count }, () => all[at] as BiffRecord))
  }),
  swap: records((all, random) => {
    const [one, other] = [somewhere(all.length - 1, random), somewhere(all.length - 1, random)]
    ;[all[one], all[other]] = [all[other] as BiffRecord, all[one] as BiffRecord]
  }),
  type: changed((record, random) => ({
    ...record,
    type: random.pick([...TYPES, random.between(0, 0xffff)]),
  })),
  lieAboutLength: changed((record, random) => ({
    ...record,
    length: random.pick([0, 1, 0x2020, 0xffff, record.length + 1]),
  })),
  payload: changed((record, random) => {
    const payload = Uint8Array.from(record.payload)
    for (let count = random.between(1, 6); count > 0; count--)
      payload[somewhere(payload.length, random)] = random.pick([
        0,
        1,
        0x7f,
        0x80,
        0xff,
        random.between(0, 255),
      ])
    return { ...record, payload }
  }),
  fill: changed((record, random) => ({
    ...record,
    payload: record.payload.slice().fill(random.pick([0, 0x7f, 0xff])),
  })),
  shorten: changed((record, random) => {
    const payload = record.payload.slice(0, somewhere(record.payload.length, random))
    return { ...record, payload, length: payload.length }
  }),
  cutOff: records((all, random) => all.splice(somewhere(all.length, random))),
}

/** SST, LabelSST, Number, RK, MulRK, Formula, MergeCells, BoundSheet, Row, XF, Format, Continue, FilePass, Dimensions, ColInfo. */
const TYPES = [
  0xfc, 0xfd, 0x203, 0x27e, 0xbd, 6, 0xe5, 0x85, 0x208, 0xe0, 0x41e, 0x3c, 0x2f, 0x200, 0x7d, 0x22, 9, 0x809, 10,
] // prettier-ignore

function changed(change: (record: BiffRecord, random: SeededRandom) => BiffRecord): Mutation {
  return records((all, random) => {
    const at = somewhere(all.length - 1, random)
    const record = all[at]
    if (record !== undefined) all[at] = change(record, random)
  })
}

function records(change: (all: BiffRecord[], random: SeededRandom) => unknown): Mutation {
  return (bytes, random) => {
    const container = CFB.read(bytes, { type: 'array' })
    const stream = CFB.find(container, '/Workbook')
    if (stream === null) throw new Error('no workbook in this .xls')
    const all = recordsOf(Uint8Array.from(stream.content as Uint8Array))
    change(all, random)
    const written = streamOf(all)
    stream.content = written
    stream.size = written.length
    return Uint8Array.from(CFB.write(container, { type: 'array' }) as number[])
  }
}

function recordsOf(stream: Uint8Array): BiffRecord[] {
  const view = new DataView(stream.buffer)
  const all: BiffRecord[] = []
  for (let at = 0; at + 4 <= stream.length;) {
    const [type, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)]
    all.push({ type, length, payload: stream.slice(at + 4, at + 4 + length) })
    at += 4 + length
  }
  return all
}

function streamOf(all: readonly BiffRecord[]): Uint8Array {
  const stream = new Uint8Array(all.reduce((sum, { payload }) => sum + 4 + payload.length, 0))
  const view = new DataView(stream.buffer)
  let at = 0
  for (const { type, length, payload } of all) {
    view.setUint16(at, type, true)
    view.setUint16(at + 2, length, true)
    stream.set(payload, at + 4)
    at += 4 + payload.length
  }
  return stream
}
