import type { DataRow, DataTable } from '../../../application/datasets/Dataset'
import { cellText } from '../cellText'
import { sizesOf } from '../columnSizes'
import type { FileTerms } from '../FileTerms'
import { byteSink } from '../littleEndian'
import { cutAt, utf8 } from '../utf8'
import { cellPacker } from './cellPacker'
import { LONGEST_TEXT, PIECE_BYTES, savColumns, type SavColumn } from './savColumns'
import { savHead } from './savHead'
import { savNumber } from './savValues'

const PART_BYTES = 1 << 16

/**
 * The table as SPSS keeps it: UTF-8, compressed byte by byte. Goes through the rows twice. Why there is no value stands in numbers as a
 * user missing value (`MISSING_NUMBERS`), in texts as a marker. Days and instants are real ones, instants by China's clock. Blanks at the
 * end of a text are no part of it: the format fills texts up with them.
 */
export function* writeSav(table: DataTable, terms: FileTerms): Generator<Uint8Array> {
  const sizes = sizesOf(table)
  const columns = savColumns(table, sizes)
  yield savHead(columns, sizes.rows, terms)
  const sink = byteSink(PART_BYTES * 2)
  const packer = cellPacker(sink)
  for (const row of table.rows()) {
    for (const column of columns) {
      if (column.variable.type === 'text') putText(packer, column, row)
      else packer.number(savNumber(row[column.index] ?? null, column.variable))
    }
    if (sink.length >= PART_BYTES) yield sink.take()
  }
  packer.end()
  yield sink.take()
}

function putText(
  packer: ReturnType<typeof cellPacker>,
  { variable, index, part, pieces }: SavColumn,
  row: DataRow,
): void {
  let rest = utf8(cellText(row[index] ?? null, variable))
  for (let passed = 0; passed < (part ?? 0); passed++) rest = rest.subarray(cutAt(rest, LONGEST_TEXT))
  if (part !== null) rest = rest.subarray(0, cutAt(rest, LONGEST_TEXT))
  pieces.forEach(({ cells }, piece) =>
    packer.text(rest.subarray(piece * PIECE_BYTES, (piece + 1) * PIECE_BYTES), cells),
  )
}
