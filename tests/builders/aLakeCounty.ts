import { parquetWriteBuffer } from 'hyparquet-writer'
import {
  codeColumn,
  knownColumn,
  lakeSchema,
  type LakeColumn,
  type LakeName,
  type LakeType,
} from '../../src/application/lake/lakeSchema'
import type { CaseBook } from '../../src/domain/programmes/census/tables/CaseBook'
import type { UnitColumns } from '../../src/domain/programmes/census/tables/UnitColumns'
import type { Sampling } from '../../src/domain/sampling/Sampling'
import { DRAWN_ALIKE } from '../../src/domain/sampling/Sampling'
import { townshipKey } from '../../src/domain/villages/townshipKey'
import { addPartition } from './aLakeFolder'

type Row = Readonly<Record<string, string | number | boolean | null>>

export interface LakeCountyPlan {
  readonly county: string
  readonly province?: string | null
  readonly city?: string | null
  /** Of each household of the book; null: everybody was to be enumerated. */
  readonly samplings: readonly Sampling[] | null
}

/** Writes a counted census into a lake's folder, its rows straight from the columns of the book. */
export async function aCensusInLake(
  folder: string,
  book: CaseBook,
  { county, province = null, city = null, samplings }: LakeCountyPlan,
): Promise<void> {
  const placeOf = (village: number) => {
    const key = book.villages[village] as string
    return { village: key, township: townshipKey(key) }
  }
  const ownerRow = (owner: number): Row => {
    const { stratum, cluster, weight } = samplings?.[owner] ?? DRAWN_ALIKE
    return { household: `h${String(owner).padStart(8, '0')}`, stratum, cluster, weight }
  }
  const unitRows = (units: UnitColumns): readonly Row[] =>
    Array.from({ length: units.size }, (_, at) => ({
      ...ownerRow(units.owners[at] as number),
      ...placeOf(units.villages[at] as number),
      ...codesAt(book, units, at),
    }))
  const amounts = [...book.amounts].flatMap(([table_id, own]) =>
    own.map((amount, row_number): Row => ({ table_id, row_number, amount: amount ?? null })),
  )
  const about = {
    kind: 'census',
    province,
    city,
    county_name: county,
    standards: '',
    is_sampled: samplings !== null,
  }
  const rows: Partial<Record<LakeName, readonly Row[]>> = {
    counties: [{ ...about, ...(book.county.size > 0 && codesAt(book, book.county, 0)) }],
    households: unitRows(book.households),
    members: unitRows(book.persons),
    villages: Array.from({ length: book.villageForms.size }, (_, at) => ({
      ...placeOf(book.villageForms.villages[at] as number),
      ...codesAt(book, book.villageForms, at),
    })),
    amounts,
  }
  await addPartition(folder, { county, province, countyName: county }, parquets(book, rows))
}

function codesAt(book: CaseBook, units: UnitColumns, at: number): Row {
  return Object.fromEntries(
    book.tables.flatMap(({ id }) => {
      const column = units.of(id)
      if (column === undefined) return []
      const own = [codeColumn(id), column.codes[at] as number] as const
      return column.known === null ? [own] : [own, [knownColumn(id), column.known[at] as number] as const]
    }),
  )
}

/** The rows as files; a dataset without any has none. */
export function parquets(
  { tables }: Pick<CaseBook, 'tables'>,
  rows: Partial<Record<LakeName, readonly Row[]>>,
): Partial<Record<LakeName, { bytes: Uint8Array; rows: number }>> {
  const files: Partial<Record<LakeName, { bytes: Uint8Array; rows: number }>> = {}
  for (const { name, columns } of lakeSchema(tables)) {
    const own = rows[name] ?? []
    if (own.length === 0) continue
    const bytes = parquetWriteBuffer({ columnData: columns.map((column) => dataOf(column, own)) })
    files[name] = { bytes: new Uint8Array(bytes), rows: own.length }
  }
  return files
}

const TYPES = {
  text: 'STRING',
  integer: 'INT32',
  count: 'INT64',
  real: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'STRING',
  instant: 'STRING',
} as const satisfies Record<LakeType, string>

function dataOf({ name, type }: LakeColumn, rows: readonly Row[]) {
  const data = rows.map((row) => {
    const cell = row[name] ?? null
    return type === 'count' && typeof cell === 'number' ? BigInt(cell) : cell
  })
  return { name, data, type: TYPES[type] }
}
