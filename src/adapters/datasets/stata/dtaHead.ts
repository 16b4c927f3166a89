import type { Variable } from '../../../application/datasets/Dataset'
import type { FileTerms } from '../FileTerms'
import { chinaClock } from '../cellText'
import { byteSink } from '../littleEndian'
import { firstCharacters, utf8 } from '../utf8'
import { formatOf, typeNumber, type DtaType } from './dtaTypes'

export interface DtaColumn {
  readonly variable: Variable
  readonly type: DtaType
}

/** Sizes that the head states before they come. */
export interface DtaSizes {
  readonly rows: number
  /** Bytes of a row. */
  readonly rowBytes: number
  /** Bytes of the long texts and of the value labels, without their tags. */
  readonly longTexts: number
  readonly labels: number
}

/** Widths of the fields, in bytes: a name has at most 32 characters of four bytes and a NUL, a label 80. */
const NAME_BYTES = 129
const FORMAT_BYTES = 57
const LABEL_BYTES = 321
const LABEL_CHARACTERS = 80

/** Everything before the first row. `labelName`: name of a variable's value labels; empty of one that has none. */
export function dtaHead(
  columns: readonly DtaColumn[],
  labelName: (column: DtaColumn) => string,
  sizes: DtaSizes,
  terms: FileTerms,
): Uint8Array {
  const header = headerPart(columns.length, sizes.rows, terms)
  const parts = descriptions(columns, labelName, terms)
  const sink = byteSink()
  sink.bytes(header)
  putMap(sink, header.length, parts, sizes)
  for (const part of parts) sink.bytes(part)
  sink.ascii('<data>')
  return sink.take()
}

function headerPart(variables: number, rows: number, { title, at }: FileTerms): Uint8Array {
  const sink = byteSink(1024)
  const label = utf8(firstCharacters(title, LABEL_CHARACTERS))
  sink.ascii('<stata_dta><header><release>118</release><byteorder>LSF</byteorder><K>')
  sink.u16(variables)
  sink.ascii('</K><N>')
  sink.u64(rows)
  sink.ascii('</N><label>')
  sink.u16(label.length)
  sink.bytes(label)
  sink.ascii('</label><timestamp>')
  sink.u8(17)
  sink.ascii(timestamp(at))
  sink.ascii('</timestamp></header>')
  return sink.take()
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `15 Jul 2020 09:30`, by China's clock. */
function timestamp(at: string): string {
  const clock = new Date(chinaClock(at))
  const day = String(clock.getUTCDate()).padStart(2, ' ')
  const time = clock.toISOString().slice(11, 16)
  return `${day} ${MONTHS[clock.getUTCMonth()]} ${clock.getUTCFullYear()} ${time}`
}

/** The parts that describe the variables, each in its tags, in their order. */
function descriptions(
  columns: readonly DtaColumn[],
  labelName: (column: DtaColumn) => string,
  { language }: FileTerms,
): readonly Uint8Array[] {
  const texts = (tag: string, width: number, textOf: (column: DtaColumn) => string): Uint8Array => {
    const sink = byteSink()
    for (const column of columns) sink.padded(utf8(textOf(column)), width)
    return tagged(tag, sink.take())
  }
  const types = byteSink()
  for (const { type } of columns) types.u16(typeNumber(type))
  return [
    tagged('variable_types', types.take()),
    texts('varnames', NAME_BYTES, ({ variable }) => variable.name),
    // Sorted by nothing: a 0 for each variable and one at the end.
    tagged('sortlist', new Uint8Array(2 * (columns.length + 1))),
    texts('formats', FORMAT_BYTES, ({ variable, type }) => formatOf(variable, type)),
    texts('value_label_names', NAME_BYTES, labelName),
    texts('variable_labels', LABEL_BYTES, ({ variable }) =>
      firstCharacters(variable.label[language], LABEL_CHARACTERS),
    ),
    tagged('characteristics', new Uint8Array(0)),
  ]
}

function tagged(tag: string, content: Uint8Array): Uint8Array {
  const sink = byteSink(content.length + 2 * tag.length + 5)
  sink.ascii(`<${tag}>`)
  sink.bytes(content)
  sink.ascii(`</${tag}>`)
  return sink.take()
}

const MAP_BYTES = '<map></map>'.length + 14 * 8

/** Where each part begins, the map itself among them, then where the file ends. */
function putMap(
  sink: ReturnType<typeof byteSink>,
  header: number,
  parts: readonly Uint8Array[],
  { rows, rowBytes, longTexts, labels }: DtaSizes,
): void {
  const later = [
    '<data></data>'.length + rows * rowBytes,
    '<strls></strls>'.length + longTexts,
    '<value_labels></value_labels>'.length + labels,
    '</stata_dta>'.length,
  ]
  const starts = [0, header]
  for (const length of [MAP_BYTES, ...parts.map((part) => part.length), ...later])
    starts.push((starts.at(-1) ?? 0) + length)
  sink.ascii('<map>')
  for (const start of starts) sink.u64(start)
  sink.ascii('</map>')
}
