import { columnHash, type ColumnHash } from '../../application/lake/columnHash'
import type { LakeCell, LakeCodes, LakeDataset, TakeRow } from '../../application/lake/lakeSchema'
import type { LakeTables } from '../../application/lake/manifestOf'
import { digest } from '../../domain/shared/digest'
import { parquetFile, ROW_GROUP, type ParquetFile } from './parquetColumns'

/** The column that tells the state itself: filled in last, and no part of it. */
const STATE = { dataset: 'counties', column: 'state' } as const

/** Tables that take rows in and are compressed meanwhile: of the rows themselves only a group is held. */
export function lakeTables(schema: readonly LakeDataset[]): {
  readonly take: TakeRow
  done(): LakeTables
} {
  const filling = new Map(schema.map((dataset) => [dataset.name, fillingTable(dataset)]))
  return {
    take(name, row, codes) {
      filling.get(name)?.add(row, codes)
    },
    done() {
      const hashes = [...filling].map(([name, table]) => `${name} ${table.rows} ${table.hash()}\n`)
      const state = digest(hashes.join(''))
      const tables = [...filling].flatMap(([name, table]) =>
        table.rows === 0 ? [] : [{ name, rows: table.rows, parts: table.done(state) }],
      )
      return { tables, state }
    },
  }
}

interface FillingTable {
  readonly rows: number
  add(row: Readonly<Record<string, LakeCell>>, codes?: LakeCodes): void
  hash(): string
  done(state: string): readonly Uint8Array[]
}

interface FillingColumn {
  readonly name: string
  readonly isState: boolean
  readonly hash: ColumnHash
  cells: LakeCell[]
}

function fillingTable({ name, columns }: LakeDataset): FillingTable {
  const file: ParquetFile = parquetFile(columns)
  const filling: readonly FillingColumn[] = columns.map((column) => ({
    name: column.name,
    isState: name === STATE.dataset && column.name === STATE.column,
    hash: columnHash(),
    cells: [],
  }))
  let rows = 0
  function flush(): void {
    file.add(filling.map(({ cells }) => cells))
    for (const column of filling) column.cells = []
  }
  return {
    get rows() {
      return rows
    },
    add(row, codes) {
      for (const column of filling) {
        const cell = row[column.name] ?? codes?.[column.name] ?? null
        column.cells.push(cell)
        if (!column.isState) column.hash.add(cell)
      }
      rows++
      if (rows % ROW_GROUP === 0) flush()
    },
    hash: () => digest(filling.map(({ name: own, hash }) => `${own} ${hash.done()}\n`).join('')),
    done(state) {
      for (const column of filling) if (column.isState) column.cells = column.cells.map(() => state)
      if (rows % ROW_GROUP !== 0) flush()
      return file.done()
    },
  }
}
