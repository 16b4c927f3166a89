import type { Code } from '../../../application/datasets/Dataset'
import type { Writing } from '../../../application/workbook/writings'
import type { FileTerms } from '../FileTerms'
import { byteSink } from '../littleEndian'
import { utf8 } from '../utf8'
import type { DtaColumn } from './dtaHead'
import { letterOf } from './dtaTypes'

/** The value labels of a file. */
export interface DtaLabels {
  /** Name of a variable's labels; empty of texts, which have none. */
  nameOf(column: DtaColumn): string
  readonly bytes: Uint8Array
}

const NAME_BYTES = 129
/** `.` among whole numbers of four bytes; the letters follow. */
const NO_VALUE = 2_147_483_621

/** Words for every code, and for every reason of a missing value: variables of the same codes share theirs. */
export function valueLabels(columns: readonly DtaColumn[], terms: FileTerms): DtaLabels {
  const names = new Map<string, string>()
  const sink = byteSink()
  for (const { variable } of columns) {
    if (variable.type === 'text') continue
    const key = keyOf(variable.codes)
    if (names.has(key)) continue
    const name = variable.codes === undefined ? 'missing' : `codes_${names.size + 1}`
    names.set(key, name)
    sink.bytes(labelTable(name, variable.codes ?? [], terms))
  }
  return {
    nameOf: ({ variable }) => (variable.type === 'text' ? '' : (names.get(keyOf(variable.codes)) ?? '')),
    bytes: sink.take(),
  }
}

function keyOf(codes: readonly Code[] | undefined): string {
  return JSON.stringify(codes ?? null)
}

function labelTable(name: string, codes: readonly Code[], { language, missing }: FileTerms): Uint8Array {
  const reasons = Object.entries(missing).map(
    ([reason, label]) => [NO_VALUE + letterOf(reason as Writing), label[language]] as const,
  )
  const labels = [...codes.map(({ number, label }) => [number, label[language]] as const), ...reasons]
    .toSorted(([left], [right]) => left - right)
    .map(([value, text]) => ({ value, text: utf8(`${text}\0`) }))
  const texts = labels.reduce((sum, { text }) => sum + text.length, 0)
  const sink = byteSink()
  sink.ascii('<lbl>')
  sink.u32(8 + 8 * labels.length + texts)
  sink.padded(utf8(name), NAME_BYTES + 3)
  sink.u32(labels.length)
  sink.u32(texts)
  let offset = 0
  for (const { text } of labels) {
    sink.u32(offset)
    offset += text.length
  }
  for (const { value } of labels) sink.i32(value)
  for (const { text } of labels) sink.bytes(text)
  sink.ascii('</lbl>')
  return sink.take()
}
