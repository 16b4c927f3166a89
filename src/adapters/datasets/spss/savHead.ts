import type { Code } from '../../../application/datasets/Dataset'
import type { Writing } from '../../../application/workbook/writings'
import { chinaClock } from '../cellText'
import type { FileTerms } from '../FileTerms'
import { byteSink, type ByteSink } from '../littleEndian'
import { utf8, utf8UpTo } from '../utf8'
import type { SavColumn, SavPiece } from './savColumns'
import { formatNumber, MISSING_NUMBERS, SYSTEM_MISSING } from './savValues'

const SPACE = 0x20
const LABEL_BYTES = 255
const VALUE_LABEL_BYTES = 120
/** Added to the whole numbers that compression writes in one byte. */
export const BIAS = 100

/** Everything before the first row. */
export function savHead(columns: readonly SavColumn[], rows: number, terms: FileTerms): Uint8Array {
  const sink = byteSink()
  putHeader(sink, columns, rows, terms)
  for (const column of columns) putVariable(sink, column, terms)
  putValueLabels(sink, columns, terms)
  putExtensions(sink, columns, rows)
  sink.i32(999)
  sink.i32(0)
  return sink.take()
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function putHeader(
  sink: ByteSink,
  columns: readonly SavColumn[],
  rows: number,
  { title, at }: FileTerms,
): void {
  const clock = new Date(chinaClock(at)).toISOString()
  const month = MONTHS[Number(clock.slice(5, 7)) - 1] ?? ''
  sink.ascii('$FL2')
  sink.padded(utf8('@(#) SPSS DATA FILE yihu'), 60, SPACE)
  sink.i32(2)
  sink.i32(piecesOf(columns).reduce((sum, { cells }) => sum + cells, 0))
  // Compressed byte by byte; no weight.
  sink.i32(1)
  sink.i32(0)
  sink.i32(rows)
  sink.f64(BIAS)
  sink.ascii(`${clock.slice(8, 10)} ${month} ${clock.slice(2, 4)}`)
  sink.ascii(clock.slice(11, 19))
  sink.padded(utf8UpTo(title, 64), 64, SPACE)
  sink.padded(new Uint8Array(0), 3)
}

function piecesOf(columns: readonly SavColumn[]): readonly SavPiece[] {
  return columns.flatMap(({ pieces }) => pieces)
}

function putVariable(sink: ByteSink, column: SavColumn, { language }: FileTerms): void {
  const { variable, pieces, part } = column
  const counted = part === null || part === 0 ? '' : ` (${part + 1})`
  const label = utf8UpTo(variable.label[language], LABEL_BYTES - counted.length)
  const isNumber = variable.type !== 'text'
  for (const [index, piece] of pieces.entries()) {
    const format = formatNumber(variable, piece.width)
    sink.i32(2)
    sink.i32(piece.width)
    sink.i32(index === 0 ? 1 : 0)
    // A range of missing values, from the lowest to the highest.
    sink.i32(isNumber ? -2 : 0)
    sink.i32(format)
    sink.i32(format)
    sink.padded(utf8(piece.shortName), 8, SPACE)
    if (index === 0) {
      const content = [...label, ...utf8(counted)]
      sink.i32(content.length)
      sink.padded(Uint8Array.from(content), Math.ceil(content.length / 4) * 4)
    }
    if (isNumber) {
      const missing = Object.values(MISSING_NUMBERS)
      sink.f64(Math.min(...missing))
      sink.f64(Math.max(...missing))
    }
    for (let cell = 1; cell < piece.cells; cell++) putContinuation(sink)
  }
}

/** Stands for each further cell of a text. */
function putContinuation(sink: ByteSink): void {
  for (const value of [2, -1, 0, 0, 0, 0]) sink.i32(value)
  sink.padded(new Uint8Array(0), 8, SPACE)
}

/** Words for every code and every reason of a missing value: variables of the same codes share theirs. */
function putValueLabels(sink: ByteSink, columns: readonly SavColumn[], terms: FileTerms): void {
  const sharing = new Map<string, { readonly codes: readonly Code[]; readonly positions: number[] }>()
  for (const { variable, pieces } of columns) {
    if (variable.type === 'text') continue
    const { codes = [] } = variable
    const key = JSON.stringify(codes)
    const known = sharing.get(key) ?? { codes, positions: [] }
    known.positions.push(...pieces.map(({ position }) => position))
    sharing.set(key, known)
  }
  for (const { codes, positions } of sharing.values()) {
    const labels = labelsOf(codes, terms)
    sink.i32(3)
    sink.i32(labels.length)
    for (const [value, text] of labels) {
      const label = utf8UpTo(text, VALUE_LABEL_BYTES)
      sink.f64(value)
      sink.u8(label.length)
      sink.padded(label, Math.ceil((label.length + 1) / 8) * 8 - 1, SPACE)
    }
    sink.i32(4)
    sink.i32(positions.length)
    for (const position of positions) sink.i32(position)
  }
}

function labelsOf(codes: readonly Code[], { language, missing }: FileTerms) {
  return [
    ...codes.map(({ number, label }) => [number, label[language]] as const),
    ...Object.entries(missing).map(
      ([reason, label]) => [MISSING_NUMBERS[reason as Writing], label[language]] as const,
    ),
  ]
}

/** Records that later versions of the format have added, each by its number. */
function putExtensions(sink: ByteSink, columns: readonly SavColumn[], rows: number): void {
  putExtension(sink, 3, 4, (content) => {
    // Version, machine, IEEE numbers, compression, low byte first, UTF-8.
    for (const value of [22, 0, 0, -1, 1, 1, 2, 65001]) content.i32(value)
  })
  putExtension(sink, 4, 8, (content) => {
    content.f64(SYSTEM_MISSING)
    content.f64(Number.MAX_VALUE)
    // The lowest number but one: the lowest is the system's missing value.
    content.u32(0xfffffffe)
    content.u32(0xffefffff)
  })
  putExtension(sink, 11, 4, (content) => {
    for (const { variable, pieces } of columns)
      for (const { width } of pieces) {
        const isMeasured = ['integer', 'decimal', 'yuan', 'date', 'instant'].includes(variable.type)
        // 1 nominal, 3 scale; characters; 0 to the left, 1 to the right.
        content.i32(isMeasured ? 3 : 1)
        content.i32(Math.max(8, Math.min(width, 40)))
        content.i32(variable.type === 'text' ? 0 : 1)
      }
  })
  putExtension(sink, 13, 1, (content) => {
    content.bytes(utf8(columns.map(({ pieces, name }) => `${pieces[0]?.shortName}=${name}`).join('\t')))
  })
  const long = columns.filter(({ pieces }) => pieces.length > 1)
  if (long.length > 0)
    putExtension(sink, 14, 1, (content) => {
      for (const { pieces, width } of long)
        content.ascii(`${pieces[0]?.shortName}=${String(width).padStart(5, '0')}\0\t`)
    })
  putExtension(sink, 16, 8, (content) => {
    content.u64(1)
    content.u64(rows)
  })
  putExtension(sink, 20, 1, (content) => content.ascii('UTF-8'))
}

function putExtension(sink: ByteSink, kind: number, unit: number, fill: (content: ByteSink) => void): void {
  const content = byteSink(1024)
  fill(content)
  sink.i32(7)
  sink.i32(kind)
  sink.i32(unit)
  sink.i32(content.length / unit)
  sink.bytes(content.take())
}
