import {
  isMissing,
  type DataCell,
  type DataTable,
  type Variable,
} from '../../../application/datasets/Dataset'
import { cellText, chinaClock } from '../cellText'
import { numberOf, sizesOf } from '../columnSizes'
import type { FileTerms } from '../FileTerms'
import { byteSink, type ByteSink } from '../littleEndian'
import { utf8 } from '../utf8'
import { dtaHead, type DtaColumn, type DtaSizes } from './dtaHead'
import { dtaTypeOf, letterOf, widthOf, type DtaType } from './dtaTypes'
import { valueLabels } from './dtaValueLabels'

/** Bytes that are handed on together. */
const PART_BYTES = 1 << 16
/** Between 1960, where Stata's days begin, and 1970. */
const DAYS_TO_1970 = 3653
const DAY = 86_400_000

/**
 * The table as Stata keeps it, release 118 (Stata 14 and later; `help dta`): UTF-8, the low byte first. Goes through the rows twice, three
 * times where a text is longer than 2045 bytes. Days are `%td`, instants `%tc` by China's clock; why there is no value stands in numbers
 * as `.a` to `.d`, in texts as the marker of these names.
 */
export function* writeDta(table: DataTable, terms: FileTerms): Generator<Uint8Array> {
  const { rows, longest } = sizesOf(table)
  const columns = table.variables.map((variable, index): DtaColumn => ({
    variable,
    type: dtaTypeOf(variable, longest[index] ?? 0),
  }))
  const labels = valueLabels(columns, terms)
  const sizes: DtaSizes = {
    rows,
    rowBytes: columns.reduce((sum, { type }) => sum + widthOf(type), 0),
    longTexts: longTextBytes(table, columns),
    labels: labels.bytes.length,
  }
  yield dtaHead(columns, labels.nameOf, sizes, terms)
  yield* data(table, columns)
  yield utf8('</data><strls>')
  yield* longTexts(table, columns)
  yield utf8('</strls><value_labels>')
  yield labels.bytes
  yield utf8('</value_labels></stata_dta>')
}

function* data(table: DataTable, columns: readonly DtaColumn[]): Generator<Uint8Array> {
  const sink = byteSink(PART_BYTES * 2)
  let observation = 0
  for (const row of table.rows()) {
    observation++
    columns.forEach(({ variable, type }, index) => {
      const cell = row[index] ?? null
      if (type.kind !== 'long_text') putCell(sink, cell, variable, type)
      else putReference(sink, cellText(cell, variable) === '' ? 0 : index + 1, observation)
    })
    if (sink.length >= PART_BYTES) yield sink.take()
  }
  yield sink.take()
}

function putCell(
  sink: ByteSink,
  cell: DataCell,
  variable: Variable,
  type: Exclude<DtaType, { kind: 'long_text' }>,
): void {
  if (type.kind === 'text') return sink.padded(utf8(cellText(cell, variable)), type.bytes)
  const letter = cell === null || isMissing(cell) ? letterOf(cell?.missing ?? null) : null
  switch (type.kind) {
    case 'byte':
      return sink.u8(letter === null ? numberIn(cell, variable) : 101 + letter)
    case 'int':
      return sink.u16(letter === null ? numberIn(cell, variable) : 32741 + letter)
    case 'double':
      if (letter === null) return sink.f64(numberIn(cell, variable))
      // 2^1023 is `.`; the letters follow it in the third byte from above.
      sink.u32(0)
      return sink.u32(0x7fe00000 + letter * 0x100)
  }
}

function numberIn(cell: DataCell, variable: Variable): number {
  if (cell === null || isMissing(cell)) return NaN
  if (variable.type === 'code') return numberOf(variable, cell)
  if (variable.type === 'date') return Date.parse(String(cell)) / DAY + DAYS_TO_1970
  if (variable.type === 'instant') return chinaClock(String(cell)) + DAYS_TO_1970 * DAY
  return Number(cell)
}

/** Names a long text by its variable and observation, both from 1; 0 and 0 is the empty one. */
function putReference(sink: ByteSink, variable: number, observation: number): void {
  const named = variable === 0 ? 0 : observation
  sink.u16(variable)
  sink.u32(named % 2 ** 32)
  sink.u16(Math.floor(named / 2 ** 32))
}

/** Bytes that a long text takes besides its own: `GSO`, variable, observation, kind, length, and a NUL at its end. */
const LONG_TEXT_FRAME = 3 + 4 + 8 + 1 + 4 + 1

function* longTextsOf(table: DataTable, columns: readonly DtaColumn[]) {
  const long = columns.flatMap(({ variable, type }, index) =>
    type.kind === 'long_text' ? [[variable, index] as const] : [],
  )
  if (long.length === 0) return
  let observation = 0
  for (const row of table.rows()) {
    observation++
    for (const [variable, index] of long) {
      const text = cellText(row[index] ?? null, variable)
      if (text !== '') yield { variable: index + 1, observation, content: utf8(text) }
    }
  }
}

function longTextBytes(table: DataTable, columns: readonly DtaColumn[]): number {
  let sum = 0
  for (const { content } of longTextsOf(table, columns)) sum += LONG_TEXT_FRAME + content.length
  return sum
}

function* longTexts(table: DataTable, columns: readonly DtaColumn[]): Generator<Uint8Array> {
  const sink = byteSink(PART_BYTES * 2)
  for (const { variable, observation, content } of longTextsOf(table, columns)) {
    sink.ascii('GSO')
    sink.u32(variable)
    sink.u64(observation)
    // 130: text, with a NUL at its end.
    sink.u8(130)
    sink.u32(content.length + 1)
    sink.padded(content, content.length + 1)
    if (sink.length >= PART_BYTES) yield sink.take()
  }
  yield sink.take()
}
