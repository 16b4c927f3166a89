import type { CompiledTable } from '../../../domain/programmes/census/tables/CompiledTable'
import { fillSql } from '../fillSql'
import type { LakeLevel } from '../LakeArea'
import type { SqlCell } from '../LakeEngine'
import { codeColumn, datasetOfCases, knownColumn, type LakeName } from '../lakeSchema'
import { numberAt, numberOrNullAt, textAt } from '../sqlRow'

/** Codes that one statement asks for: masks of so many fit into whole numbers of 32 bits. */
const MOST_TABLES = 30

/** Tables whose cases are counted by one statement, all of one dataset. */
export interface TableBatch {
  readonly dataset: LakeName
  readonly tables: readonly CompiledTable[]
}

/** Cases of a code, or so many as they count for. */
export interface CountedCode {
  /** Of a township or village; null where counties are counted whole. */
  readonly key: string | null
  /** Which table of the batch. */
  readonly table: number
  readonly code: number
  readonly known: number
  readonly weight: number
}

/** The tables that count cases, by their datasets. */
export function tableBatches(tables: readonly CompiledTable[]): readonly TableBatch[] {
  const batches: { dataset: LakeName; tables: CompiledTable[] }[] = []
  for (const table of tables) {
    if (table.coding.kind === 'amounts') continue
    const dataset = datasetOfCases(table)
    const open = batches.find((each) => each.dataset === dataset && each.tables.length < MOST_TABLES)
    if (open === undefined) batches.push({ dataset, tables: [table] })
    else open.tables.push(table)
  }
  return batches
}

/** Whether cases count for those that they stand for: villages and counties do not. */
export function isWeighted({ dataset }: TableBatch): boolean {
  return dataset === 'households' || dataset === 'members'
}

/** The statement that counts a batch's cases by code, in each area of a level. */
export function casesStatement(text: string, batch: TableBatch, level: LakeLevel): string {
  const area = ['county', ...keyColumn(batch, level)].join(', ')
  const known = batch.tables.filter(hasKnown).map(({ id }) => knownColumn(id))
  return fillSql(text, {
    area,
    codes: batch.tables.map(({ id }) => codeColumn(id)).join(', '),
    known: known.length === 0 ? '0' : `coalesce(${known.join(', ')})`,
    weight: isWeighted(batch) ? 'sum(weight)' : 'count(*)',
    dataset: batch.dataset,
    counted: isWeighted(batch) ? 'weight > 0' : 'true',
    sets: batch.tables.map((table) => `(${[area, ...codeColumns(table)].join(', ')})`).join(', '),
  })
}

/** A row of that statement; null where it is of no case of the table. */
export function countedCode(
  row: readonly SqlCell[],
  batch: TableBatch,
  level: LakeLevel,
): CountedCode | null {
  const at = 1 + keyColumn(batch, level).length
  const code = numberOrNullAt(row, at + 1)
  if (code === null) return null
  return {
    key: at === 1 ? null : textAt(row, 1),
    table: tableOfMask(numberAt(row, at), batch.tables.length),
    code,
    known: numberOrNullAt(row, at + 2) ?? 0,
    weight: numberAt(row, at + 3),
  }
}

/** How a table codes a case. */
export function codeColumns(table: CompiledTable): readonly string[] {
  return hasKnown(table) ? [codeColumn(table.id), knownColumn(table.id)] : [codeColumn(table.id)]
}

export function hasKnown({ coding }: CompiledTable): boolean {
  return coding.kind === 'several' && coding.known !== null
}

function keyColumn({ dataset }: TableBatch, level: LakeLevel): readonly string[] {
  return dataset !== 'counties' && (level === 'township' || level === 'village') ? [level] : []
}

/** The one of so many columns that is in the grouping set: SQL's GROUPING gives the first column the highest bit. */
function tableOfMask(others: number, count: number): number {
  const own = ~others & (2 ** count - 1)
  return count - 1 - (31 - Math.clz32(own))
}
