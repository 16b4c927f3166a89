import type { DrawnCases } from '../../../domain/programmes/census/tables/estimateCells'
import type { Sampling } from '../../../domain/sampling/Sampling'
import { fillSql } from '../fillSql'
import type { LakeSource, SqlCell } from '../LakeEngine'
import { numberAt, numberOrNullAt, textAt, textOrNullAt } from '../sqlRow'
import { codeColumns, hasKnown, type TableBatch } from './casesStatement'

/** The drawn households of a county, and how tables code their cases. */
export interface DrawnCounty {
  /** Of each household. */
  readonly villages: readonly string[]
  /** Of each table of the batch. */
  readonly cases: readonly DrawnCases[]
}

/** What the intervals of a sampled county are computed over: the drawn households alone are held. */
export async function readDrawn(
  { engine, sqlOf }: LakeSource,
  county: string,
  batch: TableBatch,
): Promise<DrawnCounty> {
  const numbers = new Map<string, number>()
  const samplings: Sampling[] = []
  const villages: string[] = []
  for await (const row of engine.query(sqlOf('census_design'), [county])) {
    numbers.set(textAt(row, 0), numbers.size)
    villages.push(textAt(row, 1))
    samplings.push({
      stratum: textOrNullAt(row, 2) ?? '',
      cluster: textOrNullAt(row, 3),
      weight: numberAt(row, 4),
    })
  }
  const codes = batch.tables.flatMap(codeColumns).join(', ')
  const names = { codes, dataset: batch.dataset }
  const rows: (readonly SqlCell[])[] = []
  for await (const row of engine.query(fillSql(sqlOf('census_drawn'), names), [county])) rows.push(row)
  const owners = Uint32Array.from(rows, (row) => numbers.get(textAt(row, 0)) ?? 0)
  let at = 1
  const cases = batch.tables.map((table): DrawnCases => {
    const own = at
    at += codeColumns(table).length
    const column = (place: number) => Uint32Array.from(rows, (row) => numberOrNullAt(row, place) ?? 0)
    return { codes: column(own), known: hasKnown(table) ? column(own + 1) : null, owners, samplings }
  })
  return { villages, cases }
}
