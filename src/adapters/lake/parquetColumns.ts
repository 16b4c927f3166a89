import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import type { LakeCell, LakeColumn, LakeType } from '../../application/lake/lakeSchema'

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number]

/** So many rows are compressed together, and can be skipped together by who reads. */
export const ROW_GROUP = 100_000

/** A Parquet file that is made row group by row group, in memory: compressed, a county's are small. */
export interface ParquetFile {
  /** The rows of a group by columns, in the order of the columns. */
  add(columns: readonly (readonly LakeCell[])[]): void
  /** The whole file. */
  done(): readonly Uint8Array[]
}

/** An empty file. The same rows in the same groups give the same bytes. */
export function parquetFile(columns: readonly LakeColumn[]): ParquetFile {
  const sink = new ByteWriter()
  const writer = new ParquetWriter({
    writer: sink,
    schema: [{ name: 'schema', num_children: columns.length }, ...columns.map(elementOf)],
    createdBy: 'yihu',
  })
  const parts: Uint8Array[] = []
  function take(): void {
    parts.push(sink.getBytes().slice())
    // Positions in the file go on; only the room is used again.
    sink.index = 0
  }
  return {
    add(cells) {
      const columnData = columns.map(({ name, type }, index) => ({
        name,
        data: (cells[index] ?? []).map(VALUES[type]),
      }))
      void writer.write({ columnData, rowGroupSize: ROW_GROUP })
      take()
    },
    done() {
      void writer.finish()
      take()
      return parts
    },
  }
}

const ELEMENTS: Readonly<Record<LakeType, Omit<SchemaElement, 'name'>>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  count: { type: 'INT64' },
  real: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
  instant: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
}

function elementOf({ name, type }: LakeColumn): SchemaElement {
  return { name, repetition_type: 'OPTIONAL', ...ELEMENTS[type] }
}

const asItIs = (cell: LakeCell) => cell
const asDate = (cell: LakeCell) => (typeof cell === 'string' ? new Date(cell) : null)

/** Cells as the writer takes them. */
const VALUES: Readonly<Record<LakeType, (cell: LakeCell) => LakeCell | bigint | Date>> = {
  text: asItIs,
  integer: asItIs,
  count: (cell) => (typeof cell === 'number' ? BigInt(cell) : null),
  real: asItIs,
  boolean: asItIs,
  date: asDate,
  instant: asDate,
}
